internal import GeoJSON
internal import Geometry
internal import JSON
internal import MapFeatures
internal import Theatre

/// The map as KML 2.2 (OGC 07-147r2), for Google Earth: a folder for each layer, a time span for each feature.
///
/// The specification says of a span only that it begins and ends, not whether its last instant belongs to
/// it, and programs read it as belonging. A period that ends when another begins would overlap it there, so
/// `end` is the last second of the last day. The half-open period stands in the balloon only: GDAL takes
/// data called `start` and `end` for the span, and would read another end from them.
struct KMLDocument {
  private var xml = XMLWriter(indentation: " ")
  private let styles: KMLStyles
  private let title: String

  /// - Parameter layers: all that there are: the document has the styles of each.
  init(_ theatre: Theatre, _ layers: [LayerKind]) {
    styles = KMLStyles(layers, MapStyle(theatre))
    title = theatre.settings.title
  }

  /// The bytes of the file.
  ///
  /// - Complexity: O(*n*), for *n* bytes, all of which are in memory.
  consuming func bytes(
    _ layers: [LayerKind], _ features: [[LayerFeature]]
  ) -> [UInt8] {
    let (title, styles) = (title, styles)
    xml.element("kml", ["xmlns": "http://www.opengis.net/kml/2.2"]) { xml in
      xml.element("Document") { xml in
        xml.element("name", text: title.withoutDirectionControls)
        styles.write(to: &xml)
        for layer in layers { Self.write(schemaOf: layer, to: &xml) }
        for (layer, features) in zip(layers, features) {
          xml.element("Folder") { xml in
            xml.element("name", text: layer.name)
            let isShown = layer.visibility == .shown
            xml.element("visibility", text: isShown ? "1" : "0")
            if features.isEmpty { xml.element("description", text: "Nothing on this layer.") }
            for item in features {
              Self.write(item, of: layer, isShown: isShown, styles, to: &xml)
            }
          }
        }
      }
    }
    return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + Array(xml.text.utf8)
  }

  private static func write(schemaOf layer: LayerKind, to xml: inout XMLWriter) {
    xml.element("Schema", ["id": "schema-\(layer.name)", "name": layer.name]) { xml in
      for column in layer.columns where !isOfSpan(column.name) {
        xml.element("SimpleField", ["type": column.kind.kmlType, "name": column.name])
      }
    }
  }

  /// Whether the time span tells a property.
  private static func isOfSpan(_ property: String) -> Bool {
    property == "start" || property == "end"
  }

  /// One feature, its elements in the order of the schema of KML.
  private static func write(
    _ item: LayerFeature, of layer: LayerKind, isShown: Bool, _ styles: KMLStyles,
    to xml: inout XMLWriter
  ) {
    let feature = item.feature(namingLayer: false)
    xml.element("Placemark") { xml in
      xml.element("name", text: layer.title(of: feature).withoutDirectionControls)
      if !isShown { xml.element("visibility", text: "0") }
      xml.element("description", text: balloon(of: feature))
      xml.element("TimeSpan") { xml in
        xml.element("begin", text: item.start.asMoment)
        xml.element("end", text: "\(item.end.previous)T23:59:59Z")
      }
      xml.element("styleUrl", text: "#\(styles.id(for: layer, feature))")
      xml.element("ExtendedData") { xml in
        xml.element("SchemaData", ["schemaUrl": "#schema-\(layer.name)"]) { xml in
          for member in feature.properties
          where member.value != .null && !isOfSpan(member.key) {
            xml.element("SimpleData", ["name": member.key], text: member.value.kmlText)
          }
        }
      }
      if let shape = feature.shape { xml.geometry(shape) }
    }
  }

  /// The properties as a table in HTML, in which nothing of the data can be markup. The writer escapes it
  /// once more, as text of KML.
  private static func balloon(of feature: Feature) -> String {
    let rows = feature.properties.filter { $0.value != .null }.map { member in
      "<tr><th align=\"left\">\(member.key.replacing("_", with: " "))</th>"
        + "<td>\(XMLWriter.escape(member.value.plainText.replacing("|", with: ", ")))</td></tr>"
    }
    return "<table>\(rows.joined())</table>"
  }
}

extension XMLWriter {
  fileprivate mutating func geometry(_ shape: Shape) {
    switch shape {
    case .point(let position):
      element("Point") { $0.coordinates([position]) }
    case .lineString(let line):
      element("LineString") { xml in
        // Along the ground, not through the earth between far corners.
        xml.element("tessellate", text: "1")
        xml.coordinates(line.positions)
      }
    case .polygon(let polygon):
      element("Polygon") { xml in
        xml.element("tessellate", text: "1")
        xml.element("outerBoundaryIs") { $0.ring(polygon.exterior) }
        for hole in polygon.interiors { xml.element("innerBoundaryIs") { $0.ring(hole) } }
      }
    default: break
    }
  }

  private mutating func ring(_ ring: LinearRing<Position>) {
    element("LinearRing") { $0.coordinates(ring.positions) }
  }

  private mutating func coordinates(_ positions: [Position]) {
    // Digits need no escaping, and they are nine tenths of the file.
    raw("<coordinates>\(coordinateText(positions))</coordinates>")
  }
}

extension JSON {
  /// The value as data of a schema. A truth value is a digit: GDAL reads no words for it.
  fileprivate var kmlText: String {
    if case .bool(let value) = self { return value ? "1" : "0" }
    return plainText
  }
}

extension LayerColumn.Kind {
  fileprivate var kmlType: String {
    switch self {
    case .text, .list, .day, .moment: "string"
    case .real: "double"
    case .integer: "int"
    case .boolean: "bool"
    }
  }
}
