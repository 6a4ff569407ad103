import Geometry
import TestSupport
import Testing

/// A box decides what is looked at at all: whatever it misses is missing from the map.
@Suite("Boxes")
struct BoxTests {
  @Test("there is no box around nothing, and one without width around one position")
  func few() {
    #expect(Box(around: [Position]()) == nil)
    #expect(Box(around: [at(1, 2)]) == Box(minimum: at(1, 2), maximum: at(1, 2)))
  }

  @Test("a box holds every position it was made from and touches its edges", arguments: 0..<30)
  func around(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let earth = Box(minimum: at(-180, -90), maximum: at(180, 90))
    let positions = (0..<20).map { _ in random.position(in: earth) }
    let box = try #require(Box(around: positions))
    #expect(positions.allSatisfy(box.contains), "seed \(seed)")
    #expect(positions.contains { $0.longitude == box.minimum.longitude }, "seed \(seed)")
    #expect(positions.contains { $0.latitude == box.minimum.latitude }, "seed \(seed)")
    #expect(positions.contains { $0.longitude == box.maximum.longitude }, "seed \(seed)")
    #expect(positions.contains { $0.latitude == box.maximum.latitude }, "seed \(seed)")
  }

  @Test("the union of two boxes is the box around the positions of both", arguments: 0..<30)
  func union(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let earth = Box(minimum: at(-180, -90), maximum: at(180, 90))
    let left = (0..<3).map { _ in random.position(in: earth) }
    let right = (0..<3).map { _ in random.position(in: earth) }
    let leftBox = try #require(Box(around: left))
    let rightBox = try #require(Box(around: right))
    #expect(leftBox.union(rightBox) == Box(around: left + right), "seed \(seed)")
    #expect(rightBox.union(leftBox) == leftBox.union(rightBox), "seed \(seed)")
    #expect(leftBox.union(leftBox) == leftBox, "seed \(seed)")
  }

  @Test("a position on the edge lies in the box, one beyond it does not")
  func edges() {
    let box = Box(minimum: at(40, 30), maximum: at(50, 35))
    #expect(box.contains(at(40, 30)) && box.contains(at(50, 32)) && box.contains(at(45, 35)))
    #expect(!box.contains(at(39.999, 32)) && !box.contains(at(50.001, 32)))
    #expect(!box.contains(at(45, 29.999)) && !box.contains(at(45, 35.001)))
  }

  @Test("a polygon's bounds are those of its outer ring")
  func bounds() {
    let box = Box(minimum: at(-3, -2), maximum: at(5, 7))
    let hole = Box(minimum: at(0, 0), maximum: at(1, 1)).outline
    #expect(Polygon(box.outline.rotated(by: 2), interiors: [hole]).bounds == box)
  }
}

private func at(_ longitude: Double, _ latitude: Double) -> Position {
  Position(longitude: longitude, latitude: latitude)
}
