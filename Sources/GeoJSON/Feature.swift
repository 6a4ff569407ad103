public import Geometry
public import JSON

/// A geometry of RFC 7946, section 3.1.
public enum Shape: Hashable, Sendable {
  /// One position.
  case point(Position)
  /// Several positions.
  case multiPoint([Position])
  /// One line.
  case lineString(LineString<Position>)
  /// Several lines.
  case multiLineString([LineString<Position>])
  /// One polygon.
  case polygon(Polygon<Position>)
  /// Several polygons.
  case multiPolygon(MultiPolygon<Position>)
  /// Several geometries.
  case collection([Shape])

  /// A shape of one polygon as a polygon, any other as a multipolygon.
  public init(_ shape: MultiPolygon<Position>) {
    self = shape.polygons.count == 1 ? .polygon(shape.polygons[0]) : .multiPolygon(shape)
  }

  /// The polygons in it, through all collections.
  public var polygons: [Polygon<Position>] {
    switch self {
    case .polygon(let polygon): [polygon]
    case .multiPolygon(let shape): shape.polygons
    case .collection(let shapes): shapes.flatMap(\.polygons)
    default: []
    }
  }

  /// The lines in it, through all collections; not the outlines of polygons.
  public var lines: [LineString<Position>] {
    switch self {
    case .lineString(let line): [line]
    case .multiLineString(let lines): lines
    case .collection(let shapes): shapes.flatMap(\.lines)
    default: []
    }
  }
}

/// A feature to be written: a geometry and what is said of it.
public struct Feature: Hashable, Sendable {
  /// Where it is; nil for something without a location.
  public let shape: Shape?

  /// What is said of it, in the order in which it is written.
  public let properties: [JSONMember]

  /// Creates a feature from its geometry and its properties.
  public init(_ shape: Shape?, properties: [JSONMember]) {
    self.shape = shape
    self.properties = properties
  }
}
