import GEOS
import GEOSOracles
import Geometry
import TestSupport
import Testing

/// A front line is drawn as far as the theatre reaches and not a metre farther.
@Suite("Clipped lines")
struct ClipTests {
  private let square = MultiPolygon([box(0, 0, 10, 10)])

  @Test("a line is cut where it leaves the region")
  func crossing() throws {
    let inside = try clip([line(at(-5, 4), at(15, 4))], to: square)
    #expect(inside.map { $0.positions.sorted() } == [[at(0, 4), at(10, 4)]])
  }

  @Test("a line on the outline stays")
  func outline() throws {
    #expect(try clip([line(at(0, 2), at(0, 7))], to: square).map(\.length) == [5])
  }

  @Test("a line outside is gone, and so is one that only touches a corner")
  func outside() throws {
    #expect(try clip([line(at(20, 0), at(20, 10))], to: square).isEmpty)
    #expect(try clip([line(at(-5, 5), at(5, -5))], to: square).isEmpty)
    #expect(try clip([], to: square).isEmpty)
    #expect(try clip([line(at(0, 0), at(1, 1))], to: MultiPolygon([])).isEmpty)
  }

  @Test("a hole is left out")
  func hole() throws {
    let ring = MultiPolygon([
      Polygon(box(0, 0, 10, 10).exterior, interiors: [box(4, 4, 6, 6).exterior])
    ])
    let inside = try clip([line(at(0, 5), at(10, 5))], to: ring)
    #expect(inside.map(\.length).sorted() == [4, 4])
  }

  @Test("the pieces of a line in all cells are as long as the line", arguments: 0..<20)
  func law(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let cells = try random.partition(lines: 10)
    let lines = random.lines(5)
    let pieces = try cells.flatMap { try clip(lines, to: MultiPolygon([$0])) }
    let length = lines.reduce(0) { $0 + $1.length }
    let sum = pieces.reduce(0) { $0 + $1.length }
    #expect(sum.isClose(to: length, relative: 1e-9), "seed \(seed)")
  }
}
