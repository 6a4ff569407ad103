public import TypedIndices

/// One of the two directions of an edge. Each is told apart by what lies on its left.
@frozen
public struct HalfEdge: ArrayIndex {
  /// The position among the half-edges, from 0: those of edge *k* are 2*k* and 2*k* + 1.
  public let rawValue: Int32

  /// Creates the half-edge of a position.
  @inlinable
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// The half-edge along an edge, in the direction in which the edge is stored.
  @inlinable
  public init(along edge: Int) { rawValue = Int32(2 * edge) }

  /// The half-edge along the same edge in the other direction.
  @inlinable public var twin: HalfEdge { HalfEdge(rawValue: rawValue ^ 1) }

  /// The edge, by number.
  @inlinable public var edge: Int { Int(rawValue / 2) }

  /// Whether it runs in the direction in which its edge is stored.
  @inlinable public var isForward: Bool { rawValue & 1 == 0 }

  /// Of the two along the same edge that in the direction in which the edge is stored.
  @inlinable public var forward: HalfEdge { HalfEdge(rawValue: rawValue & ~1) }
}
