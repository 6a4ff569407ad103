import GeoJSON
import Geometry
import JSON
import TestSupport
import Testing

/// The same ground must have the same bytes, whichever way it was written.
@Suite("Polygons from a table of positions")
struct PositionTableTests {
  @Test("a polygon by indices is written as the polygon itself is", arguments: 0..<20)
  func sameBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var (plain, indexed) = (FeatureWriter(name: "x"), FeatureWriter(name: "x"))
    for number in 0..<10 {
      let properties = [JSONMember("n", .int(number)), JSONMember("name", "حي \"é\"")]
      let polygon = random.polygon().rounded.canonical
      plain.append(Feature(.polygon(polygon), properties: properties))
      let (rings, table) = indices(of: polygon, &random)
      indexed.append(properties, polygonRings: rings, in: table)
    }
    #expect(plain.finish() == indexed.finish(), "seed \(seed)")
  }

  @Test("corners that rounding makes one are written once, and a hole without area not at all")
  func repetitions() {
    let step = 1e-7
    let table = PositionTable([
      at(-180, -90), at(180, -90), at(180, -90 + step), at(0.5, 89.999999), at(1, 1),
      at(1 + step, 1), at(1, 1 + step),
    ])
    var writer = FeatureWriter(name: "x")
    writer.append([], polygonRings: [[0, 1, 2, 3, 0], [4, 5, 6, 4]], in: table)
    writer.append([], polygonRings: [[4, 5, 6, 4]], in: table)
    #expect(
      String(decoding: writer.finish(), as: UTF8.self) == """
        {"type":"FeatureCollection","name":"x","features":[
        {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":\
        [[[-180,-90],[180,-90],[0.5,89.999999],[-180,-90]]]}},
        {"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":\
        [[[1,1],[1,1],[1,1],[1,1]]]}}
        ],"bbox":[-180,-90,180,89.999999]}

        """)
  }

  @Test("the millionths of a table are those that are written")
  func millionths() {
    let table = PositionTable([at(-179.9999995, 0.0000005), at(43.118889, -36.335)])
    #expect(table.count == 2)
    #expect(table.millionths(at: 0) == (-180_000_000, 1))
    #expect(table.millionths(at: 1) == (43_118_889, -36_335_000))
  }

  @Test("bytes taken out as they come are the same text", arguments: 0..<10)
  func takenOut(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var (whole, piecewise) = (FeatureWriter(name: "x"), FeatureWriter(name: "x"))
    var pieces: [[UInt8]] = []
    for _ in 0..<20 {
      let feature = Feature(.polygon(random.polygon()), properties: [])
      whole.append(feature)
      piecewise.append(feature)
      if Bool.random(using: &random) {
        pieces.append(piecewise.takeBytes())
        #expect(piecewise.byteCount == 0)
      }
    }
    #expect(piecewise.count == 20)
    #expect(whole.finish() == pieces.joined() + piecewise.finish(), "seed \(seed)")
  }

  /// A table of a polygon's corners in any order, and the polygon's rings in it.
  private func indices(
    of polygon: Polygon<Position>, _ random: inout SeededGenerator
  ) -> ([[Int32]], PositionTable) {
    let corners = Set(polygon.rings.flatMap(\.positions)).sorted().shuffled(using: &random)
    let index = Dictionary(uniqueKeysWithValues: zip(corners, Int32(0)...))
    return (polygon.rings.map { $0.positions.compactMap { index[$0] } }, PositionTable(corners))
  }
}

extension SeededGenerator {
  /// A star with some holes, in any direction and from any corner.
  fileprivate mutating func polygon() -> Polygon<Position> {
    let center = Position(
      longitude: .random(in: -170...170, using: &self),
      latitude: .random(in: -80...80, using: &self))
    let radius: Double = [3e-6, 1e-3, 4][Int.random(in: 0..<3, using: &self)]
    let corners = Int.random(in: 4...600, using: &self)
    let holes = (0..<Int.random(in: 0...3, using: &self)).map { number in
      star(
        around: Position(
          longitude: center.longitude + Double(number) * radius / 5, latitude: center.latitude),
        radius: radius / 20...radius / 10, corners: 8
      ).rotated(by: number)
    }
    let shell = star(around: center, radius: radius...radius * 1.5, corners: corners)
    return Polygon(Bool.random(using: &self) ? shell : shell.reversed, interiors: holes)
  }
}

extension Polygon<Position> {
  /// The polygon with six decimals.
  fileprivate var rounded: Polygon {
    map { (ring: [Position]) in
      ring.map { at(($0.longitude * 1e6).rounded() / 1e6, ($0.latitude * 1e6).rounded() / 1e6) }
    }
  }
}

private func at(_ longitude: Double, _ latitude: Double) -> Position {
  Position(longitude: longitude, latitude: latitude)
}
