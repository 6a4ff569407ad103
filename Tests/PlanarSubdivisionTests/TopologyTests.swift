import GEOS
import GEOSOracles
import Geometry
import TestSupport
import Testing
import TypedIndices

@testable import PlanarSubdivision

/// Outlines chained from edges against GEOS' union of their cells, which knows nothing of edges.
/// If one of these fails, ground is drawn that nobody holds, or a hole is filled.
@Suite("The topology")
struct TopologyTests {
  /// The outlines of the components of cells with some labels, each held against GEOS' union.
  @discardableResult
  private func expectUnions(
    _ topology: Topology, _ labels: IndexedArray<CellID, Int32?>, _ comment: Comment
  ) throws -> [MultiPolygon<Position>] {
    let published = Dictionary(uniqueKeysWithValues: zip(topology.vertices, topology.positions))
    var components = DynamicComponents(topology)
    components.relabel(labels.indexed().map { (cell: $0, label: $1) })
    let shapes = components.outlines { _ in true }.values.map { topology.outline(of: $0).0.shape }
    let unions = try topology.plainComponents(labels).map { cells in
      let union = try coverageUnion(cells.map(topology.polygon(ofCell:)))
      return union.map { $0.compactMap { published[$0] } }.canonical
    }
    #expect(Set(shapes) == Set(unions), comment)
    #expect(shapes.count == unions.count, comment)
    for shape in shapes { #expect(try shape.invalidity() == nil, comment) }
    return shapes
  }

  private func randomLabels(
    _ topology: Topology, below count: Int32, seed: UInt64
  ) -> IndexedArray<CellID, Int32?> {
    var random = SeededGenerator(seed: seed)
    return IndexedArray(
      (0..<topology.cellCount).map { _ in Int32.random(in: 0..<count, using: &random) })
  }

  @Test("random cells, with and without a wall", arguments: 1...6)
  func random(seed: UInt64) throws {
    let topology = voronoiCells(seed: seed, sites: 60, wall: seed.isMultiple(of: 2))
    for count in 1...3 {
      try expectUnions(
        topology, randomLabels(topology, below: Int32(count), seed: seed),
        "seed \(seed), \(count) labels")
    }
  }

  /// Squares meet four at a corner: pieces that touch in a point, rings that touch themselves, holes in
  /// holes.
  @Test("lattices, whose pieces touch in points", arguments: 1...12)
  func lattices(seed: UInt64) throws {
    let topology = chessboard(9)
    try expectUnions(topology, randomLabels(topology, below: 2, seed: seed), "seed \(seed)")
  }

  @Test("the lattices do have corners where four cells meet, and rings that touch there")
  func cornersOfLattices() throws {
    let degrees = Dictionary(grouping: chessboard(9).edges.origins) { $0 }.mapValues(\.count)
    #expect(degrees.values.filter { $0 == 4 }.count > 20)
  }

  @Test("a hole in a hole is a piece of its own in a piece's hole")
  func nested() throws {
    // Rings of two labels around the middle.
    let rings = (0..<5).flatMap { y in (0..<5).map { x in max(abs(x - 2), abs(y - 2)) } }
    let shapes = try expectUnions(
      chessboard(5), IndexedArray(rings.map { $0 == 1 ? 1 : 0 }), "nested")
    #expect(shapes.map { $0.polygons[0].interiors.count }.sorted() == [0, 1, 1])
  }
}
