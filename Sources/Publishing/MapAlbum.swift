internal import FrontTracking
internal import GeoJSON
internal import Theatre

/// Goes through the days of a plan: knows what is on the map on each, formatted, and hands what begins
/// to the streams of the layers.
struct MapAlbum {
  private let plan: SnapshotWriter.Plan
  private let table: OutlineTable
  private let streams: [Layer: LayerStream]
  private var feed: LayerFeed
  private var pages: [Layer: Page] = [:]
  private var encodedFacts: [Layer: [FormattedFeature]] = [:]
  private var factsOfDay: [Layer: [Day: [Int]]] = [:]

  init(
    _ tracker: FrontTracker, _ plan: SnapshotWriter.Plan, _ streams: [Layer: LayerStream]
  ) throws(FrontTrackingError) {
    self.plan = plan
    self.streams = streams
    feed = try LayerFeed(tracker, plan)
    table = OutlineTable(tracker.tessellation.vertices)
    for layer in plan.layers where layer.parts.isEmpty { gather(layer) }
  }

  /// Formats the features of a layer that does not depend on the map.
  private mutating func gather(_ layer: Layer) {
    let found = feed.facts(of: layer)
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
    // The feed is advanced apart from the pages that its turns change.
    var pages = [Layer: Page]()
    swap(&pages, &self.pages)
    defer { swap(&pages, &self.pages) }
    let (table, streams) = (table, streams)
    try feed.advance(to: day) { turn in
      pages[turn.layer, default: Page()].turn(turn, table, streams[turn.layer])
    }
  }

  /// Goes on to the end of the plan's period.
  mutating func finish() throws(FrontTrackingError) {
    try advance(to: plan.period.upperBound.previous)
  }

  /// The file of a day: all that is on the map on it, layer by layer.
  ///
  /// - Complexity: O(*n*), for *n* bytes.
  func bytes(of day: Day) -> [UInt8] {
    var writer = FeatureWriter(plan.format, name: "\(day)")
    for layer in plan.layers {
      let facts = (factsOfDay[layer]?[day] ?? []).compactMap { encodedFacts[layer]?[$0] }
      for feature in (pages[layer]?.features ?? []) + facts {
        writer.append(feature.text, inserting: [layer.member] + feature.fading(on: day))
      }
    }
    return writer.finish()
  }
}

extension FeatureWriter {
  /// Begins a file of a format.
  init(_ format: OutputFormat, name: String) {
    self = format == .geojsonseq ? .sequence() : FeatureWriter(name: name)
  }
}

/// What is on a layer on a day, in the order in which it began.
private struct Page {
  var numbers: [Int] = []
  var features: [FormattedFeature] = []

  /// Takes off what has ended, and puts on what begins and hands it to the layer's stream.
  mutating func turn(_ turn: LayerFeed.Turn, _ table: OutlineTable, _ stream: LayerStream?) {
    remove(turn.ended)
    for (number, feature) in turn.begun {
      let encoded = feature.encoded(with: table)
      stream?.append(encoded)
      features.append(encoded)
      numbers.append(number)
    }
  }

  private mutating func remove(_ ended: [Int]) {
    guard !ended.isEmpty else { return }
    let gone = Set(ended)
    let kept = numbers.indices.filter { !gone.contains(numbers[$0]) }
    numbers = kept.map { numbers[$0] }
    features = kept.map { features[$0] }
  }
}
