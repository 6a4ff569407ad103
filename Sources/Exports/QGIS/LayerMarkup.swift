internal import MapFeatures

/// A layer as QGIS' files hold it: in a project, in a layer definition (`.qlr`), or its style alone
/// (`.qml`).
extension XMLWriter {
  /// QGIS' first line.
  static let qgisDocumentType = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
  /// The version whose form the files have: the oldest that they are for.
  static let qgisVersion = "3.22.0"

  /// The text of a style file.
  static func qml(_ style: QGISLayerStyle) -> String {
    var xml = XMLWriter()
    let categories = "Symbology|Labeling|Temporal|MapTips"
    xml.element(
      "qgis",
      [
        "version": qgisVersion, "styleCategories": categories,
        "labelsEnabled": style.labels.isEmpty ? "0" : "1",
      ]
    ) { $0.style(style) }
    return qgisDocumentType + xml.text
  }

  /// Writes a layer whose file lies at its path from the document.
  mutating func mapLayer(
    _ layer: ProjectLayer, _ style: QGISLayerStyle, licence: String, credits: String
  ) {
    let attributes = [
      ("type", "vector"), ("geometry", layer.geometry.style), ("wkbType", layer.geometry.type),
      ("styleCategories", "AllStyleCategories"),
      ("labelsEnabled", style.labels.isEmpty ? "0" : "1"), ("readOnly", "0"),
      ("hasScaleBasedVisibilityFlag", "0"), ("simplifyDrawingHints", "1"),
      ("simplifyDrawingTol", "1"), ("simplifyLocal", "1"), ("simplifyAlgorithm", "0"),
      ("simplifyMaxScale", "1"), ("autoRefreshEnabled", "0"),
    ]
    element("maplayer", attributes: attributes) { xml in
      xml.element("id", text: layer.id)
      xml.element("datasource", text: "./\(layer.path)")
      xml.element("layername", text: layer.title)
      xml.element("srs") { $0.referenceSystem(.wgs84) }
      xml.element("resourceMetadata") { xml in
        xml.element("type", text: "dataset")
        xml.element("title", text: layer.title)
        xml.element("license", text: licence)
        xml.element("rights", text: credits)
      }
      xml.element("provider", ["encoding": "UTF-8"], text: "ogr")
      xml.style(style)
      xml.element("blendMode", text: "0")
      xml.element("layerOpacity", text: "1")
    }
  }

  /// Writes a reference system.
  mutating func referenceSystem(_ system: QGISReferenceSystem) {
    element("spatialrefsys") { xml in
      guard system.isCode else {
        xml.element("proj4", text: system.definition)
        return
      }
      // QGIS 3.22 does not look the code up here, so that the system must be spelt out.
      if let text = system.wellKnownText { xml.element("wkt", text: text) }
      xml.element("authid", text: system.definition)
    }
  }

  /// Writes the legend's groups, with the layers in each.
  mutating func layerTree(_ groups: [ProjectGroup]) {
    element("layer-tree-group") { xml in
      for group in groups {
        xml.element(
          "layer-tree-group",
          ["name": group.title, "checked": "Qt::Checked", "expanded": "1"]
        ) { xml in
          for layer in group.layers { xml.treeLayer(layer, isShown: layer.isShown) }
        }
      }
    }
  }

  /// Writes a layer of a legend.
  mutating func treeLayer(_ layer: ProjectLayer, isShown: Bool) {
    element(
      "layer-tree-layer",
      [
        "id": layer.id, "name": layer.title, "providerKey": "ogr",
        "source": "./\(layer.path)", "checked": isShown ? "Qt::Checked" : "Qt::Unchecked",
        "expanded": isShown ? "1" : "0",
      ])
  }
}

/// A reference system as QGIS' files hold it.
struct QGISReferenceSystem: Hashable, Sendable {
  /// A code such as `EPSG:32638`, or a PROJ string.
  let definition: String
  /// The same as well-known text, if that is known.
  let wellKnownText: String?

  /// Whether it is a code of a register.
  var isCode: Bool { !definition.hasPrefix("+") }

  /// Longitude and latitude on WGS 84: that of GeoJSON.
  static let wgs84 = QGISReferenceSystem(
    definition: "+proj=longlat +datum=WGS84 +no_defs", wellKnownText: nil)
}
