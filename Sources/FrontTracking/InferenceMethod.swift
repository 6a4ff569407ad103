/// How the state of a cell that no report reaches is inferred from those that one does.
public enum InferenceMethod: String, CaseIterable, Sendable {
  /// From the nearest reported ground of its bank: the Voronoi diagram of the reported places.
  case nearest

  /// From the reported grounds of its bank round about, each weighed by indicator kriging.
  case kriging
}
