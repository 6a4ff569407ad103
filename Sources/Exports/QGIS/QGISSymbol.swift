internal import MapFeatures

/// How QGIS draws a feature: one or more symbol layers, the first at the bottom.
struct QGISSymbol: Sendable {
  /// What a symbol is for. Its raw value is QGIS' word.
  enum Kind: String, Sendable {
    case fill, line, marker
  }

  /// One layer of a symbol, such as a fill or a hatching.
  struct Part: Sendable {
    /// QGIS' name for what draws it, as in `SimpleFill`.
    let drawing: String
    /// Its settings; lengths are in millimetres, colours as `#rrggbb`.
    var options: [(name: String, value: String)]
    /// Settings that are computed for each feature, by an expression.
    var formulas: [(property: String, expression: String)] = []
    /// What a pattern repeats.
    var repeated: [QGISSymbol] = []
  }

  let kind: Kind
  var parts: [Part]
  /// From 0, nothing is seen, to 1.
  var opacity = 1.0
}

extension QGISSymbol {
  /// Writes a symbol in QGIS' words.
  init(_ symbol: MapSymbol) {
    kind =
      switch symbol.kind {
      case .area: .fill
      case .line: .line
      case .point: .marker
      }
    parts = symbol.parts.flatMap(Self.parts)
    opacity = symbol.opacity
  }

  private static func parts(_ part: MapSymbol.Part) -> [Part] {
    switch part {
    case .fill(let color, let outline): fill(color, outline: outline).parts
    case .stroke(let color, let width, let dash): line(color, width: width, dash: dash).parts
    case .hatching(let color, let width, let spacing, let angle):
      hatching(color, width: width, spacing: spacing, angle: angle).parts
    case .dots(let color, let size, let outline, let spacing):
      dots(color, size: size, outline: outline, spacing: spacing).parts
    case .marker(let shape):
      marker(
        shape.color, shape: shape.shape.name, size: shape.size, outline: shape.outline,
        outlineWidth: shape.outlineWidth,
        formulas: shape.growth.map { growth in
          [("size", growth == 1 ? sizeByScale : "\(growth) * \(sizeByScale)")]
        } ?? []
      ).parts
    }
  }

  /// Small on a map of the whole theatre, large in a town.
  private static let sizeByScale =
    "scale_linear(coalesce(@map_scale, 250000), 50000, 1500000, 3, 1.1)"

  /// A plain area, with a hairline around it if an outline is given.
  static func fill(_ color: String, outline: String? = nil, opacity: Double = 1) -> QGISSymbol {
    let edge =
      outline.map {
        [("outline_color", $0), ("outline_width", "0.1"), ("outline_style", "solid")]
      } ?? [("outline_style", "no")]
    return QGISSymbol(
      kind: .fill,
      parts: [Part(drawing: "SimpleFill", options: [("color", color), ("style", "solid")] + edge)],
      opacity: opacity)
  }

  /// An outline without an area; `dash` is in millimetres of line and gap, none for a solid line.
  static func outline(
    _ color: String, width: Double, dash: [Double] = [], opacity: Double = 1
  ) -> QGISSymbol {
    QGISSymbol(
      kind: .fill, parts: line(color, width: width, dash: dash).parts, opacity: opacity)
  }

  /// Parallel lines; the angle is in degrees, counter-clockwise from the east.
  static func hatching(
    _ color: String, width: Double, spacing: Double, angle: Int
  ) -> QGISSymbol {
    QGISSymbol(
      kind: .fill,
      parts: [
        Part(
          drawing: "LinePatternFill",
          options: [
            ("angle", "\(angle)"), ("color", color), ("distance", "\(spacing)"),
            ("distance_unit", "MM"), ("line_width", "\(width)"), ("line_width_unit", "MM"),
          ], repeated: [.line(color, width: width)])
      ])
  }

  /// Dots in rows, every second row shifted by half.
  static func dots(
    _ color: String, size: Double, outline: String, spacing: Double
  ) -> QGISSymbol {
    QGISSymbol(
      kind: .fill,
      parts: [
        Part(
          drawing: "PointPatternFill",
          options: [
            ("distance_x", "\(spacing)"), ("distance_x_unit", "MM"), ("distance_y", "\(spacing)"),
            ("distance_y_unit", "MM"), ("displacement_x", "\(spacing / 2)"),
            ("displacement_x_unit", "MM"),
          ], repeated: [.marker(color, size: size, outline: outline, outlineWidth: 0.1)])
      ])
  }

