import Diagnostics
import GeoJSON
import Geometry
import JSON
import TestSupport
import Testing

/// What one run writes the next one reads: nothing may move, and nothing may be written anew.
@Suite("Writing GeoJSON and reading it again")
struct FeatureRoundTripTests {
  @Test("shapes come back within half a millionth of a degree", arguments: 0..<60)
  func shapes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let shapes = (0..<10).map { _ in random.shape(depth: 2) }
    let read = try readGeoJSON(SourceText(written(shapes)))
    #expect(read.count == shapes.count, "seed \(seed)")
    for (before, after) in zip(shapes, read) {
      let (old, new) = (before.canonicalPositions, after.shape?.canonicalPositions ?? [])
      try #require(old.count == new.count, "seed \(seed)")
      #expect(
        zip(old, new).allSatisfy {
          $0.longitude.isClose(to: $1.longitude, within: 5.1e-7)
            && $0.latitude.isClose(to: $1.latitude, within: 5.1e-7)
        }, "seed \(seed)")
    }
  }

  @Test("what was read is written again to the same bytes", arguments: 0..<60)
  func again(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let bytes = written((0..<10).map { _ in random.shape(depth: 2) })
    let read = try readGeoJSON(SourceText(bytes))
    #expect(written(read.map(\.shape)) == bytes, "seed \(seed)")
  }

  @Test("small shapes, mostly rounding, are written again to the same bytes", arguments: 0..<60)
  func smallAgain(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let shapes = (0..<50).map { _ in
      let center = Position(longitude: 43, latitude: 36)
      return Shape.polygon(Polygon(random.star(around: center, radius: 2e-6...6e-6, corners: 9)))
    }
    let bytes = written(shapes)
    let read = try readGeoJSON(SourceText(bytes))
    #expect(written(read.map(\.shape)) == bytes, "seed \(seed)")
  }

  @Test("shells run counter-clockwise and holes clockwise", arguments: 0..<30)
  func winding(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let read = try readGeoJSON(SourceText(written((0..<10).map { _ in random.shape(depth: 2) })))
    for polygon in read.compactMap(\.shape).flatMap(\.polygons) {
      #expect(polygon.exterior.isCounterClockwise, "seed \(seed)")
      #expect(polygon.interiors.allSatisfy { !$0.isCounterClockwise }, "seed \(seed)")
    }
  }

  @Test("one feature a line, at most six decimals, no crs, and a box", arguments: 0..<30)
  func form(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let shapes = (0..<10).map { _ in random.shape(depth: 2) }
    let bytes = written(shapes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.split(separator: "\n").count == shapes.count + 2, "seed \(seed)")
    #expect(!text.contains("crs"))
    for number in text.split(whereSeparator: { !"-.0123456789eE".contains($0) }) {
      let decimals = number.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
      #expect(decimals.allSatisfy { (1...6).contains($0.count) }, "seed \(seed): \(number)")
    }
    let read = try readGeoJSON(SourceText(bytes))
    let box = try #require(Box(around: read.compactMap(\.shape).flatMap(\.canonicalPositions)))
    let numbers = try JSONNode(parsing: SourceText(bytes))["bbox"]?.array?.compactMap(\.number)
    #expect(
      numbers == [
        box.minimum.longitude, box.minimum.latitude, box.maximum.longitude, box.maximum.latitude,
      ], "seed \(seed)")
  }
}

private func written(_ shapes: [Shape?]) -> [UInt8] {
  var writer = FeatureWriter(name: "law")
  for shape in shapes { writer.append(Feature(shape, properties: [])) }
  return writer.finish()
}

extension SeededGenerator {
  fileprivate mutating func shape(depth: Int) -> Shape {
    let box = Box(
      minimum: Position(longitude: -170, latitude: -80),
      maximum: Position(longitude: 170, latitude: 80))
    let center = position(in: box)
    switch Int.random(in: 0...(depth > 0 ? 6 : 5), using: &self) {
    case 0: return .point(center)
    case 1: return .multiPoint([center, position(in: box)])
    case 2: return .lineString(LineString([center, position(in: box), position(in: box)]))
    case 3: return .multiLineString([LineString([center, position(in: box)])])
    case 4: return .polygon(polygon(around: center))
    case 5: return .multiPolygon(MultiPolygon([polygon(around: center)]))
    default: return .collection((0..<3).map { _ in shape(depth: depth - 1) })
    }
  }

  /// A polygon with a hole, both in random directions.
  private mutating func polygon(around center: Position) -> Polygon<Position> {
    let shell = star(around: center, radius: 3...5, corners: 20)
    let hole = star(around: center, radius: 1...2, corners: 10)
    return Polygon(
      Bool.random(using: &self) ? shell : shell.reversed,
      interiors: [Bool.random(using: &self) ? hole : hole.reversed])
  }
}

extension Shape {
  /// All positions, those of polygons in canonical order.
  fileprivate var canonicalPositions: [Position] {
    switch self {
    case .point(let position): [position]
    case .multiPoint(let positions): positions
    case .lineString, .multiLineString: lines.flatMap(\.positions)
    case .polygon, .multiPolygon:
      polygons.map(\.canonical).flatMap(\.rings).flatMap(\.positions)
    case .collection(let shapes): shapes.flatMap(\.canonicalPositions)
    }
  }
}
