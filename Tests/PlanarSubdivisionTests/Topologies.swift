import Geometry
import TestSupport
import TypedIndices

@testable import PlanarSubdivision

/// A chess board of cells of a kilometre, row by row.
func chessboard(_ size: Int) -> Topology {
  func vertex(_ x: Int, _ y: Int) -> Int32 { Int32(y * (size + 1) + x) }
  func cell(_ x: Int, _ y: Int) -> CellID? {
    (0..<size).contains(x) && (0..<size).contains(y) ? CellID(y * size + x) : nil
  }
  var lines: [Topology.Line] = []
  for y in 0...size {
    for x in 0...size {
      if x < size {
        lines.append(
          Topology.Line(
            start: vertex(x, y), end: vertex(x + 1, y), left: cell(x, y), right: cell(x, y - 1)))
      }
      if y < size {
        lines.append(
          Topology.Line(
            start: vertex(x, y), end: vertex(x, y + 1), left: cell(x - 1, y), right: cell(x, y)))
      }
    }
  }
  let points = (0...size).flatMap { y in
    (0...size).map { x in PlanarPosition(x: Double(x) * 1_000, y: Double(y) * 1_000) }
  }
  return topology(lines, points, cellCount: size * size)
}

/// The Voronoi cells of random sites in a square of a hundred kilometres.
///
/// - Parameter wall: whether a line down the middle divides the cells that it crosses.
func voronoiCells(seed: UInt64, sites count: Int, wall: Bool) -> Topology {
  var random = SeededGenerator(seed: seed)
  let size = 100_000.0
  let box = Box(minimum: PlanarPosition(x: 0, y: 0), maximum: PlanarPosition(x: size, y: size))
  let sites = (0..<count).map { _ in random.position(in: box) }
  let middle = [PlanarPosition(x: size / 2, y: 0), PlanarPosition(x: size / 2, y: size)]
  let lines = box.asPolygon.exterior.segments + (wall ? [Segment(middle[0], middle[1])] : [])
  let walls = lines.map {
    GridSegment(start: GridPoint($0.start), end: GridPoint($0.end), isWall: true)
  }
  let subdivision = Subdivision(
    SnapRoundingNoder(walls + voronoiLines(of: sites, in: box)).segments)
  // Each area is a cell.
  func cell(_ half: HalfEdge) -> CellID? {
    subdivision.face(leftOf: half).map { CellID($0.offset) }
  }
  return topology(
    subdivision.edges.forward.map { half in
      Topology.Line(
        start: subdivision.edges.origins[half], end: subdivision.edges.target(half),
        left: cell(half), right: cell(half.twin))
    }, subdivision.points.map(\.position), cellCount: subdivision.faceCount)
}

/// A topology whose degrees are its metres divided by a million.
private func topology(
  _ lines: [Topology.Line], _ points: [PlanarPosition], cellCount: Int
) -> Topology {
  Topology(lines, points, cellCount: cellCount) { points in
    points.map { Position(longitude: $0.x / 1e6, latitude: $0.y / 1e6) }
  }
}

extension Topology {
  /// The connected cells of one label, each component in ascending order, by a plain search. Cells
  /// without a label are in none.
  func plainComponents(_ labels: IndexedArray<CellID, Int32?>) -> [[CellID]] {
    var isFound = labels.mapElements { $0 == nil }
    return labels.indices.compactMap { start in
      guard !isFound[start] else { return nil }
      var cells = [start]
      isFound[start] = true
      var next = 0
      while next < cells.count {
        for neighbour in neighbours(ofCell: cells[next])
        where !isFound[neighbour] && labels[neighbour] == labels[start] {
          isFound[neighbour] = true
          cells.append(neighbour)
        }
        next += 1
      }
      return cells.sorted()
    }
  }
}
