internal import Theatre

/// A layer of a QGIS project: a file beside it.
enum ProjectLayer: Hashable, Sendable {
  /// The names of places, which do not change over time.
  case names
  /// A layer of the map.
  case map(Layer)
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
    case .map(let layer): layer.rawValue
    case .barriers: "barriers"
    case .boundary: "boundary"
    }
  }

  /// The path of its features below the project's folder. What a project adds to the map has a folder of
  /// its own, so that it never takes the place of a theatre's file.
  var path: String {
    switch self {
    case .map(let layer): "\(layer.rawValue).geojson"
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
    case .map(.control): "Control"
    case .map(.frontlines): "Front lines"
    case .map(.frontband): "Where the line is uncertain"
    case .map(.pockets): "Pockets"
    case .map(.places): "Places by holder"
    case .map(.staleness): "Age of the last report"
    case .map(.reports): "Reports"
    case .map(.incidents): "Incidents"
    }
  }

  /// QGIS' words for its geometry: that of a style, and that of well-known binary.
  var geometry: (style: String, type: String) {
    switch self {
    case .barriers: ("Line", "MultiLineString")
    case .boundary: ("Polygon", "MultiPolygon")
    case .names: ("Point", "Point")
    case .map(let layer):
      switch layer.geometryType {
      case "POLYGON": ("Polygon", "Polygon")
      case "LINESTRING": ("Line", "LineString")
      default: ("Point", "Point")
      }
    }
  }

  /// Whether it is shown when the project is opened. What would hide the map waits for a click.
  var isShown: Bool {
    switch self {
    case .map(.staleness), .map(.reports), .map(.incidents): false
    default: true
    }
  }
}

/// Layers that belong together in the legend.
struct ProjectGroup: Sendable {
  let title: String
  /// From the top down.
  let layers: [ProjectLayer]

  /// The groups from the top down, for a map that has some layers.
  static func all(_ layers: [Layer], of theatre: Theatre) -> [ProjectGroup] {
    let groups: [(String, [ProjectLayer])] = [
      ("Names and places", [.names, .map(.places)]),
      ("Evidence", [.map(.reports), .map(.incidents)]),
      ("Lines", [.map(.frontlines), .map(.frontband), .map(.pockets), .barriers, .boundary]),
      ("Ground", [.map(.control), .map(.staleness)]),
    ]
    return groups.map { title, all in
      ProjectGroup(
        title: title,
        layers: all.filter { layer in
          switch layer {
          case .map(let layer): layers.contains(layer)
          case .barriers: !theatre.barriers.isEmpty
          case .names, .boundary: true
          }
        })
    }
  }
}
