/// A simple style for QGIS: a layer's own colours, its period, nothing more.
enum PlainLayerStyle {
  /// The style as QML; nil for a layer that QGIS may draw as it likes.
  static func qml(for layer: Layer) -> String? {
    let (type, symbol, color, properties): (String, String, String, [(String, String)])
    switch layer {
    case .control:
      (type, symbol, color) = ("fill", "SimpleFill", MapStyle.unknown)
      properties = [("outline_style", "no")]
    case .places:
      (type, symbol, color) = ("marker", "SimpleMarker", MapStyle.unknown)
      properties = [("size", "2"), ("outline_color", "17,17,17,255")]
    case .frontlines:
      (type, symbol, color) = ("line", "SimpleLine", MapStyle.front)
      properties = [("line_color", color), ("line_width", "0.6")]
    default: return nil
    }
    var xml = XMLWriter()
    xml.element("qgis", ["styleCategories": "Symbology|Temporal", "version": "3.22"]) { xml in
      xml.element(
        "temporal",
        [
          "enabled": "1", "mode": "2", "startField": "start", "endField": "end", "limitMode": "0",
          "fixedDuration": "0", "durationUnit": "days", "accumulate": "0", "startExpression": "",
          "endExpression": "", "durationField": "",
        ])
      xml.element("renderer-v2", ["type": "singleSymbol", "symbollevels": "0"]) { xml in
        xml.element("symbols") { xml in
          xml.element("symbol", ["type": type, "name": "0", "alpha": "1"]) { xml in
            xml.element("layer", ["class": symbol, "enabled": "1", "pass": "0"]) { xml in
              xml.options([("color", color)] + properties)
              if layer != .frontlines { xml.fillByColumn() }
            }
          }
        }
      }
    }
    return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n\(xml.text)"
  }
}

extension XMLWriter {
  fileprivate mutating func options(_ options: [(String, String)]) {
    element("Option", ["type": "Map"]) { xml in
      for (name, value) in options {
        xml.element("Option", ["type": "QString", "name": name, "value": value])
      }
    }
  }

  /// Takes the fill from the column `color`.
  fileprivate mutating func fillByColumn() {
    element("data_defined_properties") { xml in
      xml.element("Option", ["type": "Map"]) { xml in
        xml.element("Option", ["type": "QString", "name": "name", "value": ""])
        xml.element("Option", ["type": "Map", "name": "properties"]) { xml in
          xml.element("Option", ["type": "Map", "name": "fillColor"]) { xml in
            xml.element("Option", ["type": "bool", "name": "active", "value": "true"])
            xml.element("Option", ["type": "QString", "name": "field", "value": "color"])
            xml.element("Option", ["type": "int", "name": "type", "value": "2"])
          }
        }
        xml.element("Option", ["type": "QString", "name": "type", "value": "collection"])
      }
    }
  }
}
