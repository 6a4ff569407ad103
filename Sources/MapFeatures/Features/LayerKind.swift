public import ControlMap
internal import FrontTracking
public import GeoJSON
internal import JSON

/// A layer of the map, described: what its file is called, what its features carry, how it is drawn, and how
/// what is on the map becomes a feature.
///
/// All that writes layers goes by a list of descriptions. `LayerKind.all` holds the built-in ones, each
/// described in a file of its own beside this one; a program may hand over a list with others in it.
///
///     let capitals = LayerKind(
///       "capitals", title: "Capitals", .point, in: .places, from: .map(PlaceLayer.self) { … },
///       columns: [.text("name") { $0.place.name }], style: { _ in … })
///     let request = ExportRequest(tracker, version: "1", layers: LayerKind.all + [capitals])
public struct LayerKind: Sendable {
  /// What the features of a layer are, in geometry.
  public enum Geometry: Sendable {
    /// A polygon each.
    case polygon
    /// A line each.
    case line
    /// A point each, or no location.
    case point
  }

  /// What belongs together in a legend; from the top of the map down.
  public enum Group: CaseIterable, Sendable {
    /// Names and places.
    case places
    /// What the map rests on.
    case evidence
    /// Lines, and what is drawn like them.
    case lines
    /// Ground.
    case ground
  }

  /// Whether a layer is seen when a map is opened.
  public enum Visibility: Sendable {
    /// It is.
    case shown
    /// It is where there are patterns; a flat colour would hide what lies below.
    case shownAsPattern
    /// It waits for a click, as it would hide the map.
    case hidden
  }

  /// Names its file, its `layer` property, its tables, and itself on the command line.
  public let name: String
  /// The title in a legend.
  public let title: String
  /// What its features are.
  public let geometry: Geometry
  /// Where it is in a legend.
  public let group: Group
  /// Whether it is seen when a map is opened.
  public let visibility: Visibility
  /// Whether there is something on it only where the ground is estimated with probabilities.
  public let needsProbabilities: Bool
  /// The properties of its features, in their order, without those of the period and the layer's name.
  public let ownColumns: [LayerColumn]

  let source: LayerSource
  private let makeStyle: @Sendable (MapStyle) -> LayerStyle
  private let makeTitle: @Sendable (Feature) -> String

  /// Describes a layer.
  ///
  /// - Parameters:
  ///   - name: lower-case letters, the same for file, property, table and command line.
  ///   - title: what a legend calls it.
  ///   - geometry: what its features are.
  ///   - group: where it stands in a legend.
  ///   - visibility: whether it is seen when a map is opened.
  ///   - needsProbabilities: whether it is empty unless the ground is estimated with probabilities.
  ///   - items: what is on it, and where that lies.
  ///   - confidence: from 0 to 1 on the first day of an item, nil for none; it halves with the age of the
  ///     reports. Without the function the features have no such property.
  ///   - columns: the other properties, in their order.
  ///   - style: how it is drawn.
  ///   - featureTitle: what a feature is called in a list; by default the layer's title.
  public init<Item>(
    _ name: String, title: String, _ geometry: Geometry, in group: Group,
    visibility: Visibility = .shown, needsProbabilities: Bool = false,
    from items: LayerItems<Item>,
    confidence: (@Sendable (LayerItem<Item>) -> Double?)? = nil,
    columns: [LayerProperty<Item>],
    style: @escaping @Sendable (MapStyle) -> LayerStyle,
    featureTitle: (@Sendable (Feature) -> String)? = nil
  ) {
    self.name = name
    self.title = title
    self.geometry = geometry
    self.group = group
    self.visibility = visibility
    self.needsProbabilities = needsProbabilities
    ownColumns =
      (confidence == nil ? [] : [LayerColumn("confidence", .real)]) + columns.map(\.column)
    source = items.source { item in
      LayerFeature(
        layer: name, from: item.start, to: item.end, isOpenEnded: item.isOpenEnded,
        items.location(item), confidence: confidence.map { item.fading($0(item)) },
        properties: columns.map { JSONMember($0.column.name, $0.value(item)) })
    }
    makeStyle = style
    makeTitle = featureTitle ?? { _ in title }
  }

  /// The layers of the map that it is drawn from; none if it does not depend on the map.
  public var mapLayers: MapLayers { source.mapLayers }

  /// How it is drawn on a map of these colours.
  public func style(_ map: MapStyle) -> LayerStyle { makeStyle(map) }

  /// What one of its features is called in a list.
  public func title(of feature: Feature) -> String { makeTitle(feature) }

  /// The columns of the layer, in the order of its features' properties.
  public var columns: [LayerColumn] {
    [
      LayerColumn("start", .moment), LayerColumn("end", .moment), LayerColumn("open_end", .boolean),
    ] + ownColumns
  }
}

extension LayerKind {
  /// The built-in layers, in the order in which they are written.
  public static let all: [LayerKind] = [
    .control, .frontlines, .frontband, .pockets, .fighting, .places, .staleness, .reports,
    .incidents,
  ]

  /// Whether a map whose ground is inferred in some way has the layer.
  public func isOn(mapInferredBy inference: InferenceMethod) -> Bool {
    !needsProbabilities || inference == .kriging
  }
}

extension [LayerKind] {
  /// The layers of a map whose ground is inferred in some way.
  public func of(mapInferredBy inference: InferenceMethod) -> [LayerKind] {
    filter { $0.isOn(mapInferredBy: inference) }
  }
}

/// Layers are the same if their names are.
extension LayerKind: Hashable, CustomStringConvertible {
  /// Whether two are of one name.
  public static func == (left: LayerKind, right: LayerKind) -> Bool { left.name == right.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The name.
  public var description: String { name }
}
