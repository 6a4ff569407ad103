import GEOS
import GEOSOracles
import Geometry
import TestSupport
import Testing

/// The front between two sides comes as hundreds of cell edges and is drawn as one line.
@Suite("Merged lines")
struct MergedLinesTests {
  @Test("the pieces of a path become one line, in any order and direction", arguments: 0..<20)
  func path(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // From west to east, so that it never meets itself.
    let path = (0..<30).map { at(Double($0), Double.random(in: 0...50, using: &random)) }
    let pieces = zip(path, path.dropFirst()).map { from, to in
      Bool.random(using: &random) ? line(from, to) : line(to, from)
    }
    let lines = try merged(pieces.shuffled(using: &random))
    #expect(lines.count == 1, "seed \(seed)")
    let positions = try #require(lines.first).positions
    #expect(positions == path || positions == path.reversed(), "seed \(seed)")
  }

  @Test("where three lines meet, all three end")
  func junction() throws {
    let lines = try merged([
      line(at(0, 0), at(1, 0)), line(at(1, 0), at(2, 0)),
      line(at(2, 0), at(3, 1)), line(at(2, 0), at(3, -1)),
    ])
    #expect(lines.count == 3)
    #expect(lines.map { Set($0.positions) }.contains([at(0, 0), at(1, 0), at(2, 0)]))
  }

  @Test("a closed line ends where it begins")
  func closed() throws {
    let ring = box(0, 0, 4, 4).exterior
    let lines = try merged(ring.segments.map { line($0.start, $0.end) })
    #expect(lines.count == 1)
    let positions = try #require(lines.first).positions
    #expect(positions.first == positions.last)
    #expect(Set(positions) == Set(ring.positions))
  }

  @Test("no lines stay none, and lines apart stay apart")
  func apart() throws {
    #expect(try merged([LineString<PlanarPosition>]()).isEmpty)
    let apart = [line(at(0, 0), at(1, 0)), line(at(5, 0), at(6, 0))]
    #expect(try Set(merged(apart)) == Set(apart))
  }
}
