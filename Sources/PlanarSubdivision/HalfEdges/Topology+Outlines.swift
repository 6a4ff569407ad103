package import Geometry
internal import TypedIndices

extension Topology {
  /// An outline from its rings of half-edges, and the rings in its order.
  package func outline(of rings: [[HalfEdge]]) -> (Outline, [[HalfEdge]]) {
    var shells: [(vertices: [Int32], ring: [HalfEdge])] = []
    var holes = shells
    for ring in rings {
      let vertices = vertices(of: ring)
      // From the same vertex always, so that sums over the ring come out the same.
      let start = ring.firstIndex { edges.origins[$0] == vertices[0] } ?? 0
      let ring = Array(ring[start...] + ring[..<start])
      if doubledArea(of: vertices) > 0 {
        shells.append((vertices, ring))
      } else {
        holes.append((vertices, ring))
      }
    }
    precondition(shells.count == 1, "a connected component must have exactly one outer ring")
    holes.sort { $0.vertices.lexicographicallyPrecedes($1.vertices) }
    let all = shells + holes
    return (
      Outline(vertices: table, rings: all.map(\.vertices)), all.map(\.ring)
    )
  }
}

extension Topology {
  /// The cell in which a point lies: the one on whose edges a ray to the east from the point is crossed
  /// an odd number of times. A point on an edge counts to one of the two cells beside it.
  ///
  /// - Complexity: O(*n*), for *n* edges.
  package func cell(at point: PlanarPosition) -> CellID? {
    var crossings: [CellID: Int] = [:]
    for half in edges.forward {
      let start = vertices[Int(edges.origins[half])]
      let end = vertices[Int(edges.origins[half.twin])]
      guard (start.y > point.y) != (end.y > point.y) else { continue }
      let x = start.x + (point.y - start.y) / (end.y - start.y) * (end.x - start.x)
      guard x > point.x else { continue }
      for side in [half, half.twin] {
        if let cell = cell(leftOf: side) { crossings[cell, default: 0] += 1 }
      }
    }
    return crossings.filter { !$0.value.isMultiple(of: 2) }.keys.min()
  }
}
