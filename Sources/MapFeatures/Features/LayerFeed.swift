public import ControlMap
public import FrontTracking
public import Theatre

/// Goes through the days of a theatre and gives the features of its layers as they begin, whatever they
/// are written as.
///
/// The theatre is replayed twice: once to find out how long everything lasts, and once to draw it.
public struct LayerFeed {
  /// What changes on a layer on a day.
  public struct Turn {
    /// The layer, by its place in the list of layers.
    public let layer: Int
    /// The numbers of what has ended.
    public let ended: [Int]
    /// What is new, by number, in the order in which it is written.
    public let begun: [(number: Int, feature: LayerFeature)]
  }

  private let layers: [LayerKind]
  private let frame: LayerSource.Frame
  private let replay: MapReplay

  /// Begins before the first day.
  ///
  /// - Parameters:
  ///   - tracker: the theatre made ready.
  ///   - layers: the layers that are wanted.
  ///   - period: the days that are wanted.
  /// - Complexity: that of `Lifetimes`.
  public init(
    _ tracker: FrontTracker, _ layers: [LayerKind], _ period: Range<Day>
  ) throws(MapError) {
    let mapLayers = layers.reduce(into: MapLayers()) { $0.formUnion($1.mapLayers) }
    self.layers = layers
    frame = LayerSource.Frame(
      tracker: tracker, lifetimes: try Lifetimes(tracker.map, mapLayers), period: period,
      end: tracker.theatre.settings.end)
    replay = MapReplay(tracker.map, mapLayers)
  }

  /// The features of a layer that does not depend on the map, as far as they are of the period; nil of one
  /// that does.
  ///
  /// - Complexity: O(*n*), for *n* features.
  public func facts(ofLayer layer: Int) -> [LayerFeature]? {
    guard case .facts(let features) = layers[layer].source else { return nil }
    return features(frame.tracker).filter { $0.overlaps(frame.period) }
  }

  /// Moves on to a day, with a turn for each layer on which something changes. What holds on no day of
  /// the period is left out.
  public mutating func advance(
    to day: Day, _ body: (Turn) -> Void
  ) throws(MapError) {
    while let next = replay.nextDay, next <= day, let delta = try replay.advance() {
      for (index, layer) in layers.enumerated() {
        guard case .map(_, let turn) = layer.source, let turn = turn(replay, delta, frame) else {
          continue
        }
        body(Turn(layer: index, ended: turn.ended, begun: turn.begun))
      }
    }
  }

  /// Moves on to the end of the period.
  public mutating func finish(_ body: (Turn) -> Void) throws(MapError) {
    try advance(to: frame.period.upperBound.previous, body)
  }
}

extension LayerFeed {
  /// All features of each layer, in the order in which a layer's file has them.
  ///
  /// - Parameters:
  ///   - days: some days of the period, in order.
  ///   - progress: called when the feed has gone past one of them, with how many it has passed.
  /// - Returns: the features of each layer, in the order of the layers.
  /// - Complexity: O(*n*), for *n* features and vertices, which are all in memory.
  public consuming func allFeatures(
    _ days: [Day] = [], progress: (_ done: Int) -> Void = { _ in }
  ) throws(MapError) -> [[LayerFeature]] {
    var all = layers.indices.map { facts(ofLayer: $0) ?? [] }
    func add(_ turn: Turn) { all[turn.layer] += turn.begun.map(\.feature) }
    for (index, day) in days.enumerated() {
      try advance(to: day, add)
      progress(index + 1)
    }
    try finish(add)
    return all
  }
}
