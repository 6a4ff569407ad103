public import Geometry

/// The vertices of a map, in degrees, to six decimals, in ascending order.
///
/// A class, so that all outlines of a map share one and a writer can tell that they do.
public final class VertexTable: Sendable {
  /// The positions.
  public let positions: [Position]

  package init(_ positions: [Position]) {
    self.positions = positions
  }
}

/// The outline of a connected component of cells, as numbers of vertices.
public struct Outline: Sendable {
  /// The vertices.
  public let vertices: VertexTable

  /// The outer ring counter-clockwise, then the holes clockwise and in order; each begins and ends
  /// with its smallest vertex.
  public let rings: [[Int32]]

  /// The component as a polygon, in canonical form.
  ///
  /// - Complexity: O(*n*), for *n* vertices.
  public var polygon: Polygon<Position> {
    let rings = rings.map { ring in LinearRing(ring.map { vertices.positions[Int($0)] }) }
    return Polygon(rings[0], interiors: Array(rings.dropFirst()))
  }

  /// The component as a shape of one polygon.
  public var shape: MultiPolygon<Position> { MultiPolygon([polygon]) }
}

extension Outline: Comparable {
  /// Orders by the positions of the outer ring, from the westernmost on.
  public static func < (left: Outline, right: Outline) -> Bool {
    let one = left.rings[0].lazy.map { left.vertices.positions[Int($0)] }
    let other = right.rings[0].lazy.map { right.vertices.positions[Int($0)] }
    return one.lexicographicallyPrecedes(other)
  }
}

extension Outline: Hashable {
  /// Whether two outlines have the same course.
  public static func == (left: Outline, right: Outline) -> Bool {
    left.vertices === right.vertices ? left.rings == right.rings : left.polygon == right.polygon
  }

  /// Hashes the number of rings and where the first begins.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rings.count)
    hasher.combine(rings[0].first.map { vertices.positions[Int($0)] })
  }
}
