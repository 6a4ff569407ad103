import Foundation
import Geodesy
import Geometry
import TestSupport
import Testing

/// The square kilometres that a side is said to hold.
@Suite("Areas on the ellipsoid")
struct EllipsoidalAreaTests {
  @Test("an octant is an eighth of the Earth")
  func octant() {
    let octant = Polygon(LinearRing([at(0, 0), at(90, 0), at(0, 90), at(0, 0)]))
    // The area of WGS 84, as GeographicLib's Planimeter gives it.
    #expect(WGS84.area(of: octant).isClose(to: 510_065_621_724_088.44 / 8, relative: 1e-12))
  }

  @Test("a cell between parallels and meridians has the area of the formula", arguments: 0..<20)
  func cells(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let south = Double.random(in: -80...70, using: &random)
    let north = south + Double.random(in: 0.1...5, using: &random)
    let west = Double.random(in: -179...170, using: &random)
    let east = west + Double.random(in: 0.1...5, using: &random)
    let box = Box(minimum: at(west, south), maximum: at(east, north))
    // Short steps, as a parallel is no geodesic.
    let ring = LinearRing(box.outline.positions.densified(limit: 0.002))
    let expected = areaFromEquator(to: north) - areaFromEquator(to: south)
    #expect(
      WGS84.area(of: Polygon(ring)).isClose(to: expected * (east - west), relative: 1e-7),
      "seed \(seed)")
  }

  @Test("the direction and the beginning of a ring make no difference", arguments: 0..<20)
  func directions(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let ring = random.star(around: at(43, 36), radius: 0.1...2, corners: 30)
    let area = WGS84.area(of: Polygon(ring))
    #expect(area > 0, "seed \(seed)")
    #expect(
      WGS84.area(of: Polygon(ring.reversed)).isClose(to: area, relative: 1e-12), "seed \(seed)")
    #expect(
      WGS84.area(of: Polygon(ring.rotated(by: 7))).isClose(to: area, relative: 1e-12),
      "seed \(seed)")
  }

  @Test("holes are taken off and polygons are added up")
  func sums() {
    let shell = Box(minimum: at(40, 30), maximum: at(44, 34)).outline
    let hole = Box(minimum: at(41, 31), maximum: at(42, 32)).outline
    let pierced = Polygon(shell, interiors: [hole.reversed])
    let (outer, inner) = (WGS84.area(of: Polygon(shell)), WGS84.area(of: Polygon(hole)))
    #expect(WGS84.area(of: pierced) == outer - inner)
    #expect(WGS84.area(of: MultiPolygon([pierced, Polygon(hole)])) == outer)
    #expect(WGS84.area(of: MultiPolygon<Position>([])) == 0)
  }

  @Test("a shape across the antimeridian is as large as the same shape elsewhere")
  func antimeridian() {
    let there = LinearRing([at(179, 10), at(-179, 10), at(-179, 12), at(179, 12), at(179, 10)])
    let here = Box(minimum: at(9, 10), maximum: at(11, 12)).outline
    #expect(
      WGS84.area(of: Polygon(there)).isClose(to: WGS84.area(of: Polygon(here)), relative: 1e-12))
  }
}

/// The area between the equator and a parallel, for each degree of longitude, by integration of
/// the radii of curvature (J. P. Snyder, "Map projections: a working manual", 1987, formula 3-12).
private func areaFromEquator(to latitude: Double) -> Double {
  let flattening = 1 / 298.257223563
  let squared = flattening * (2 - flattening)
  let eccentricity = squared.squareRoot()
  let sine = sin(latitude * .pi / 180)
  let q =
    sine / (1 - squared * sine * sine) + atanh(eccentricity * sine) / eccentricity
  return 6_378_137 * 6_378_137 * (1 - squared) / 2 * q * .pi / 180
}
