public import Diagnostics
internal import Geometry
public import JSON

/// A feature that was read: a geometry, what is said of it, and where it stood.
public struct ReadFeature: Sendable {
  /// The `id`, if the feature has one that is a string or a number.
  public let id: String?

  /// The geometry; nil for a feature without a location.
  public let shape: Shape?

  /// The `properties`: an object or null.
  public let properties: JSONNode

  /// The byte at which the feature begins.
  public let offset: Int

  /// The byte at which its geometry begins.
  public let shapeOffset: Int

  /// A string among the properties, or nil.
  public func string(_ name: String) -> String? { properties[name]?.string }
}

/// Reads GeoJSON (RFC 7946): a feature collection, one feature, or a bare geometry.
///
/// Heights and further numbers of a position are left out. Rings must be closed and have four
/// positions; nothing is said about whether they cross, which is a question for geometry.
///
/// - Returns: the features in the order of the text.
/// - Throws: `JSONError` with the byte of the first fault.
/// - Complexity: O(*n*), for *n* bytes.
public func readGeoJSON(_ source: SourceText) throws(JSONError) -> [ReadFeature] {
  let root = try JSONNode(parsing: source)
  switch try root.type() {
  case "FeatureCollection":
    guard let features = root["features"]?.array else {
      throw JSONError("a FeatureCollection needs an array \"features\"", at: root.offset)
    }
    var read: [ReadFeature] = []
    for feature in features { read.append(try feature.feature()) }
    return read
  case "Feature":
    return [try root.feature()]
  default:
    return [
      ReadFeature(
        id: nil, shape: try root.shape(), properties: JSONNode(kind: .null, offset: root.offset),
        offset: root.offset, shapeOffset: root.offset)
    ]
  }
}

extension JSONNode {
  fileprivate func type() throws(JSONError) -> String {
    guard case .object = kind else {
      throw JSONError("GeoJSON is an object, but this is \(kindName)", at: offset)
    }
    guard let type = self["type"]?.string else {
      throw JSONError("a GeoJSON object needs a string \"type\"", at: offset)
    }
    return type
  }

  fileprivate func feature() throws(JSONError) -> ReadFeature {
    guard try type() == "Feature" else {
      throw JSONError("every element of \"features\" has the type Feature", at: offset)
    }
    guard let geometry = self["geometry"] else {
      throw JSONError("a Feature needs a \"geometry\", if only null", at: offset)
    }
    return ReadFeature(
      id: self["id"]?.identifier,
      shape: geometry.isNull ? nil : try geometry.shape(),
      properties: try properties(), offset: offset, shapeOffset: geometry.offset)
  }

  private func properties() throws(JSONError) -> JSONNode {
    guard let properties = self["properties"] else { return JSONNode(kind: .null, offset: offset) }
    switch properties.kind {
    case .object, .null: return properties
    default:
      throw JSONError(
        "\"properties\" are an object or null, but this is \(properties.kindName)",
        at: properties.offset)
    }
  }

  /// The string, or the number as one writes it: 7, not 7.0.
  private var identifier: String? {
    guard let number else { return string }
    return Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  fileprivate func shape() throws(JSONError) -> Shape {
    let type = try type()
    if type == "GeometryCollection" {
      guard let geometries = self["geometries"]?.array else {
        throw JSONError("a GeometryCollection needs an array \"geometries\"", at: offset)
      }
      var shapes: [Shape] = []
      for geometry in geometries { shapes.append(try geometry.shape()) }
      return .collection(shapes)
    }
    guard let coordinates = self["coordinates"] else {
      throw JSONError("a \(type) needs \"coordinates\"", at: offset)
    }
    switch type {
    case "Point": return .point(try coordinates.position())
    case "MultiPoint": return .multiPoint(try coordinates.positions())
    case "LineString": return .lineString(try coordinates.line())
    case "MultiLineString":
      return .multiLineString(
        try coordinates.list { node throws(JSONError) in try node.line() })
    case "Polygon": return .polygon(try coordinates.polygon())
    case "MultiPolygon":
      return .multiPolygon(
        MultiPolygon(try coordinates.list { node throws(JSONError) in try node.polygon() }))
    default: throw JSONError("GeoJSON has no geometry of the type \"\(type)\"", at: offset)
    }
  }

  private func list<Element>(
    _ read: (JSONNode) throws(JSONError) -> Element
  ) throws(JSONError) -> [Element] {
    guard let elements = array else {
      throw JSONError("coordinates are an array, but this is \(kindName)", at: offset)
    }
    var list: [Element] = []
    list.reserveCapacity(elements.count)
    for element in elements { list.append(try read(element)) }
    return list
  }

  private func position() throws(JSONError) -> Position {
    guard let numbers = array, numbers.count >= 2,
      let longitude = numbers[0].number, let latitude = numbers[1].number
    else {
      throw JSONError("a position is [longitude, latitude], both numbers", at: offset)
    }
    let position = Position(longitude: longitude, latitude: latitude)
    guard position.isOnEarth else {
      let hint =
        (180...360).contains(longitude) && (-90...90).contains(latitude)
        ? "; write \(longitude) as \(longitude - 360), and cut what crosses 180 there (RFC 7946, section 3.1.9)"
        : ""
      throw JSONError(
        "the position \(position) is not on Earth: longitude comes first, in degrees\(hint)",
        at: offset)
    }
    return position
  }

  private func positions() throws(JSONError) -> [Position] {
    try list { node throws(JSONError) in try node.position() }
  }

  private func line() throws(JSONError) -> LineString<Position> {
    let positions = try positions()
    guard positions.count >= 2 else {
      throw JSONError(
        "a line needs at least two positions, this has \(positions.count)", at: offset)
    }
    return LineString(positions)
  }

  private func ring() throws(JSONError) -> LinearRing<Position> {
    let positions = try positions()
    guard positions.count >= 4 else {
      throw JSONError(
        "a ring needs at least four positions, this has \(positions.count)", at: offset)
    }
    guard positions.first == positions.last else {
      throw JSONError(
        "a ring ends where it begins: repeat its first position at its end", at: offset)
    }
    return LinearRing(positions)
  }

  private func polygon() throws(JSONError) -> Polygon<Position> {
    let rings = try list { node throws(JSONError) in try node.ring() }
    guard let exterior = rings.first else {
      throw JSONError("a polygon needs an outer ring", at: offset)
    }
    return Polygon(exterior, interiors: Array(rings.dropFirst()))
  }
}
