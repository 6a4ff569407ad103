internal import Geometry
internal import JSON

/// The geometries, as RFC 7946, section 3.1 and appendix A, writes them.
extension ByteBuffer {
  mutating func append(_ shape: Shape, _ bounds: inout GridBounds) {
    switch shape {
    case .point(let position):
      append(literal: "{\"type\":\"Point\",\"coordinates\":")
      append(point: GridPosition(position), &bounds)
    case .multiPoint(let positions):
      append(literal: "{\"type\":\"MultiPoint\",\"coordinates\":")
      append(list: [GridPosition](rounding: positions), &bounds)
    case .lineString(let line):
      append(literal: "{\"type\":\"LineString\",\"coordinates\":")
      append(line, &bounds)
    case .multiLineString(let lines):
      append(literal: "{\"type\":\"MultiLineString\",\"coordinates\":")
      append(array: lines) { $0.append($1, &bounds) }
    case .polygon(let polygon):
      append(literal: "{\"type\":\"Polygon\",\"coordinates\":")
      append(polygon, &bounds)
    case .multiPolygon(let shape):
      append(literal: "{\"type\":\"MultiPolygon\",\"coordinates\":")
      append(array: shape.polygons) { $0.append($1, &bounds) }
    case .collection(let shapes):
      append(literal: "{\"type\":\"GeometryCollection\",\"geometries\":")
      append(array: shapes) { $0.append($1, &bounds) }
    }
    append(UInt8(ascii: "}"))
  }

  private mutating func append<Element>(
    array elements: [Element], _ write: (inout Self, Element) -> Void
  ) {
    append(UInt8(ascii: "["))
    for element in elements {
      write(&self, element)
      append(UInt8(ascii: ","))
    }
    if elements.isEmpty { append(UInt8(ascii: "]")) } else { closeArray() }
  }

  private mutating func append(point position: GridPosition, _ bounds: inout GridBounds) {
    bounds.include(position)
    append(CollectionOfOne(position))
    rewind(to: count - 1)
  }

  private mutating func append(list positions: [GridPosition], _ bounds: inout GridBounds) {
    for position in positions { bounds.include(position) }
    append(UInt8(ascii: "["))
    append(positions)
    if positions.isEmpty { append(UInt8(ascii: "]")) } else { closeArray() }
  }

  /// A line without the positions that rounding has made equal to the one before; a line shorter
  /// than the rounding keeps its two ends.
  private mutating func append(_ line: LineString<Position>, _ bounds: inout GridBounds) {
    var written = [GridPosition](roundingWithoutRepetitions: line.positions)
    if written.count == 1 { written.append(written[0]) }
    append(list: written, &bounds)
  }

  /// A polygon, its outer ring counter-clockwise and its holes clockwise and in order. A hole
  /// smaller than the rounding is left out; an outer ring so small keeps all its positions.
  private mutating func append(_ polygon: Polygon<Position>, _ bounds: inout GridBounds) {
    append(UInt8(ascii: "["))
    append(GridRing(shell: polygon.exterior), &bounds)
    for hole in polygon.interiors.compactMap(GridRing.init(hole:)).sorted(by: GridRing.precedes) {
      append(UInt8(ascii: ","))
      append(hole, &bounds)
    }
    append(UInt8(ascii: "]"))
  }
}
