internal import FrontTracking
internal import TheatreModel

/// How the features of a layer are found.
enum LayerSource: Sendable {
  /// All at once: they do not depend on the map.
  case facts(@Sendable (FrontTracker) -> [LayerFeature])
  /// Day by day, from some parts of the map.
  case map(MapParts, turn: @Sendable (inout MapReplay, MapReplay.News, Frame) -> Turn?)

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
    /// The numbers of what is no longer so.
    let ended: [Int]
    /// What is new, by number, in the order in which it is written.
    let begun: [(number: Int, feature: LayerFeature)]
  }

  /// The parts of the map that they are drawn from.
  var parts: MapParts {
    switch self {
    case .facts: []
    case .map(let parts, turn: _): parts
    }
  }
}
