public import TheatreModel

/// What is no longer so and what is new, by number.
public struct LayerDelta: Hashable, Sendable {
  /// The numbers of what is no longer so.
  public internal(set) var ended: [Int] = []
  /// The numbers of what is new.
  public internal(set) var begun: [Int] = []

  /// Whether nothing changed.
  public var isEmpty: Bool { ended.isEmpty && begun.isEmpty }
}

/// What changed on a day.
public struct DayDelta: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// The ground.
  public internal(set) var territories = LayerDelta()
  /// The lines between the sides.
  public internal(set) var fronts = LayerDelta()
  /// The ground cut off from every exit.
  public internal(set) var pockets = LayerDelta()
  /// The places.
  public internal(set) var places = LayerDelta()
  /// The ground on which it is uncertain which side holds it.
  public internal(set) var bands = LayerDelta()
  /// The ground by the age of its last report.
  public internal(set) var staleness = LayerDelta()
}
