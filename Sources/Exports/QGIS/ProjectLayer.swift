internal import MapFeatures
internal import PlanarSubdivision
internal import Theatre

/// A layer of a QGIS project: a file beside it.
enum ProjectLayer: Hashable, Sendable {
  /// The names of places, which do not change over time.
  case names
  /// A layer of the map.
  case map(LayerKind)
  /// The rivers and other barriers.
  case barriers
  /// The outline of the theatre.
  case boundary

  /// Its id in a project. QGIS gives another id to a layer whose id has ten characters or fewer.
  var id: String { "geotrack-\(name)" }

  /// What the layer is called in files.
  var name: String {
    switch self {
    case .names: "names"
    case .map(let layer): layer.name
    case .barriers: "barriers"
    case .boundary: "boundary"
    }
  }

  /// The path of its features below the project's folder. What a project adds to the map has a folder of
  /// its own, so that it never takes the place of a theatre's file.
  var path: String {
    switch self {
    case .map(let layer): GeoJSONExporter().fileName(of: layer)
    default: "\(ProjectGround.folder)/\(name).geojson"
    }
  }

  /// The path of its style below the project's folder: QGIS takes the style that stands beside a file.
  var stylePath: String { path.dropLast("geojson".count) + "qml" }

  /// The title in the legend.
  var title: String {
    switch self {
    case .names: "Names"
    case .barriers: "Rivers and barriers"
    case .boundary: "Outline of the theatre"
    case .map(let layer): layer.title
    }
  }

  /// QGIS' words for its geometry: that of a style, and that of well-known binary.
  var geometry: (style: String, type: String) {
    switch self {
    case .barriers: ("Line", "MultiLineString")
    case .boundary: ("Polygon", "MultiPolygon")
    case .names: ("Point", "Point")
    case .map(let layer):
      switch layer.geometry {
      case .polygon: ("Polygon", "Polygon")
      case .line: ("Line", "LineString")
      case .point: ("Point", "Point")
      }
    }
  }

  /// Whether it covers the ground.
  var isGround: Bool { if case .map(let layer) = self { layer.group == .ground } else { false } }

  /// Whether it is shown when the project is opened. What would hide the map waits for a click.
  var isShown: Bool {
    if case .map(let layer) = self { layer.visibility != .hidden } else { true }
  }
}

/// Layers that belong together in the legend.
struct ProjectGroup: Sendable {
  let title: String
  /// From the top down.
  let layers: [ProjectLayer]

  /// The groups from the top down, for a map that has some layers.
  static func all(_ layers: [LayerKind], of theatre: Theatre) -> [ProjectGroup] {
    LayerKind.Group.allCases.map { group in
      let ofMap = layers.filter { $0.group == group }.map { ProjectLayer.map($0) }
      return switch group {
      case .places: ProjectGroup(title: "Names and places", layers: [.names] + ofMap)
      case .evidence: ProjectGroup(title: "Evidence", layers: ofMap)
      case .lines:
        ProjectGroup(
          title: "Lines",
          layers: ofMap + (theatre.barriers.isEmpty ? [] : [.barriers]) + [.boundary])
      case .ground: ProjectGroup(title: "Ground", layers: ofMap)
      }
    }
  }
}
