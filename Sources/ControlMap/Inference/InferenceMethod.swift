/// How the state of a cell that no report reaches is inferred from those that one does.
public enum InferenceMethod: String, CaseIterable, Sendable {
  /// From the nearest reported site of its compartment: the Voronoi diagram of the reported places.
  case nearest

  /// From the nearest reported sites of its compartment, by kriging of their signed distances from the line.
  case kriging
}
