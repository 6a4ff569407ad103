internal import GeoJSON
internal import Geometry
internal import MapFeatures

/// A geometry as a GeoPackage holds it: a header with the box around it, then well-known binary
/// (OGC 12-128r18, section 2.1.3). Little-endian, coordinates rounded as in GeoJSON.
struct GeoPackageGeometry {
  /// The header and the geometry.
  private(set) var bytes: [UInt8] = []
  /// The box around it.
  let bounds: Box<Position>

  private static let srs: UInt32 = 4_326

  /// Writes a shape; nil for a kind of shape that no layer has, and for one without positions.
  init?(_ shape: Shape) {
    let positions: [Position]
    switch shape {
    case .point(let position): positions = [position.onGrid]
    case .lineString(let line): positions = line.positions.map(\.onGrid)
    case .polygon(let polygon): positions = polygon.exterior.positions.map(\.onGrid)
    default: return nil
    }
    guard let box = Box(around: positions) else { return nil }
    bounds = box
    // "GP", version 1 (written 0), little-endian, with the box but for points, whose box is themselves.
    var isPoint = false
    if case .point = shape { isPoint = true }
    bytes = [0x47, 0x50, 0, isPoint ? 0b001 : 0b011]
    append(Self.srs)
    if !isPoint {
      for number in [
        box.minimum.longitude, box.maximum.longitude, box.minimum.latitude, box.maximum.latitude,
      ] {
        append(number)
      }
    }
    appendBinary(of: shape)
  }

  private mutating func appendBinary(of shape: Shape) {
    bytes.append(1)
    switch shape {
    case .point(let position):
      append(UInt32(1))
      append(position)
    case .lineString(let line):
      append(UInt32(2))
      append(line.positions)
    case .polygon(let polygon):
      append(UInt32(3))
      append(UInt32(polygon.rings.count))
      for ring in polygon.rings { append(ring.positions) }
    default: break
    }
  }

  private mutating func append(_ positions: [Position]) {
    append(UInt32(positions.count))
    for position in positions { append(position) }
  }

  private mutating func append(_ position: Position) {
    append(position.onGrid.longitude)
    append(position.onGrid.latitude)
  }

  private mutating func append(_ number: Double) { append(number.bitPattern) }

  private mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }
}

extension Position {
  /// The position rounded to the decimals that are written.
  var onGrid: Position {
    Position(
      longitude: (longitude * 1e6).rounded(.toNearestOrAwayFromZero) / 1e6,
      latitude: (latitude * 1e6).rounded(.toNearestOrAwayFromZero) / 1e6)
  }
}
