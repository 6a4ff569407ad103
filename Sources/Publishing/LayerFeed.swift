internal import FrontTracking
internal import Theatre

/// Goes through the days of a theatre and gives the features of its layers as they begin, whatever they
/// are written as.
///
/// The theatre is replayed twice: once to find out how long everything lasts, and once to draw it.
struct LayerFeed {
  /// What changes on a layer on a day.
  struct Turn {
    /// The layer.
    let layer: Layer
    /// The numbers of what is no longer so.
    let ended: [Int]
    /// What is new, by number, in the order in which it is written.
    let begun: [(number: Int, feature: LayerFeature)]
  }

  private let layers: [Layer]
  private let period: Range<Day>
  private let features: LayerFeatures
  private let lifetimes: Lifetimes
  private let end: Day
  private var replay: MapReplay

  init(_ tracker: FrontTracker, _ plan: SnapshotWriter.Plan) throws(FrontTrackingError) {
    let parts = plan.layers.reduce(into: MapParts()) { $0.formUnion($1.parts) }
    layers = plan.layers
    period = plan.period
    features = LayerFeatures(tracker)
    lifetimes = try Lifetimes(tracker, parts)
    end = tracker.theatre.settings.end
    replay = MapReplay(tracker, parts)
  }

  /// The features of a layer that does not depend on the map, as far as they are of the period.
  func facts(of layer: Layer) -> [LayerFeature] {
    features.facts(of: layer).filter { $0.overlaps(period) }
  }

  /// Goes on to a day, with a turn for each layer on which something changes. What is so on no day of
  /// the period is left out.
  mutating func advance(to day: Day, _ body: (Turn) -> Void) throws(FrontTrackingError) {
    while let next = replay.nextDay, next <= day, let news = try replay.advance() {
      for layer in layers { if let turn = turn(layer, news) { body(turn) } }
    }
  }

  /// Goes on to the end of the period.
  mutating func finish(_ body: (Turn) -> Void) throws(FrontTrackingError) {
    try advance(to: period.upperBound.previous, body)
  }

  private mutating func turn(_ layer: Layer, _ news: DayDelta) -> Turn? {
    let features = features
    return switch layer {
    case .control:
      turn(layer, news.territories, on: news.day, lifetimes.territories, features.control) {
        $0.territories($1, longestList: LayerFeatures.longestList)
      }
    case .frontlines:
      turn(layer, news.fronts, on: news.day, lifetimes.fronts, features.frontLine) { $0.fronts($1) }
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
    case .reports, .incidents: nil
    }
  }

  private mutating func turn<Item>(
    _ layer: Layer, _ turnover: LayerDelta, on day: Day, _ ends: Lifetimes.Ends,
    _ feature: (Span<Item>) -> LayerFeature,
    items: (inout MapReplay, [Int]) -> [(number: Int, item: Item)]
  ) -> Turn? {
    guard !turnover.isEmpty else { return nil }
    let wanted = turnover.begun.filter { (ends[$0] ?? end) > period.lowerBound }
    let begun = items(&replay, wanted).map { number, item in
      let span = Span(
        start: day, end: ends[number] ?? end, isOpenEnded: ends[number] == nil, item: item)
      return (number: number, feature: feature(span))
    }
    return Turn(layer: layer, ended: turnover.ended, begun: begun)
  }
}

extension LayerFeed {
  /// All features of each layer, in the order in which a layer's file has them.
  ///
  /// - Parameters:
  ///   - days: some days of the period, in order.
  ///   - progress: called when the feed has gone past one of them, with how many it has passed.
  /// - Complexity: O(*n*), for *n* features and vertices, which are all in memory.
  consuming func allFeatures(
    _ days: [Day], progress: (_ done: Int) -> Void
  ) throws(FrontTrackingError) -> [Layer: [LayerFeature]] {
    var all: [Layer: [LayerFeature]] = [:]
    for layer in layers { all[layer] = facts(of: layer) }
    func add(_ turn: Turn) { all[turn.layer, default: []] += turn.begun.map(\.feature) }
    for (index, day) in days.enumerated() {
      try advance(to: day, add)
      progress(index + 1)
    }
    try finish(add)
    return all
  }
}
