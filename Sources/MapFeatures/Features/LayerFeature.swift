internal import FrontTracking
public import GeoJSON
internal import Geometry
package import JSON
public import PlanarSubdivision
public import Theatre

/// A feature of a layer with the days on which it holds.
public struct LayerFeature: Sendable {
  /// The name of its layer.
  public let layer: String
  /// The first day.
  public let start: Day
  /// The day after the last on which it holds.
  public let end: Day

  private let location: Location
  private let isOpenEnded: Bool
  private let confidence: FadingConfidence?
  private let properties: [JSONMember]

  /// Where it is.
  public enum Location: Sendable {
    /// A shape of its own; nil for what has no location.
    case shape(Shape?)
    /// A piece of the map, whose vertices are shared with other pieces.
    case outline(Outline)
  }

  init(
    layer: String, from start: Day, to end: Day, isOpenEnded: Bool, _ location: Location,
    confidence: FadingConfidence?, properties: [JSONMember]
  ) {
    self.layer = layer
    self.start = start
    self.end = end
    self.isOpenEnded = isOpenEnded
    self.location = location
    self.confidence = confidence
    self.properties = properties
  }

  /// Where it is; nil for what has no location.
  public var shape: Shape? {
    switch location {
    case .shape(let shape): shape
    case .outline(let outline): .polygon(outline.polygon)
    }
  }

  /// Whether it holds on one of the days of a period.
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
      properties: period + (naming ? [Self.member(namingLayer: layer)] : [])
        + (confidence.map { [$0.member(on: start)] } ?? []) + properties)
  }

  /// The feature formatted, with a gap for the name of the layer and for what fades from day to day.
  ///
  /// - Parameter table: the vertices of outlines, formatted.
  package func encoded(with table: OutlineTable) -> FormattedFeature {
    let text: EncodedFeature
    switch location {
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
package struct OutlineTable {
  let vertices: VertexTable
  let positions: PositionTable

  package init(_ vertices: VertexTable) {
    self.vertices = vertices
    positions = PositionTable(vertices.positions)
  }
}

extension LayerFeature {
  /// The property that names a layer.
  package static func member(namingLayer name: String) -> JSONMember {
    JSONMember("layer", .string(name))
  }
}

extension Day {
  /// The beginning of the day: `2016-11-04T00:00:00Z`.
  package var asMoment: String { "\(self)T00:00:00Z" }
}
