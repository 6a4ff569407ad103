import GEOS
import GEOSOracles
import Geometry
import TestSupport
import Testing

/// The nearest town is found without asking every town; it must be the same town.
@Suite("Nearest positions")
struct PointIndexTests {
  @Test("the nearest is that of asking every position", arguments: 0..<20)
  func bruteForce(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...300, using: &random)
    let positions = (0..<count).map { _ in random.position(in: theatre) }
    let index = try PointIndex(positions)
    for _ in 0..<100 {
      let query = random.position(in: theatre)
      let expected = try #require(positions.map { $0.distance(to: query) }.min())
      let found = try #require(try index.nearest(to: query))
      #expect(found.distanceInMeters == expected, "seed \(seed), \(query)")
      #expect(positions[found.index].distance(to: query) == expected, "seed \(seed), \(query)")
    }
  }

  @Test("positions on a grid, many of them equally near, give a nearest too", arguments: 0..<5)
  func ties(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let grid = (0..<100).map { at(Double($0 % 10), Double($0 / 10)) }.shuffled(using: &random)
    let index = try PointIndex(grid)
    for column in 0..<9 {
      let found = try #require(try index.nearest(to: at(Double(column) + 0.5, 4.5)))
      #expect(found.distanceInMeters == 0.5.squareRoot(), "seed \(seed)")
    }
  }

  @Test("every position is its own nearest", arguments: 0..<5)
  func own(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let positions = (0..<100).map { _ in random.position(in: theatre) }
    let index = try PointIndex(positions)
    for (own, position) in positions.enumerated() {
      let found = try #require(try index.nearest(to: position))
      #expect(found.index == own && found.distanceInMeters == 0, "seed \(seed)")
    }
  }

  @Test("among no positions there is no nearest, among one it is that one")
  func few() throws {
    #expect(try PointIndex([]).nearest(to: at(0, 0)) == nil)
    let found = try #require(try PointIndex([at(3, 4)]).nearest(to: at(0, 0)))
    #expect(found.index == 0 && found.distanceInMeters == 5)
  }

  @Test("two positions on one spot are no trouble")
  func doubled() throws {
    let index = try PointIndex([at(1, 1), at(1, 1), at(9, 9)])
    let found = try #require(try index.nearest(to: at(2, 1)))
    #expect(found.index < 2 && found.distanceInMeters == 1)
  }
}
