import GEOS
import GEOSOracles
import Geometry
import TestSupport
import Testing

/// The ground of one side is the union of its cells: what the map shows and what is measured.
@Suite("Unions of cells")
struct CoverageUnionTests {
  @Test("the union is as large as its cells together", arguments: 0..<20)
  func area(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cells = try random.partition(lines: 25).filter { _ in Bool.random(using: &random) }
    let union = try coverageUnion(cells)
    let sum = cells.reduce(0) { $0 + $1.areaInSquareMeters }
    #expect(union.areaInSquareMeters.isClose(to: sum, relative: 1e-12), "seed \(seed)")
    #expect(try union.invalidity() == nil, "seed \(seed)")
  }

  @Test("the union has only the edges that one cell alone has", arguments: 0..<20)
  func edges(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cells = try random.partition(lines: 25).filter { _ in Bool.random(using: &random) }
    let outer = edgeCounts(of: cells).filter { $0.value == 1 }
    let union = try coverageUnion(cells)
    #expect(Set(edgeCounts(of: union.polygons).keys) == Set(outer.keys), "seed \(seed)")
  }

  @Test(
    "the order, the beginnings and the directions of the cells leave no trace", arguments: 0..<20)
  func order(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cells = try random.partition(lines: 25).filter { _ in Bool.random(using: &random) }
    let expected = try coverageUnion(cells)
    let shuffled = cells.shuffled(using: &random).map { cell in
      Polygon(
        Bool.random(using: &random) ? cell.exterior.reversed : cell.exterior.rotated(by: 1),
        interiors: cell.interiors)
    }
    #expect(try coverageUnion(shuffled) == expected, "seed \(seed)")
  }

  @Test("two sides of a partition have all their common edges in common", arguments: 0..<20)
  func sides(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cells = try random.partition(lines: 25)
    let red = Set(cells.filter { _ in Bool.random(using: &random) })
    let reds = try coverageUnion(cells.filter(red.contains))
    let blues = try coverageUnion(cells.filter { !red.contains($0) })
    let sum = reds.areaInSquareMeters + blues.areaInSquareMeters
    #expect(sum.isClose(to: 1e10, relative: 1e-12), "seed \(seed)")
    let whole = try coverageUnion(cells)
    let counts = edgeCounts(of: reds.polygons + blues.polygons)
    let single = Set(counts.filter { $0.value == 1 }.keys)
    #expect(single == Set(edgeCounts(of: whole.polygons).keys), "seed \(seed)")
  }

  @Test("cells that touch nowhere stay apart, in order from west to east")
  func islands() throws {
    let union = try coverageUnion([box(20, 0, 30, 10), box(0, 0, 10, 10)])
    #expect(union.polygons == [box(0, 0, 10, 10), box(20, 0, 30, 10)])
  }

  @Test("an island in a hole of a ring is a polygon of its own")
  func holes() throws {
    let ring = cells(in: 5) { column, row in
      column == 0 || column == 4 || row == 0 || row == 4 || (column == 2 && row == 2)
    }
    let union = try coverageUnion(ring)
    #expect(union.polygons.map(\.interiors.count) == [1, 0])
    #expect(union.polygons.map(\.areaInSquareMeters) == [16, 1])
  }

  @Test("a ring inside the hole of a ring keeps its own hole")
  func nestedHoles() throws {
    let rings = cells(in: 9) { column, row in
      max(abs(column - 4), abs(row - 4)).isMultiple(of: 2)
    }
    let union = try coverageUnion(rings)
    #expect(union.polygons.map(\.interiors.count) == [1, 1, 0])
    #expect(union.polygons.map(\.areaInSquareMeters) == [32, 16, 1])
    #expect(try union.invalidity() == nil)
  }

  @Test("no cells are an empty shape")
  func empty() throws {
    #expect(try coverageUnion([]).isEmpty)
  }
}

/// The chosen unit cells of a chessboard.
private func cells(
  in size: Int, _ isChosen: (_ column: Int, _ row: Int) -> Bool
) -> [Polygon<PlanarPosition>] {
  let corners = (0..<size).flatMap { column in
    (0..<size).filter { isChosen(column, $0) }.map { (Double(column), Double($0)) }
  }
  return corners.map { column, row in box(column, row, column + 1, row + 1) }
}
