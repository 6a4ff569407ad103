public import ControlMap
public import FrontTracking
public import Theatre

/// Goes through the days of a theatre and gives the features of its layers as they begin, whatever they
/// are written as.
///
/// The theatre is replayed twice: once to find out how long everything lasts, and once to draw it.
public struct LayerFeed {
  /// What changes on a layer on a day, or a part of that.
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

  /// Gives the features of a layer that does not depend on the map, as far as they are of the period, in the
  /// order in which they are written.
  ///
  /// - Returns: whether it is such a layer.
  /// - Complexity: O(*n*), for *n* features.
  @discardableResult
  public func forEachFact(ofLayer layer: Int, _ body: (LayerFeature) -> Void) -> Bool {
    guard case .facts(let features) = layers[layer].source else { return false }
    features(frame.tracker) { if $0.overlaps(frame.period) { body($0) } }
    return true
  }

  /// Moves on to a day, with one or more turns for each layer on which something changes: where much begins
  /// it comes in portions. What holds on no day of the period is left out.
  public mutating func advance(
    to day: Day, _ body: (Turn) -> Void
  ) throws(MapError) {
    while let next = replay.nextDay, next <= day, let delta = try replay.advance() {
      for (index, layer) in layers.enumerated() {
        guard case .map(_, let turns) = layer.source else { continue }
        turns(replay, delta, frame) { turn in
          body(Turn(layer: index, ended: turn.ended, begun: turn.begun))
        }
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
    var all = layers.indices.map { layer in
      var facts: [LayerFeature] = []
      forEachFact(ofLayer: layer) { facts.append($0) }
      return facts
    }
    func add(_ turn: Turn) { all[turn.layer] += turn.begun.map(\.feature) }
    for (index, day) in days.enumerated() {
      try advance(to: day, add)
      progress(index + 1)
    }
    try finish(add)
    return all
  }
}
