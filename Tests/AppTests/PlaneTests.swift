import Foundation
import Geodesy
import Geometry
import TestSupport
import Testing

/// The planes that maps are worked in are those that PROJ's own programs have under the same names.
@Suite("Planes against PROJ's cs2cs", .enabled(if: areAppTestsAskedFor))
struct PlaneTests {
  private static let outlines: [(name: String, Box<Position>)] = [
    ("a province", box(42, 35, 45, 38)),
    ("40 degrees wide", box(15, 40, 55, 50)),
    ("on the equator", box(80, -4, 120, 6)),
    ("around the north pole", box(-180, 70, 180, 90)),
    ("around the south pole", box(-180, -90, 180, -60)),
    ("across the antimeridian", box(174, -20, 188, -14)),
    ("tall", box(-80, -55, -65, -15)),
  ]

  @Test("a zone of UTM is the same to the millimetre, and so is the way back")
  func utm() throws {
    try compare(.utm(UTMZone(number: 38, isNorth: true)), in: Self.box(41, 34, 46, 38))
    try compare(.utm(UTMZone(number: 19, isNorth: false)), in: Self.box(-74, -40, -66, -1))
  }

  @Test("a chosen plane is the same to the millimetre", arguments: outlines.indices)
  func chosen(index: Int) throws {
    let (_, box) = Self.outlines[index]
    try compare(PlaneDefinition(for: MultiPolygon([Polygon(box.outline)])), in: box)
  }

  @Test("each zone of UTM has the well-known text that PROJ writes", arguments: [true, false])
  func wellKnownText(isNorth: Bool) throws {
    for number in 1...60 {
      let zone = UTMZone(number: number, isNorth: isNorth)
      let info = try run(
        URL(filePath: "/usr/bin/projinfo"),
        [zone.code, "-o", "WKT1_GDAL", "--single-line", "-q"])
      #expect(
        PlaneDefinition.utm(zone).wellKnownText
          == info.output.trimmingCharacters(in: .whitespacesAndNewlines))
    }
  }

  private func compare(_ plane: PlaneDefinition, in box: Box<Position>) throws {
    var random = SeededGenerator(seed: 1)
    let positions = (0..<2_000).map { _ in random.position(in: box) }
    let images = try Projector(plane).project(positions)
    let parameters = plane.projString.split(separator: " ").map(String.init)
    let degrees = ["+proj=longlat", "+datum=WGS84"]
    let theirs = try pairs(
      ["-f", "%.9f"] + degrees + ["+to"] + parameters,
      positions.map { ($0.longitude, $0.latitude) })
    try #require(theirs.count == positions.count)
    for ((position, image), other) in zip(zip(positions, images), theirs) {
      let gap = image.distance(to: PlanarPosition(x: other.0, y: other.1))
      #expect(gap < 1e-3, "\(plane): \(position) at \(image), and cs2cs says \(other)")
    }
    let back = try Projector(plane).unproject(images)
    for (position, original) in zip(positions, back) {
      let turns = position.longitude > 180 ? 360.0 : 0
      let start = Position(longitude: position.longitude - turns, latitude: position.latitude)
      #expect(WGS84.inverse(from: start, to: original).distanceInMeters < 1e-3)
    }
  }

  private func pairs(
    _ arguments: [String], _ input: [(Double, Double)]
  ) throws -> [(Double, Double)] {
    let lines = input.map { "\($0.0) \($0.1)\n" }.joined()
    let result = try run(
      URL(filePath: "/usr/bin/cs2cs"), arguments, input: Data(lines.utf8))
    #expect(result.status == 0, "\(result.errors)")
    return result.output.split(separator: "\n").compactMap { line in
      let numbers = line.split(whereSeparator: \.isWhitespace).prefix(2).compactMap { Double($0) }
      return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }
  }

  private static func box(
    _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) -> Box<Position> {
    Box(
      minimum: Position(longitude: west, latitude: south),
      maximum: Position(longitude: east, latitude: north))
  }
}
