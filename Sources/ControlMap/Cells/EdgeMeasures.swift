internal import Geodesy
internal import Geometry
package import PlanarSubdivision

/// The lengths of edges and the areas below them on the ellipsoid, each measured when it is first asked
/// for.
package struct EdgeMeasures {
  package let topology: Topology
  private var areas: [Double]
  private var lengths: [Double]

  package init(_ topology: Topology) {
    self.topology = topology
    areas = [Double](repeating: .nan, count: topology.edgeCount)
    lengths = areas
  }

  /// The area inside rings of half-edges that have it on their left, in square kilometres.
  ///
  /// - Complexity: O(*n*), for *n* half-edges.
  package mutating func area(inside rings: [[HalfEdge]]) -> Double {
    var sum = 0.0
    for ring in rings { for half in ring { sum += below(half) } }
    return -sum / 1e6
  }

  /// The area of some cells, in square kilometres.
  ///
  /// - Complexity: O(*n*), for *n* half-edges of the cells.
  package mutating func area(ofCells cells: some Sequence<CellID>) -> Double {
    var sum = 0.0
    for cell in cells { for half in topology.halves(ofCell: cell) { sum += below(half) } }
    return -sum / 1e6
  }

  /// The length of a chain of half-edges, in kilometres.
  package mutating func length(of chain: [HalfEdge]) -> Double {
    var sum = 0.0
    for half in chain {
      let edge = half.edge
      if lengths[edge].isNaN {
        lengths[edge] =
          WGS84.inverse(
            from: topology.position(ofOrigin: half), to: topology.position(ofOrigin: half.twin)
          ).distanceInMeters
      }
      sum += lengths[edge]
    }
    return sum / 1_000
  }

  /// The area below a half-edge, in square metres.
  private mutating func below(_ half: HalfEdge) -> Double {
    let edge = half.edge
    if areas[edge].isNaN {
      areas[edge] = WGS84.areaBelow(
        from: topology.position(ofOrigin: half.forward),
        to: topology.position(ofOrigin: half.forward.twin))
    }
    return half.isForward ? areas[edge] : -areas[edge]
  }
}
