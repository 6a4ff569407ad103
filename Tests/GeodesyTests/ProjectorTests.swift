import Geodesy
import Geometry
import TestSupport
import Testing

/// The map is computed in a plane and published in degrees: what is lost on the way moves the
/// front.
@Suite("Projections")
struct ProjectorTests {
  /// Projections and how many degrees of a position they may lose on the way there and back.
  private static let theatres = [
    ("EPSG:32638", 1e-9),
    ("+proj=aeqd +lat_0=36 +lon_0=43 +datum=WGS84", 1e-9),
    ("+proj=lcc +lat_1=33 +lat_2=36 +lat_0=34 +lon_0=43 +datum=WGS84", 1e-9),
    // PROJ takes the way back of this one by a short series, exact to about a millimetre.
    ("EPSG:3035", 2e-8),
    ("+proj=laea +lat_0=36 +lon_0=43 +datum=WGS84", 2e-8),
  ]

  @Test("a code is spelt out for programs that look none up")
  func wellKnownText() throws {
    let text = try #require(try Projector("EPSG:32638").wellKnownText)
    #expect(text.hasPrefix("PROJCS[\"WGS 84 / UTM zone 38N\",GEOGCS["))
    #expect(text.contains("PARAMETER[\"central_meridian\",45]"))
    #expect(text.hasSuffix("AUTHORITY[\"EPSG\",\"32638\"]]"))
  }

  @Test("there and back again ends where it began", arguments: theatres, 0..<5)
  func roundTrip(theatre: (definition: String, tolerance: Double), seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let iraq = Box(minimum: at(39, 29), maximum: at(49, 38))
    let projector = try Projector(theatre.definition)
    let positions = (0..<500).map { _ in random.position(in: iraq) }
    let back = try projector.unproject(projector.project(positions))
    #expect(back.count == positions.count)
    for (before, after) in zip(positions, back) {
      #expect(
        after.longitude.isClose(to: before.longitude, within: theatre.tolerance)
          && after.latitude.isClose(to: before.latitude, within: theatre.tolerance),
        "seed \(seed): \(before) came back as \(after)")
    }
  }

  @Test("a zone of UTM begins 500 km west of its middle meridian, at the equator")
  func utm() throws {
    let projector = try Projector("EPSG:32638")
    let origin = try projector.project(at(45, 0))
    #expect(origin.distance(to: PlanarPosition(x: 500_000, y: 0)) < 1e-6)
    // As PROJ's own cs2cs gives it.
    let mosul = try projector.project(at(43.11889, 36.335))
    #expect(mosul.distance(to: PlanarPosition(x: 331_170.853215, y: 4_022_748.339514)) < 1e-5)
  }

  @Test("easting comes first even where the system puts northing first")
  func axisOrder() throws {
    let europe = try Projector("EPSG:3035").project(at(10, 52))
    #expect(europe.distance(to: PlanarPosition(x: 4_321_000, y: 3_210_000)) < 1e-3)
    let newZealand = try Projector("EPSG:2193").project(at(173, 0))
    #expect(newZealand.distance(to: PlanarPosition(x: 1_600_000, y: 10_000_000)) < 1e-3)
    let back = try Projector("EPSG:2193").unproject(newZealand)
    #expect(back.longitude.isClose(to: 173, within: 1e-9))
  }

  @Test("the distances from the centre are those of the ellipsoid", arguments: 0..<10)
  func azimuthalEquidistant(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let center = random.position(in: Box(minimum: at(-179, -80), maximum: at(179, 80)))
    let projector = try Projector(around: center)
    let origin = try projector.project(center)
    #expect(origin.distance(to: PlanarPosition(x: 0, y: 0)) < 1e-6, "seed \(seed)")
    for _ in 0..<50 {
      let near = Box(
        minimum: at(center.longitude - 1, center.latitude - 1),
        maximum: at(center.longitude + 1, center.latitude + 1))
      let place = random.position(in: near)
      let image = try projector.project(place)
      let way = WGS84.inverse(from: center, to: place)
      #expect(
        image.distance(to: origin).isClose(to: way.distanceInMeters, within: 1e-3),
        "seed \(seed): \(place)")
    }
  }

  @Test("an equal-area projection keeps the area of the ellipsoid", arguments: 0..<10)
  func equalArea(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let projector = try Projector("+proj=laea +lat_0=36 +lon_0=43 +datum=WGS84")
    let ring = random.star(around: at(43, 36), radius: 0.5...1.5, corners: 20)
    let polygon = Polygon(LinearRing(ring.positions.densified(limit: 0.01)))
    let planar = try polygon.map { positions throws(ProjectionError) in
      try projector.project(positions)
    }
    #expect(
      planar.areaInSquareMeters.isClose(to: WGS84.area(of: polygon), relative: 1e-6),
      "seed \(seed)")
  }

  @Test("no positions have no images")
  func none() throws {
    #expect(try Projector("EPSG:32638").project([Position]()).isEmpty)
  }
}

private func at(_ longitude: Double, _ latitude: Double) -> Position {
  Position(longitude: longitude, latitude: latitude)
}