  /// A line with round ends; `dash` is in millimetres of line and gap, none for a solid line.
  static func line(_ color: String, width: Double, dash: [Double] = []) -> QGISSymbol {
    let dashes =
      dash.isEmpty
      ? []
      : [
        ("use_custom_dash", "1"), ("customdash", dash.map { "\($0)" }.joined(separator: ";")),
        ("customdash_unit", "MM"),
      ]
    return QGISSymbol(
      kind: .line,
      parts: [
        Part(
          drawing: "SimpleLine",
          options: [
            ("line_color", color), ("line_width", "\(width)"), ("line_width_unit", "MM"),
            ("line_style", "solid"), ("capstyle", dash.isEmpty ? "round" : "flat"),
            ("joinstyle", "round"),
          ] + dashes)
      ])
  }

  /// A shape at a point; without a colour it is hollow, without an outline it has none.
  static func marker(
    _ color: String?, shape: String = "circle", size: Double, outline: String?,
    outlineWidth: Double = 0.2, formulas: [(property: String, expression: String)] = []
  ) -> QGISSymbol {
    QGISSymbol(
      kind: .marker,
      parts: [
        Part(
          drawing: "SimpleMarker",
          options: [
            ("name", shape), ("size", "\(size)"), ("size_unit", "MM"),
            ("color", color ?? "255,255,255,0"), ("outline_color", outline ?? "0,0,0,0"),
            ("outline_style", outline == nil ? "no" : "solid"),
            ("outline_width", "\(outlineWidth)"), ("outline_width_unit", "MM"),
          ], formulas: formulas)
      ])
  }

  /// Nothing at a point, which may have a label all the same.
  static let nothing = QGISSymbol.marker(nil, size: 0.1, outline: nil)
}

extension MapSymbol.Marker.Shape {
  /// QGIS' name for it.
  fileprivate var name: String {
    switch self {
    case .circle: "circle"
    case .square: "square"
    case .diamond: "diamond"
    case .cross: "cross2"
    }
  }
}

extension XMLWriter {
  /// Writes a symbol under a name.
  mutating func symbol(_ symbol: QGISSymbol, name: String) {
    let attributes = [
      ("type", symbol.kind.rawValue), ("name", name), ("alpha", "\(symbol.opacity)"),
      ("clip_to_extent", "1"), ("force_rhr", "0"),
    ]
    element("symbol", attributes: attributes) { xml in
      for (index, part) in symbol.parts.enumerated() { xml.part(part, of: name, index) }
    }
  }

  private mutating func part(_ part: QGISSymbol.Part, of name: String, _ index: Int) {
    element(
      "layer", ["class": part.drawing, "enabled": "1", "pass": "0", "locked": "0"]
    ) { xml in
      xml.options(part.options)
      if !part.formulas.isEmpty {
        xml.element("data_defined_properties") { $0.formulas(part.formulas) }
      }
      for (inner, symbol) in part.repeated.enumerated() {
        xml.symbol(symbol, name: "@\(name)@\(index + inner)")
      }
    }
  }

  /// Writes settings as QGIS' map of options.
  mutating func options(_ options: [(name: String, value: String)]) {
    element("Option", ["type": "Map"]) { xml in
      for (name, value) in options {
        xml.element("Option", ["type": "QString", "name": name, "value": value])
      }
    }
  }

  /// Writes settings that are computed by expressions.
  mutating func formulas(_ formulas: [(property: String, expression: String)]) {
    element("Option", ["type": "Map"]) { xml in
      xml.element("Option", ["type": "QString", "name": "name", "value": ""])
      xml.element("Option", ["type": "Map", "name": "properties"]) { xml in
        for (property, expression) in formulas {
          xml.element("Option", ["type": "Map", "name": property]) { xml in
            xml.element("Option", ["type": "bool", "name": "active", "value": "true"])
            xml.element("Option", ["type": "QString", "name": "expression", "value": expression])
            xml.element("Option", ["type": "int", "name": "type", "value": "3"])
          }
        }
      }
      xml.element("Option", ["type": "QString", "name": "type", "value": "collection"])
    }
  }
}
