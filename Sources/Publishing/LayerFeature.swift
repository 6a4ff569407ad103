public import FrontTracking
public import GeoJSON
internal import Geometry
internal import JSON
public import Theatre

/// A feature of a layer with the days on which it is so.
public struct LayerFeature: Sendable {
  /// The layer.
  public let layer: Layer
  /// The first day.
  public let start: Day
  /// The first day on which it is no longer so.
  public let end: Day

  private let ground: Ground
  private let isOpenEnded: Bool
  private let confidence: FadingConfidence?
  private let properties: [JSONMember]

  /// Where it is.
  enum Ground {
    case shape(Shape?)
    case outline(Outline)
  }

  init(
    _ layer: Layer, from start: Day, to end: Day, isOpenEnded: Bool = false, _ ground: Ground,
    confidence: FadingConfidence? = nil, properties: [JSONMember]
  ) {
    self.layer = layer
    self.start = start
    self.end = end
    self.isOpenEnded = isOpenEnded
    self.ground = ground
    self.confidence = confidence
    self.properties = properties
  }

  /// Where it is; nil for what has no location.
  public var shape: Shape? {
    switch ground {
    case .shape(let shape): shape
    case .outline(let outline): .polygon(outline.polygon)
    }
  }

  /// Whether it is so on one of the days of a period.
  public func overlaps(_ period: Range<Day>) -> Bool {
    start < period.upperBound && period.lowerBound < end
  }

  /// The feature to write. `start` and `end` come first, as date-times and never null, because
  /// QGIS takes the first such names it meets for its temporal settings.
  ///
  /// - Parameter naming: whether to name the layer in a property.
  public func feature(namingLayer naming: Bool) -> Feature {
    Feature(
      shape,
      properties: period + (naming ? [layer.member] : [])
        + (confidence.map { [$0.member(on: start)] } ?? []) + properties)
  }

  /// The feature formatted, with a gap for the name of the layer and for what fades from day to day.
  ///
  /// - Parameter table: the vertices of outlines, formatted.
  func encoded(with table: OutlineTable) -> FormattedFeature {
    let text: EncodedFeature
    switch ground {
    case .outline(let outline) where outline.vertices === table.vertices:
      text = EncodedFeature(
        leading: period, trailing: properties, rings: outline.rings, in: table.positions)
    default:
      text = EncodedFeature(leading: period, trailing: properties, shape: shape)
    }
    return FormattedFeature(text: text, start: start, confidence: confidence)
  }

  private var period: [JSONMember] {
    [
      JSONMember("start", .string(start.asMoment)),
      JSONMember("end", .string(end.asMoment)),
      JSONMember("open_end", .bool(isOpenEnded)),
    ]
  }
}

/// The vertices of a map, formatted once for all outlines.
struct OutlineTable {
  let vertices: VertexTable
  let positions: PositionTable

  init(_ vertices: VertexTable) {
    self.vertices = vertices
    positions = PositionTable(vertices.positions)
  }
}

extension Layer {
  /// The property that names the layer.
  var member: JSONMember { JSONMember("layer", .string(rawValue)) }
}

extension Layer {
  /// The parts of a map that the layer is drawn from.
  public var parts: MapParts {
    switch self {
    case .control: .territories
    case .frontlines: .fronts
    case .frontband: .bands
    case .pockets: .pockets
    case .places: .places
    case .staleness: .staleness
    case .reports, .incidents: []
    }
  }
}

extension LayerFeature {
  init<Item>(
    _ layer: Layer, _ span: Span<Item>, ground: Ground, confidence: FadingConfidence? = nil,
    properties: [JSONMember]
  ) {
    self.init(
      layer, from: span.start, to: span.end, isOpenEnded: span.isOpenEnded, ground,
      confidence: confidence, properties: properties)
  }
}

extension Day {
  /// The beginning of the day: `2016-11-04T00:00:00Z`.
  var asMoment: String { "\(self)T00:00:00Z" }
}
