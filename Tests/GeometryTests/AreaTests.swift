import Geometry
import TestSupport
import Testing

/// Every square kilometre that a side holds is a sum of these.
@Suite("Areas in the plane")
struct AreaTests {
  @Test("a ring has a positive area counter-clockwise and a negative one clockwise")
  func sign() {
    let ring = Box(minimum: at(1, 1), maximum: at(3, 4)).outline
    #expect(ring.signedAreaInSquareMeters == 6)
    #expect(ring.reversed.signedAreaInSquareMeters == -6)
    #expect(ring.isCounterClockwise)
    #expect(!ring.reversed.isCounterClockwise)
  }

  @Test("a small ring far from the origin loses no digits")
  func farFromOrigin() {
    let corner = at(4_194_304, 8_388_608)
    let ring = Box(minimum: corner, maximum: at(corner.x + 0.25, corner.y + 0.25)).outline
    #expect(ring.signedAreaInSquareMeters == 0.0625)
  }

  @Test("a ring has the area of the triangles around its centre", arguments: 0..<50)
  func triangles(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let center = random.position(in: Box(minimum: at(0, 0), maximum: at(900_000, 5_000_000)))
    let ring = random.star(
      around: center, radius: 100...50_000, corners: Int.random(in: 4...60, using: &random))
    let triangles = ring.segments.reduce(0) { sum, edge in
      // Heron's formula shares nothing with the shoelace formula.
      let (a, b) = (center.distance(to: edge.start), center.distance(to: edge.end))
      let c = edge.start.distance(to: edge.end)
      let s = (a + b + c) / 2
      return sum + max(0, s * (s - a) * (s - b) * (s - c)).squareRoot()
    }
    let area = ring.signedAreaInSquareMeters
    #expect(area.isClose(to: triangles, relative: 1e-9), "seed \(seed)")
    #expect(
      ring.reversed.signedAreaInSquareMeters.isClose(to: -area, relative: 1e-12), "seed \(seed)")
    #expect(
      ring.rotated(by: 3).signedAreaInSquareMeters.isClose(to: area, relative: 1e-10),
      "seed \(seed)")
  }

  @Test("holes are taken off, whatever direction their rings have")
  func holes() {
    let shell = Box(minimum: at(0, 0), maximum: at(10, 10)).outline
    let first = Box(minimum: at(1, 1), maximum: at(2, 3)).outline
    let second = Box(minimum: at(5, 5), maximum: at(8, 6)).outline.reversed
    #expect(Polygon(shell, interiors: [first, second]).areaInSquareMeters == 95)
    #expect(Polygon(shell.reversed, interiors: [first]).areaInSquareMeters == 98)
  }

  @Test("a shape has the area of all its polygons, and none if it is empty")
  func shapes() {
    let near = Polygon(Box(minimum: at(0, 0), maximum: at(1, 1)).outline)
    let far = Polygon(Box(minimum: at(5, 5), maximum: at(7, 7)).outline)
    #expect(MultiPolygon([near, far]).areaInSquareMeters == 5)
    #expect(MultiPolygon<PlanarPosition>([]).areaInSquareMeters == 0)
    #expect(MultiPolygon<PlanarPosition>([]).isEmpty)
  }
}

private func at(_ x: Double, _ y: Double) -> PlanarPosition { PlanarPosition(x: x, y: y) }
