internal import Geometry

/// Writes a feature collection (RFC 7946) feature by feature, one on a line.
///
/// Longitude first, at most six decimals (about 0.1 m), outer rings counter-clockwise, no `crs`,
/// and a `bbox` at the end, where it is known. The same features give the same bytes.
///
///     var writer = FeatureWriter(name: "control")
///     writer.append(feature)
///     let bytes = writer.finish()
public struct FeatureWriter {
  /// How many decimals of a degree are written.
  public static let decimals = 6

  private var bytes: [UInt8]
  private var bounds: GridBounds?

  /// How many features have been written.
  public private(set) var count = 0

  /// Begins a collection. Readers built on GDAL take `name` for the layer's name.
  public init(name: String) {
    bytes = []
    bytes += "{\"type\":\"FeatureCollection\",\"name\":".utf8
    bytes.append(quoted: name)
    bytes += ",\"features\":[".utf8
  }

  /// Writes one feature.
  ///
  /// - Complexity: O(*n*), for *n* positions.
  public mutating func append(_ feature: Feature) {
    bytes += (count == 0 ? "\n" : ",\n").utf8
    count += 1
    bytes += "{\"type\":\"Feature\",\"properties\":".utf8
    JSON.object(feature.properties).write(to: &bytes)
    bytes += ",\"geometry\":".utf8
    if let shape = feature.shape { append(shape) } else { bytes += "null".utf8 }
    bytes.append(UInt8(ascii: "}"))
  }

  /// Ends the collection and returns the whole text.
  public consuming func finish() -> [UInt8] {
    var finished = bytes
    finished += (count == 0 ? "]" : "\n]").utf8
    if let bounds {
      finished += ",\"bbox\":[".utf8
      for (index, number) in bounds.numbers.enumerated() {
        if index > 0 { finished.append(UInt8(ascii: ",")) }
        finished.append(scaled: number, places: Self.decimals)
      }
      finished.append(UInt8(ascii: "]"))
    }
    finished += "}\n".utf8
    return finished
  }
}

/// A position as whole millionths of a degree, as it is written.
private struct GridPosition: Coordinate {
  let longitude: Int
  let latitude: Int

  init(_ position: Position) {
    self.init(first: position.longitude, second: position.latitude)
  }

  init(first: Double, second: Double) {
    longitude = [UInt8].scaled(first, places: FeatureWriter.decimals)
    latitude = [UInt8].scaled(second, places: FeatureWriter.decimals)
  }

  var first: Double { Double(longitude) }

  var second: Double { Double(latitude) }
}

/// The box around everything written, in millionths of a degree.
private struct GridBounds {
  private(set) var numbers: [Int]

  init(_ position: GridPosition) {
    numbers = [position.longitude, position.latitude, position.longitude, position.latitude]
  }

  mutating func include(_ position: GridPosition) {
    numbers[0] = min(numbers[0], position.longitude)
    numbers[1] = min(numbers[1], position.latitude)
    numbers[2] = max(numbers[2], position.longitude)
    numbers[3] = max(numbers[3], position.latitude)
  }
}

/// The geometries, as RFC 7946, section 3.1 and appendix A, writes them.
extension FeatureWriter {
  private mutating func append(_ shape: Shape) {
    switch shape {
    case .point(let position):
      append(type: "Point") { $0.append(GridPosition(position)) }
    case .multiPoint(let positions):
      append(type: "MultiPoint") { $0.append(positions.map(GridPosition.init)) }
    case .lineString(let line):
      append(type: "LineString") { $0.append(line) }
    case .multiLineString(let lines):
      append(type: "MultiLineString") { $0.append(list: lines) { $0.append($1) } }
    case .polygon(let polygon):
      append(type: "Polygon") { $0.append(polygon) }
    case .multiPolygon(let shape):
      append(type: "MultiPolygon") { $0.append(list: shape.polygons) { $0.append($1) } }
    case .collection(let shapes):
      bytes += "{\"type\":\"GeometryCollection\",\"geometries\":".utf8
      append(list: shapes) { $0.append($1) }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private mutating func append(type: String, coordinates: (inout Self) -> Void) {
    bytes += "{\"type\":\"\(type)\",\"coordinates\":".utf8
    coordinates(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  private mutating func append<Element>(
    list elements: [Element], _ write: (inout Self, Element) -> Void
  ) {
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func append(_ position: GridPosition) {
    if bounds == nil { bounds = GridBounds(position) } else { bounds?.include(position) }
    bytes.append(UInt8(ascii: "["))
    bytes.append(scaled: position.longitude, places: Self.decimals)
    bytes.append(UInt8(ascii: ","))
    bytes.append(scaled: position.latitude, places: Self.decimals)
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func append(_ positions: [GridPosition]) {
    append(list: positions) { $0.append($1) }
  }

  /// A line without the positions that rounding has made equal to the one before; a line shorter
  /// than the rounding keeps its two ends.
  private mutating func append(_ line: LineString<Position>) {
    let written = line.positions.map(GridPosition.init)
    let distinct = written.withoutRepetitions
    append(distinct.count > 1 ? distinct : [written[0], written[written.count - 1]])
  }

  /// A polygon, its outer ring counter-clockwise and its holes clockwise. A hole smaller than the
  /// rounding is left out; an outer ring so small keeps all its positions.
  ///
  /// It is rounded first and put into canonical form then: which position is the smallest may
  /// change with the rounding, and what is read must be written again as it was.
  private mutating func append(_ polygon: Polygon<Position>) {
    let rounded = polygon.map { $0.map(GridPosition.init) }
    let distinct = Polygon(
      rounded.exterior.withoutRepetitions ?? rounded.exterior,
      interiors: rounded.interiors.compactMap(\.withoutRepetitions))
    append(list: distinct.canonical.rings) { $0.append($1.positions) }
  }
}

extension LinearRing<GridPosition> {
  /// The ring without the positions that equal the one before, or nil if too few are left.
  fileprivate var withoutRepetitions: LinearRing? {
    let distinct = positions.withoutRepetitions
    return distinct.count >= 4 ? LinearRing(distinct) : nil
  }
}

extension [GridPosition] {
  fileprivate var withoutRepetitions: [GridPosition] {
    var distinct: [GridPosition] = []
    distinct.reserveCapacity(count)
    for position in self where position != distinct.last { distinct.append(position) }
    return distinct
  }
}
