internal import FrontTracking
internal import GeoJSON
internal import TheatreModel

/// Goes through the days of a plan: knows what is on the map on each, formatted, and hands what begins
/// to the streams of the layers.
struct MapAlbum {
  private let plan: SnapshotWriter.Plan
  private let features: LayerFeatures
  private let lifetimes: Lifetimes
  private let end: Day
  private let table: OutlineTable
  private let streams: [Layer: LayerStream]
  private var replay: MapReplay
  private var pages: [Layer: Page] = [:]
  private var encodedFacts: [Layer: [FormattedFeature]] = [:]
  private var factsOfDay: [Layer: [Day: [Int]]] = [:]

  init(
    _ tracker: FrontTracker, _ plan: SnapshotWriter.Plan, _ streams: [Layer: LayerStream]
  ) throws(FrontTrackingError) {
    let parts = plan.layers.reduce(into: MapParts()) { $0.formUnion($1.parts) }
    self.plan = plan
    self.streams = streams
    features = LayerFeatures(tracker)
    lifetimes = try Lifetimes(tracker, parts)
    end = tracker.theatre.settings.end
    replay = MapReplay(tracker, parts)
    table = OutlineTable(tracker.tessellation.vertices)
    for layer in plan.layers where layer.parts.isEmpty { gather(layer) }
  }

  /// Formats the features of a layer that does not depend on the map.
  private mutating func gather(_ layer: Layer) {
    let found = features.facts(of: layer).filter { $0.overlaps(plan.period) }
    let encoded = found.map { $0.encoded(with: table) }
    for feature in encoded { streams[layer]?.append(feature) }
    var ofDay: [Day: [Int]] = [:]
    for (index, fact) in found.enumerated() {
      for day in max(fact.start, plan.period.lowerBound)..<min(fact.end, plan.period.upperBound) {
        ofDay[day, default: []].append(index)
      }
    }
    encodedFacts[layer] = encoded
    factsOfDay[layer] = ofDay
  }

  /// Goes on to a day.
  mutating func advance(to day: Day) throws(FrontTrackingError) {
    while let next = replay.nextDay, next <= day, let news = try replay.advance() { turn(news) }
  }

  /// Goes on to the end of the plan's period.
  mutating func finish() throws(FrontTrackingError) {
    try advance(to: plan.period.upperBound.previous)
  }

  /// The file of a day: all that is on the map on it, layer by layer.
  ///
  /// - Complexity: O(*n*), for *n* bytes.
  func bytes(of day: Day) -> [UInt8] {
    var writer = FeatureWriter(name: "\(day)")
    for layer in plan.layers {
      let facts = (factsOfDay[layer]?[day] ?? []).compactMap { encodedFacts[layer]?[$0] }
      for feature in (pages[layer]?.features ?? []) + facts {
        writer.append(feature.text, inserting: [layer.member] + feature.fading(on: day))
      }
    }
    return writer.finish()
  }

  private mutating func turn(_ news: MapReplay.News) {
    let features = features
    for layer in plan.layers {
      switch layer {
      case .control:
        turn(layer, news.territories, on: news.day, lifetimes.territories, features.control) {
          $0.territories($1, longestList: LayerFeatures.longestList)
        }
      case .frontlines:
        turn(layer, news.fronts, on: news.day, lifetimes.fronts, features.frontLine) {
          $0.fronts($1)
        }
      case .frontband:
        turn(layer, news.bands, on: news.day, lifetimes.bands, features.band) { $0.bands($1) }
      case .pockets:
        turn(layer, news.pockets, on: news.day, lifetimes.pockets, features.pocket) {
          $0.pockets($1)
        }
      case .places:
        turn(layer, news.places, on: news.day, lifetimes.places, features.place) { $0.places($1) }
      case .staleness:
        turn(layer, news.staleness, on: news.day, lifetimes.staleness, features.stale) {
          $0.staleness($1)
        }
      case .reports, .incidents: break
      }
    }
  }

  /// Takes off a layer what has ended and puts on what begins and is so on a day of the plan's period.
  private mutating func turn<Item>(
    _ layer: Layer, _ turnover: MapReplay.Turnover, on day: Day, _ ends: Lifetimes.Ends,
    _ feature: (Span<Item>) -> LayerFeature,
    items: (inout MapReplay, [Int]) -> [(number: Int, item: Item)]
  ) {
    guard !turnover.isEmpty else { return }
    var page = pages[layer] ?? Page()
    page.remove(turnover.ended)
    let wanted = turnover.begun.filter { (ends[$0] ?? end) > plan.period.lowerBound }
    for (number, item) in items(&replay, wanted) {
      let span = Span(
        start: day, end: ends[number] ?? end, isOpenEnded: ends[number] == nil, item: item)
      let encoded = feature(span).encoded(with: table)
      streams[layer]?.append(encoded)
      page.features.append(encoded)
      page.numbers.append(number)
    }
    pages[layer] = page
  }
}

/// What is on a layer on a day, in the order in which it began.
private struct Page {
  var numbers: [Int] = []
  var features: [FormattedFeature] = []

  mutating func remove(_ ended: [Int]) {
    guard !ended.isEmpty else { return }
    let gone = Set(ended)
    let kept = numbers.indices.filter { !gone.contains(numbers[$0]) }
    numbers = kept.map { numbers[$0] }
    features = kept.map { features[$0] }
  }
}
