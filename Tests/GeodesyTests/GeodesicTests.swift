import Geodesy
import Geometry
import TestSupport
import Testing

/// Every distance that is published rests on these numbers.
@Suite("The shortest way on the ellipsoid")
struct GeodesicTests {
  /// The first cases of `geodtest.c`, by C. F. F. Karney, in GeographicLib.
  private static let published: [(Position, Position, distance: Double, azimuth: Double)] = [
    (at(-139.44815, 35.60777), at(-69.95921, -11.17491), 8_935_244.5604818305, 111.0987484295603),
    (at(106.05087, 55.52454), at(-162.81766, 77.03196), 4_105_086.1713924406, 22.0200598809828),
    (at(142.59065, -21.97856), at(98.56635, 41.84138), 8_394_328.894657671, 327.5554312366681),
  ]

  @Test("long ways are those of the published test cases", arguments: published.indices)
  func publishedCases(index: Int) {
    let (start, end, distance, azimuth) = Self.published[index]
    let way = WGS84.inverse(from: start, to: end)
    #expect(way.distanceInMeters.isClose(to: distance, within: 1e-6))
    #expect(way.azimuthInDegrees.isClose(to: azimuth, within: 1e-9))
  }

  @Test("a quarter of a meridian and a degree of the equator have their known lengths")
  func knownLengths() {
    let quarter = WGS84.inverse(from: at(44, 0), to: at(44, 90))
    #expect(quarter.distanceInMeters.isClose(to: 10_001_965.7293, within: 1e-4))
    #expect(quarter.azimuthInDegrees == 0)
    let degree = WGS84.inverse(from: at(0, 0), to: at(1, 0))
    #expect(degree.distanceInMeters.isClose(to: 6_378_137 * .pi / 180, within: 1e-6))
    #expect(degree.azimuthInDegrees == 90)
  }

  @Test("from Hatra to Mosul it is as far as the documentation says")
  func documented() {
    let way = WGS84.inverse(from: at(42.71833, 35.58806), to: at(43.11889, 36.335))
    #expect(way.distanceInMeters.rounded() == 90_413)
  }

  @Test("a place is at no distance from itself, in direction 0")
  func zero() {
    let way = WGS84.inverse(from: at(43.1, 36.3), to: at(43.1, 36.3))
    #expect(way.distanceInMeters == 0 && way.azimuthInDegrees == 0)
    let pole = WGS84.inverse(from: at(10, 90), to: at(-120, 90))
    #expect(pole.distanceInMeters < 1e-6)
  }

  @Test("the way over the antimeridian is the short one")
  func antimeridian() {
    let east = WGS84.inverse(from: at(179.5, 0), to: at(-179.5, 0))
    #expect(east.distanceInMeters.isClose(to: 6_378_137 * .pi / 180, within: 1e-6))
    #expect(east.azimuthInDegrees == 90)
    #expect(WGS84.inverse(from: at(-179.5, 0), to: at(179.5, 0)).azimuthInDegrees == 270)
    #expect(WGS84.inverse(from: at(180, 10), to: at(-180, 10)).distanceInMeters < 1e-6)
  }

  @Test("the way from pole to pole is two quarters, whatever the longitude")
  func poles() {
    let way = WGS84.inverse(from: at(0, -90), to: at(77, 90))
    #expect(way.distanceInMeters.isClose(to: 2 * 10_001_965.7293, within: 1e-3))
  }

  @Test("the way back is as long as the way there", arguments: 0..<20)
  func symmetric(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let (a, b) = (random.position(in: earth), random.position(in: earth))
      let (there, back) = (WGS84.inverse(from: a, to: b), WGS84.inverse(from: b, to: a))
      #expect(
        there.distanceInMeters.isClose(to: back.distanceInMeters, within: 1e-6),
        "seed \(seed): \(a) and \(b)")
      #expect((0..<360).contains(there.azimuthInDegrees), "seed \(seed): \(a) to \(b)")
    }
  }

  @Test("no detour is shorter than the way", arguments: 0..<20)
  func triangle(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let places = (0..<3).map { _ in random.position(in: earth) }
      let direct = WGS84.inverse(from: places[0], to: places[2]).distanceInMeters
      let detour = WGS84.length(of: LineString(places))
      #expect(detour >= direct - 1e-6, "seed \(seed): \(places)")
    }
  }

  @Test("a way almost due north has a direction below 360")
  func almostNorth() {
    for step in 1...60 {
      let west = at(0 - 1 / Double(1 << step), 50)
      let azimuth = WGS84.inverse(from: at(0, 10), to: west).azimuthInDegrees
      #expect((0..<360).contains(azimuth), "2 to the power of -\(step) degrees west")
      #expect(azimuth.sign == .plus)
    }
  }
}

private let earth = Box(minimum: at(-180, -90), maximum: at(180, 90))
