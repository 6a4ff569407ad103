/// A layer of the map. Its raw value names its file and its `layer` property.
public enum Layer: String, CaseIterable, Sendable {
  /// Connected pieces of ground in one state.
  case control
  /// The lines between the sides.
  case frontlines
  /// Ground cut off from every exit.
  case pockets
  /// The sites, each in one state.
  case places
  /// The reports, each on its day.
  case reports
  /// What happened and changed nobody's control.
  case incidents
}
