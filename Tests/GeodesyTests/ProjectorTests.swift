import Geodesy
import Geometry
import TestSupport
import Testing

/// The map is computed in a plane and published in degrees: what is lost on the way moves the
/// front.
@Suite("Projections")
struct ProjectorTests {
  @Test("there and back again ends where it began", arguments: planes.indices, 0..<5)
  func roundTrip(index: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (plane, box) = planes[index]
    let projector = Projector(plane)
    let positions = (0..<500).map { _ in random.position(in: box) }
    let back = try projector.unproject(projector.project(positions))
    #expect(back.count == positions.count)
    for (before, after) in zip(positions, back) {
      // The longitude of a position near a pole is a matter of millimetres.
      let way = WGS84.inverse(from: before, to: after)
      #expect(
        way.distanceInMeters < 1e-4, "\(plane), seed \(seed): \(before) came back as \(after)")
      #expect(after.isOnEarth)
    }
  }

  @Test("a zone of UTM begins 500 km west of its middle meridian, at the equator")
  func utm() throws {
    let projector = Projector(.utm(UTMZone(number: 38, isNorth: true)))
    let origin = try projector.project(at(45, 0))
    #expect(origin.distance(to: PlanarPosition(x: 500_000, y: 0)) < 1e-6)
    // As PROJ's own cs2cs gives it.
    let mosul = try projector.project(at(43.11889, 36.335))
    #expect(mosul.distance(to: PlanarPosition(x: 331_170.853215, y: 4_022_748.339514)) < 1e-5)
  }

  /// Positions with their images, as PROJ's own cs2cs gives them.
  private static let images: [(PlaneDefinition, Position, x: Double, y: Double)] = [
    (.utm(UTMZone(number: 56, isNorth: false)), at(150, -33), 219_700.010495, 6_344_714.145576),
    (
      .conic(meridian: 43, latitude: 36, south: 33, north: 37), at(43.11889, 36.335),
      10_670.428234, 37_163.774615
    ),
    (
      .conic(meridian: 100, latitude: 0, south: -5.7, north: 5.7), at(103.6, 1.3),
      398_781.852915, 143_052.975634
    ),
    (
      .polarStereographic(isNorth: false, meridian: 30, scale: 0.98), at(10, -71),
      -717_641.067271, 1_971_702.627601
    ),
    (
      .polarStereographic(isNorth: true, meridian: 170, scale: 0.98), at(-150, 75),
      1_061_219.832989, -1_264_712.548497
    ),
    (
      .transverseMercator(meridian: 179, latitude: -17, scale: 0.9995), at(-178.5, -17.5),
      265_435.300029, -57_050.476027
    ),
  ]

  @Test("the images are those of PROJ, with the same origin and axes", arguments: images.indices)
  func reference(index: Int) throws {
    let (plane, position, x, y) = Self.images[index]
    let image = try Projector(plane).project(position)
    #expect(image.distance(to: PlanarPosition(x: x, y: y)) < 1e-5, "\(plane): \(image)")
  }

  @Test("the distances from the centre are those of the ellipsoid", arguments: 0..<10)
  func azimuthalEquidistant(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let center = random.position(in: Box(minimum: at(-179, -80), maximum: at(179, 80)))
    let projector = Projector(around: center)
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
      let back = try projector.unproject(image)
      #expect(WGS84.inverse(from: place, to: back).distanceInMeters < 1e-6, "seed \(seed)")
    }
  }

  @Test("the scale at a position is that of a short way there", arguments: planes.indices, 0..<5)
  func scale(index: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (plane, box) = planes[index]
    let projector = Projector(plane)
    for _ in 0..<50 {
      let start = random.position(in: box)
      guard abs(start.latitude) < 89 else { continue }
      let end = at(start.longitude, start.latitude - 1e-4)
      let length = try projector.project(start).distance(to: projector.project(end))
      let way = WGS84.inverse(from: start, to: end).distanceInMeters
      #expect(
        projector.scale(at: start).isClose(to: length / way, within: 1e-4),
        "\(plane), seed \(seed): \(start)")
    }
  }

  @Test("no positions have no images")
  func none() throws {
    #expect(try Projector(planes[0].plane).project([Position]()).isEmpty)
  }
}
