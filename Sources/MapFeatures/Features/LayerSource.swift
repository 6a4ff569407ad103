internal import ControlMap
internal import FrontTracking
internal import Theatre

/// How the features of a layer are found.
enum LayerSource: Sendable {
  /// All at once: they do not depend on the map.
  case facts(@Sendable (FrontTracker, _ body: (LayerFeature) -> Void) -> Void)
  /// Day by day, from a layer of the map.
  case map(
    MapLayers,
    turn: @Sendable (MapReplay, DayDelta, Frame, _ body: (Turn) -> Void) -> Void)

  /// What stays the same from day to day.
  struct Frame {
    let tracker: FrontTracker
    let lifetimes: Lifetimes
    /// The days that are wanted.
    let period: Range<Day>
    /// The end of the theatre.
    let end: Day
  }

  /// What changes on a layer on a day.
  struct Turn {
    /// The numbers of what has ended.
    let ended: [Int]
    /// What is new, by number, in the order in which it is written.
    let begun: [(number: Int, feature: LayerFeature)]
  }

  /// The layers of the map that they are drawn from.
  var mapLayers: MapLayers {
    switch self {
    case .facts: []
    case .map(let layers, turn: _): layers
    }
  }

  /// The features of what is on a layer of the map: of what begins on a day, those are made that are so on
  /// some day of the period.
  ///
  /// - Parameters:
  ///   - layer: the layer.
  ///   - longestList: how many places an item may have for its places and reports to be listed.
  ///   - feature: makes a feature of an item.
  static func layer<Layer: MapLayer>(
    _ layer: Layer.Type, longestList: Int,
    _ feature: @escaping @Sendable (LayerItem<Layer.Item>) -> LayerFeature
  ) -> LayerSource {
    .map(MapLayers(layer)) { replay, delta, frame, body in
      let delta = (day: delta.day, layer: delta[Layer.self])
      guard !delta.layer.isEmpty else { return }
      let ends = frame.lifetimes[Layer.self]
      let wanted = delta.layer.begun.filter { (ends[$0] ?? frame.end) > frame.period.lowerBound }
      let items = replay.items(of: Layer.self, wanted, longestList: longestList)
      var ended = delta.layer.ended
      // On the first day everything begins: its features are made and handed on in portions.
      for start in stride(from: 0, through: max(0, items.count - 1), by: portion) {
        let begun = items[start..<min(start + portion, items.count)].map { number, item in
          let item = LayerItem(
            item, from: delta.day, to: ends[number] ?? frame.end, isOpenEnded: ends[number] == nil,
            of: frame.tracker)
          return (number: number, feature: feature(item))
        }
        body(Turn(ended: ended, begun: begun))
        ended = []
      }
    }
  }

  /// How many features are handed on at a time.
  private static let portion = 2048
}
