import GEOS
import GEOSOracles
import Geometry
import TestSupport

/// What the tests of this module share: short names, and partitions of a square.
func at(_ x: Double, _ y: Double) -> PlanarPosition { PlanarPosition(x: x, y: y) }

func line(_ positions: PlanarPosition...) -> LineString<PlanarPosition> { LineString(positions) }

/// An upright rectangle.
func box(
  _ west: Double, _ south: Double, _ east: Double, _ north: Double
) -> Polygon<PlanarPosition> {
  Polygon(Box(minimum: at(west, south), maximum: at(east, north)).outline)
}

/// A square of 100 km.
let theatre = Box(minimum: at(0, 0), maximum: at(100_000, 100_000))

/// A ring that crosses itself at (1, 1).
let bowTie = Polygon(LinearRing([at(0, 0), at(2, 2), at(2, 0), at(0, 2), at(0, 0)]))

extension LineString where C == PlanarPosition {
  var length: Double { segments.reduce(0) { $0 + $1.start.distance(to: $1.end) } }
}

extension SeededGenerator {
  /// Lines between random positions of the theatre.
  mutating func lines(_ count: Int) -> [LineString<PlanarPosition>] {
    (0..<count).map { _ in line(position(in: theatre), position(in: theatre)) }
  }

  /// The cells into which random lines divide the theatre.
  mutating func partition(lines count: Int) throws -> [Polygon<PlanarPosition>] {
    let outline = LineString(theatre.outline.positions)
    return try faces(enclosedBy: lines(count) + [outline], gridSize: 0.01).polygons
  }
}

/// How often each edge occurs in some cells, in either direction.
func edgeCounts(of cells: [Polygon<PlanarPosition>]) -> [Segment<PlanarPosition>: Int] {
  var counts: [Segment<PlanarPosition>: Int] = [:]
  for edge in cells.flatMap(\.rings).flatMap({ Array($0.segments) }) {
    counts[edge.undirected, default: 0] += 1
  }
  return counts
}
