import GEOS
import Geometry
import TestSupport
import Testing

/// A boundary that is plainly right is not shown to GEOS. One that is wrong has to be, or a map
/// would be drawn of ground that crosses itself.
@Suite("A plainly valid polygon")
struct PlainlyValidTests {
  @Test("is valid for GEOS too, and a star around a point is plainly so", arguments: 0..<50)
  func stars(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let star = Polygon(random.star(around: degrees(43, 36), radius: 0.5...2, corners: 40))
    #expect(star.isPlainlyValid, "seed \(seed)")
    #expect(try MultiPolygon([star]).invalidity() == nil, "seed \(seed)")
  }

  @Test("does not cross, touch or retrace itself", arguments: 0..<200)
  func scrawls(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Few places to choose from: corners meet, edges lie on each other, and some rings are right.
    let corners = (0..<Int.random(in: 3...7, using: &random)).map { _ in
      degrees(
        Double(Int.random(in: 0...4, using: &random)), Double(Int.random(in: 0...4, using: &random))
      )
    }
    let polygon = Polygon(LinearRing(corners + [corners[0]]))
    guard polygon.isPlainlyValid else { return }
    #expect(try MultiPolygon([polygon]).invalidity() == nil, "seed \(seed): \(corners)")
  }

  @Test("may have corners on a straight edge, as a box with points between has")
  func straight() {
    let ring = LinearRing([
      degrees(0, 0), degrees(1, 0), degrees(2, 0), degrees(2, 2), degrees(0, 2), degrees(0, 1),
      degrees(0, 0),
    ])
    #expect(Polygon(ring).isPlainlyValid)
  }

  @Test("has no hole and not too many corners: those are for GEOS to judge")
  func others() {
    let shell = Box(minimum: degrees(0, 0), maximum: degrees(9, 9)).outline
    let hole = Box(minimum: degrees(1, 1), maximum: degrees(2, 2)).outline.reversed
    #expect(Polygon(shell).isPlainlyValid)
    #expect(!Polygon(shell, interiors: [hole]).isPlainlyValid)
    #expect(!Polygon(LinearRing(shell.positions.densified(limit: 0.01))).isPlainlyValid)
  }
}

private func degrees(_ longitude: Double, _ latitude: Double) -> Position {
  Position(longitude: longitude, latitude: latitude)
}
