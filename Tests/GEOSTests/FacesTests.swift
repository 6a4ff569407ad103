import GEOS
import GEOSOracles
import Geometry
import TestSupport
import Testing

/// The ground between rivers, borders and cell edges becomes areas here. An area lost is a hole in
/// the map; an area counted twice is ground that two sides hold at once.
@Suite("Areas that lines enclose")
struct FacesTests {
  @Test("two lines that cross in a square make four areas")
  func crossing() throws {
    let outline = LineString(box(0, 0, 10, 10).exterior.positions)
    let found = try faces(
      enclosedBy: [outline, line(at(4, 0), at(4, 10)), line(at(0, 5), at(10, 5))], gridSize: 0.01)
    #expect(found.polygons.map(\.areaInSquareMeters).sorted() == [20, 20, 30, 30])
    #expect(found.dangles.isEmpty && found.cuts.isEmpty)
  }

  @Test("a line that ends inside an area is a dangle and takes nothing from the area")
  func dangles() throws {
    let outline = LineString(box(0, 0, 10, 10).exterior.positions)
    let found = try faces(enclosedBy: [outline, line(at(10, 5), at(6, 5))], gridSize: 0.01)
    #expect(found.polygons.map(\.areaInSquareMeters) == [100])
    #expect(found.dangles.map(\.length) == [4])
    #expect(found.cuts.isEmpty)
  }

  @Test("a line between two areas has one ground on both sides, and is a cut")
  func cuts() throws {
    let west = LineString(box(0, 0, 10, 10).exterior.positions)
    let east = LineString(box(20, 0, 30, 10).exterior.positions)
    let bridge = line(at(10, 5), at(20, 5))
    let found = try faces(enclosedBy: [west, bridge, east], gridSize: 0.01)
    #expect(found.polygons.map(\.areaInSquareMeters) == [100, 100])
    #expect(found.cuts.map(\.length) == [10])
    #expect(found.dangles.isEmpty)
  }

  @Test("an area inside another is a hole in it")
  func holes() throws {
    let outer = LineString(box(0, 0, 10, 10).exterior.positions)
    let inner = LineString(box(2, 2, 4, 4).exterior.positions)
    let found = try faces(enclosedBy: [outer, inner], gridSize: 0.01).polygons
    #expect(found.map(\.areaInSquareMeters).sorted() == [4, 96])
    #expect(found.map(\.interiors.count).sorted() == [0, 1])
  }

  @Test("lines that lie on each other count as one")
  func overlapping() throws {
    let outline = LineString(box(0, 0, 10, 10).exterior.positions)
    let middle = [line(at(5, 0), at(5, 7)), line(at(5, 10), at(5, 3))]
    let found = try faces(enclosedBy: [outline] + middle, gridSize: 0.01)
    #expect(found.polygons.map(\.areaInSquareMeters) == [50, 50])
  }

  @Test("no lines, or lines that close nothing, enclose no area")
  func nothing() throws {
    #expect(try faces(enclosedBy: [], gridSize: 0.01).polygons.isEmpty)
    let open = try faces(enclosedBy: [line(at(0, 0), at(5, 0), at(5, 5))], gridSize: 0.01)
    #expect(open.polygons.isEmpty)
    #expect(open.dangles.reduce(0) { $0 + $1.length } == 10)
  }

  @Test("the areas between random lines in a square sum up to the square", arguments: 0..<20)
  func sum(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cells = try random.partition(lines: 30)
    let sum = cells.reduce(0) { $0 + $1.areaInSquareMeters }
    #expect(cells.count > 1, "seed \(seed)")
    #expect(sum.isClose(to: 1e10, relative: 1e-12), "seed \(seed)")
  }

  @Test("every vertex lies on the grid, so no two are nearer than its step", arguments: 0..<10)
  func grid(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let outline = LineString(theatre.outline.positions)
    let found = try faces(enclosedBy: random.lines(30) + [outline], gridSize: 0.5)
    for vertex in found.polygons.flatMap(\.rings).flatMap(\.positions) {
      #expect(
        (vertex.x * 2).rounded() == vertex.x * 2 && (vertex.y * 2).rounded() == vertex.y * 2,
        "seed \(seed), \(vertex)")
    }
  }

  @Test("areas do not overlap, and neighbours share their edges to the bit", arguments: 0..<20)
  func partition(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cells = try random.partition(lines: 20)
    let outer = [theatre.minimum.x, theatre.maximum.x]
    for (edge, count) in edgeCounts(of: cells) {
      let isOuter = outer.contains {
        (edge.start.x == $0 && edge.end.x == $0) || (edge.start.y == $0 && edge.end.y == $0)
      }
      #expect(count == (isOuter ? 1 : 2), "seed \(seed), \(edge)")
    }
    let regions = try cells.map { try PreparedRegion(MultiPolygon([$0])) }
    for (index, cell) in cells.enumerated() {
      let inside = try cell.positionInside()
      let owners = try regions.indices.filter { try regions[$0].covers(inside) }
      #expect(owners == [index], "seed \(seed)")
    }
  }
}
