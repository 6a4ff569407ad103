import Geometry
import TestSupport
import Testing

/// Two runs are compared byte by byte, and maps of two days shape by shape. If one area could be
/// written in two ways, ground that nobody moved over would show up as a change.
@Suite("Canonical forms")
struct CanonicalFormTests {
  @Test("any beginning and either direction of a ring give one polygon", arguments: 0..<40)
  func rotationsAndDirections(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let corners = Int.random(in: 4...30, using: &random)
    let ring: LinearRing<PlanarPosition> = random.star(
      around: PlanarPosition(x: 300_000, y: 4_000_000), radius: 10...5000, corners: corners)
    let expected = Polygon(ring).canonical
    for steps in 0..<corners {
      let turned = ring.rotated(by: steps)
      #expect(Polygon(turned).canonical == expected, "seed \(seed), step \(steps)")
      #expect(Polygon(turned.reversed).canonical == expected, "seed \(seed), step \(steps)")
    }
  }

  @Test("the outer ring runs counter-clockwise and the holes clockwise", arguments: 0..<20)
  func directions(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let polygon = random.polygonWithHoles().canonical
    #expect(polygon.exterior.isCounterClockwise, "seed \(seed)")
    #expect(polygon.interiors.allSatisfy { !$0.isCounterClockwise }, "seed \(seed)")
  }

  @Test("the order of holes and of polygons leaves no trace", arguments: 0..<20)
  func orders(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let polygons = (0..<5).map { _ in random.polygonWithHoles() }
    let expected = MultiPolygon(polygons).canonical
    let shuffled = polygons.shuffled(using: &random).map { polygon in
      Polygon(polygon.exterior, interiors: polygon.interiors.shuffled(using: &random))
    }
    #expect(MultiPolygon(shuffled).canonical == expected, "seed \(seed)")
    #expect(expected.canonical == expected, "seed \(seed)")
  }

  @Test("a canonical square begins at its smallest corner")
  func square() {
    let square = Polygon(
      LinearRing([at(2, 0), at(0, 0), at(0, 2), at(2, 2), at(2, 0)]),
      interiors: [
        LinearRing([at(1, 1), at(1.5, 1), at(1.5, 1.5), at(1, 1)]),
        LinearRing([at(0.6, 0.5), at(0.5, 0.5), at(0.6, 0.6), at(0.6, 0.5)]),
      ])
    #expect(
      square.canonical
        == Polygon(
          LinearRing([at(0, 0), at(2, 0), at(2, 2), at(0, 2), at(0, 0)]),
          interiors: [
            LinearRing([at(0.5, 0.5), at(0.6, 0.6), at(0.6, 0.5), at(0.5, 0.5)]),
            LinearRing([at(1, 1), at(1.5, 1.5), at(1.5, 1), at(1, 1)]),
          ]))
  }

  @Test("a segment has one value for both directions")
  func segments() {
    let there = Segment(at(0, 1), at(1, 0))
    let back = Segment(at(1, 0), at(0, 1))
    #expect(there != back)
    #expect(there.undirected == there)
    #expect(back.undirected == there)
  }
}

private func at(_ x: Double, _ y: Double) -> PlanarPosition { PlanarPosition(x: x, y: y) }

extension SeededGenerator {
  /// A square of 100 km with up to four holes, all its rings in random directions.
  fileprivate mutating func polygonWithHoles() -> Polygon<PlanarPosition> {
    let west = Double.random(in: 0...1_000_000, using: &self)
    let box = Box(minimum: at(west, 0), maximum: at(west + 100_000, 100_000))
    let holes = (0..<Int.random(in: 0...4, using: &self)).map { index in
      star(
        around: at(west + 20_000 * Double(index + 1), 50_000), radius: 100...9000, corners: 7)
    }
    let rings = ([box.outline] + holes).map { Bool.random(using: &self) ? $0 : $0.reversed }
    return Polygon(rings[0], interiors: Array(rings.dropFirst()))
  }
}
