import Geodesy
import Geometry
import TestSupport
import Testing

/// Which place is nearest is decided in the plane. If one of these fails, a theatre lies where its plane
/// is wrong by more than it says.
@Suite("The plane that suits an outline")
struct PlaneChoiceTests {
  private static func outline(_ positions: [Position]...) -> MultiPolygon<Position> {
    MultiPolygon(positions.map { Polygon(LinearRing($0 + [$0[0]])) })
  }

  private static func outline(_ boxes: Box<Position>...) -> MultiPolygon<Position> {
    MultiPolygon(boxes.map { Polygon($0.outline) })
  }

  /// Outlines with the plane that is chosen, and how far its scale is from 1 in all of them.
  private static let outlines:
    [(name: String, outline: MultiPolygon<Position>, plane: PlaneDefinition, error: Double)] = [
      (
        "a province", outline(box(43, 36, 44, 37)),
        .transverseMercator(meridian: 43.5, latitude: 36.5, scale: 1), 1e-4
      ),
      (
        "a tall country", outline(box(41, 30, 47, 45)),
        .transverseMercator(meridian: 44, latitude: 37.5, scale: 0.9995), 6e-4
      ),
      (
        "as wide as Ukraine", outline(box(22, 44, 42, 52)),
        .conic(meridian: 32, latitude: 48, south: 45.3, north: 50.7), 1.4e-3
      ),
      (
        "40 degrees wide", outline(box(15, 40, 55, 50)),
        .conic(meridian: 35, latitude: 45, south: 41.7, north: 48.3), 2.3e-3
      ),
      (
        "wide along the equator", outline(box(41, 0, 46, 1)),
        .conic(meridian: 43.5, latitude: 0.5, south: -0.7, north: 0.7), 1e-4
      ),
      (
        "40 degrees wide on the equator", outline(box(80, -4, 120, 6)),
        .conic(meridian: 100, latitude: 1, south: -2.3, north: 4.3), 2.2e-3
      ),
      (
        "across the antimeridian, from 176 to -176",
        outline([at(176, -20), at(-176, -20), at(-176, -14), at(176, -14)]),
        .conic(meridian: 180, latitude: -17, south: -19, north: -15), 8e-4
      ),
      (
        "across the antimeridian, from 176 to 184",
        outline([at(176, -20), at(184, -20), at(184, -14), at(176, -14)]),
        .conic(meridian: 180, latitude: -17, south: -19, north: -15), 8e-4
      ),
      (
        "across the antimeridian, in two parts",
        outline(box(176, -20, 180, -14), box(-180, -20, -176, -14)),
        .conic(meridian: 180, latitude: -17, south: -19, north: -15), 8e-4
      ),
      (
        "a cap drawn from -180 to 180", outline(box(-180, 80, 180, 90)),
        .polarStereographic(isNorth: true, meridian: 0, scale: 0.9962), 4e-3
      ),
      (
        "a ring around the north pole", outline([at(0, 80), at(90, 80), at(180, 80), at(-90, 80)]),
        .polarStereographic(isNorth: true, meridian: 0, scale: 0.9962), 4e-3
      ),
      (
        "the coast of a continent around the south pole",
        outline([
          at(-180, -78), at(-90, -72), at(0, -70), at(90, -66), at(180, -78), at(180, -90),
          at(-180, -90),
        ]),
        .polarStereographic(isNorth: false, meridian: 0, scale: 0.9779), 2.3e-2
      ),
      (
        "a pole and one side of it", outline(box(-40, 82, 40, 90)),
        .transverseMercator(meridian: 0, latitude: 86, scale: 0.998), 2.1e-3
      ),
    ]

  @Test("is the expected one", arguments: outlines.indices)
  func expected(index: Int) {
    let (name, outline, plane, _) = Self.outlines[index]
    #expect(PlaneDefinition(for: outline) == plane, "\(name)")
  }

  @Test("errs no more than documented, at its edge and inside", arguments: outlines.indices)
  func errors(index: Int) throws {
    let (name, outline, _, error) = Self.outlines[index]
    var random = SeededGenerator(seed: UInt64(index))
    let projector = Projector(PlaneDefinition(for: outline))
    for polygon in outline.polygons {
      let positions = polygon.exterior.positions
      let box = try #require(Box(around: positions))
      let isSplit = positions.contains { abs($0.longitude - positions[0].longitude) > 180 }
      let inside = (0..<500).map { _ in
        let position = random.position(in: box)
        // From 176 to -176, the short way.
        return isSplit && box.minimum.longitude > -180
          ? at(176 + (position.longitude + 176) / 44, position.latitude) : position
      }
      for position in positions + inside {
        #expect(
          abs(projector.scale(at: position) - 1) <= error,
          "\(name): \(position) has the scale \(projector.scale(at: position))")
      }
    }
  }

  @Test("does not change with the order of the vertices, or where a ring begins", arguments: 0..<20)
  func order(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let center = random.position(in: box(-180, -80, 180, 80))
    let ring = random.star(around: center, radius: 1...8, corners: 12)
    let plane = PlaneDefinition(for: MultiPolygon([Polygon(ring)]))
    #expect(PlaneDefinition(for: MultiPolygon([Polygon(ring.reversed)])) == plane, "seed \(seed)")
    #expect(
      PlaneDefinition(for: MultiPolygon([Polygon(ring.rotated(by: 5))])) == plane, "seed \(seed)")
  }

  @Test("is a plane for the whole Earth and for no outline too")
  func odd() throws {
    let whole = PlaneDefinition(for: Self.outline(box(-180, -90, 180, 90)))
    _ = try Projector(whole).project(at(10, 20))
    let none = PlaneDefinition(for: MultiPolygon<Position>([]))
    #expect(none == .transverseMercator(meridian: 0, latitude: 0, scale: 1))
  }
}
