import Geometry
import TestSupport
import Testing

/// A shape goes to the plane and back with everything it had; a fault on the way is not swallowed.
@Suite("Shapes in another coordinate system")
struct MappingTests {
  @Test("every ring of every polygon is taken along")
  func structure() {
    let shell = Box(minimum: at(0, 0), maximum: at(9, 9)).outline
    let hole = Box(minimum: at(1, 1), maximum: at(2, 2)).outline
    let shape = MultiPolygon([
      Polygon(shell, interiors: [hole]),
      Polygon(Box(minimum: at(20, 0), maximum: at(21, 1)).outline),
    ])
    let there = shape.map { $0.map { PlanarPosition(x: $0.longitude * 10, y: $0.latitude * 10) } }
    #expect(there.polygons.map(\.interiors.count) == [1, 0])
    #expect(there.areaInSquareMeters == 8100 - 100 + 100)
    let back = there.map { $0.map { at($0.x / 10, $0.y / 10) } }
    #expect(back == shape)
  }

  @Test("a line is taken along position by position")
  func line() {
    let line = LineString([at(1, 2), at(3, 4)])
    #expect(
      line.map { $0.map { at($0.latitude, $0.longitude) } }.positions == [at(2, 1), at(4, 3)])
  }

  @Test("a fault in one hole is a fault of the whole shape")
  func fault() {
    let shell = Box(minimum: at(0, 0), maximum: at(9, 9)).outline
    let hole = Box(minimum: at(1, 1), maximum: at(2, 2)).outline
    #expect(throws: Fault.hole) {
      try MultiPolygon([Polygon(shell, interiors: [hole])]).map { positions throws(Fault) in
        if positions == hole.positions { throw .hole }
        return positions
      }
    }
  }
}

private enum Fault: Error {
  case hole
}

private func at(_ longitude: Double, _ latitude: Double) -> Position {
  Position(longitude: longitude, latitude: latitude)
}
