public import FrontTracking

/// A layer of the map. Its raw value names its file and its `layer` property.
public enum Layer: String, CaseIterable, Sendable {
  /// Connected pieces of ground in one state.
  case control
  /// The lines between the sides.
  case frontlines
  /// The ground along the lines on which it is uncertain which side holds it; only where that is
  /// estimated.
  case frontband
  /// Ground cut off from every exit.
  case pockets
  /// The sites, each in one state.
  case places
  /// The ground by the age of the last report that the map of it rests on.
  case staleness
  /// The reports, each on its day.
  case reports
  /// What happened and changed nobody's control.
  case incidents
}

extension Layer {
  /// The layers of a map whose ground is inferred in some way: all, or all but the one that needs
  /// probabilities.
  public static func all(_ inference: InferenceMethod) -> [Layer] {
    allCases.filter { $0 != .frontband || inference == .kriging }
  }
}
