import GeoJSON
import Geometry
import JSON
import TestSupport
import Testing

/// Features that are formatted once and written into many files. If one of these fails, the file of a
/// day says something else of a piece of ground than the file of all days.
@Suite("Features formatted once")
struct EncodedFeatureTests {
  private func at(_ longitude: Double, _ latitude: Double) -> Position {
    Position(longitude: longitude, latitude: latitude)
  }

  /// A shape of any kind, or none.
  private func shape(_ random: inout SeededGenerator) -> Shape? {
    let center = at(.random(in: -170...170, using: &random), .random(in: -80...80, using: &random))
    let ring = random.star(around: center, radius: 0.5...2, corners: 9)
    let shapes: [Shape?] = [
      nil, .point(center), .lineString(LineString(ring.positions)), .polygon(Polygon(ring)),
      .multiPolygon(MultiPolygon([Polygon(ring)])), .multiPoint(ring.positions),
      .collection([.point(center), .polygon(Polygon(ring))]),
    ]
    return shapes.randomElement(using: &random) ?? nil
  }

  private let leading = [JSONMember("start", "2020-01-01"), JSONMember("n", .int(3))]
  private let trailing = [JSONMember("name", "حي \"é\""), JSONMember("km", .int(-1))]

  @Test("it is written as the feature with all its properties is", arguments: 0..<20)
  func sameBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var (plain, encoded) = (FeatureWriter(name: "x"), FeatureWriter(name: "x"))
    for _ in 0..<8 {
      let shape = shape(&random)
      let inserted =
        Bool.random(using: &random)
        ? [] : [JSONMember("layer", "control"), JSONMember("a\"b", .int(1))]
      plain.append(Feature(shape, properties: leading + inserted + trailing))
      let feature = EncodedFeature(leading: leading, trailing: trailing, shape: shape)
      encoded.append(feature, inserting: inserted)
      #expect(plain.byteCount == encoded.byteCount && plain.count == encoded.count, "seed \(seed)")
    }
    #expect(plain.finish() == encoded.finish(), "seed \(seed)")
  }

  @Test("rings of a table are written as the polygon is, the box around them included")
  func rings() {
    let corners = [at(1, 1), at(5, 1), at(5, 6), at(1, 6), at(2, 2), at(2, 3), at(3, 3)]
    let rings: [[Int32]] = [[0, 1, 2, 3, 0], [4, 5, 6, 4]]
    let polygon = Polygon(
      LinearRing(rings[0].map { corners[Int($0)] }),
      interiors: [LinearRing(rings[1].map { corners[Int($0)] })])
    let table = PositionTable(corners)
    var (plain, encoded) = (FeatureWriter(name: "x"), FeatureWriter(name: "x"))
    plain.append(Feature(.polygon(polygon), properties: leading + trailing))
    encoded.append(
      EncodedFeature(leading: leading, trailing: trailing, rings: rings, in: table))
    #expect(plain.finish() == encoded.finish())
  }

  @Test("one that is used twice is the same twice")
  func twice() {
    var random = SeededGenerator(seed: 1)
    let ring = random.star(around: at(10, 10), radius: 1...2, corners: 12)
    let shape = Shape.polygon(Polygon(ring))
    let feature = EncodedFeature(leading: leading, trailing: trailing, shape: shape)
    var (plain, encoded) = (FeatureWriter(name: "x"), FeatureWriter(name: "x"))
    for _ in 0..<2 {
      plain.append(Feature(shape, properties: leading + trailing))
      encoded.append(feature)
    }
    #expect(plain.finish() == encoded.finish())
  }
}
