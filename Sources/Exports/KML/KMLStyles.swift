internal import GeoJSON
internal import MapFeatures

/// The shared styles of a KML document: the looks of its layers. KML has no patterns.
struct KMLStyles {
  private let styles: [String: LayerStyle]
  private let looks: [FeatureLook]

  init(_ layers: [LayerKind], _ map: MapStyle) {
    let styles = layers.map { $0.style(map) }
    self.styles = Dictionary(
      zip(layers.map(\.name), styles), uniquingKeysWith: { first, _ in first })
    let all = styles.flatMap(\.looks.all)
    // The looks of a holder stand together.
    looks =
      map.holders.indices.flatMap { number in all.filter { $0.holder == number } }
      + all.filter { $0.holder == nil }
  }

  /// The id of the style of a feature.
  func id(for layer: LayerKind, _ feature: Feature) -> String {
    styles[layer.name]?.looks.id(feature) ?? layer.name
  }

  /// Writes all styles that a document may use.
  func write(to xml: inout XMLWriter) {
    for look in looks {
      xml.element("Style", ["id": look.id]) { xml in
        switch look.drawing {
        case .area(let color, let opacity, let outline):
          if let outline { Self.line(outline, to: &xml) }
          xml.element("PolyStyle") { xml in
            xml.element("color", text: Self.color(color, alpha: opacity))
            xml.element("outline", text: outline == nil ? "0" : "1")
          }
        case .line(let line): Self.line(line, to: &xml)
        case .label(let color):
          xml.element("IconStyle") { xml in
            xml.element("scale", text: "0")
          }
          xml.element("LabelStyle") { xml in
            xml.element("color", text: Self.color(color, alpha: 0xFF))
            xml.element("scale", text: "0.7")
          }
        }
      }
    }
  }

  private static func line(_ line: FeatureLook.Line, to xml: inout XMLWriter) {
    xml.element("LineStyle") { xml in
      xml.element("color", text: color(line.color, alpha: 0xFF))
      xml.element("width", text: "\(line.width)")
    }
  }

  /// A colour as KML writes it, opacity first and red last: `aabbggrr`.
  ///
  /// - Parameter color: as `#rrggbb`; anything else becomes the colour of the unknown.
  static func color(_ color: String, alpha: Int) -> String {
    let digits = color.utf8.count == 7 ? color.dropFirst() : MapStyle.unknown.dropFirst()
    let (red, rest) = (digits.prefix(2), digits.dropFirst(2))
    let (green, blue) = (rest.prefix(2), rest.dropFirst(2))
    let opacity = String(alpha, radix: 16)
    return "\(opacity.count < 2 ? "0" : "")\(opacity)\(blue)\(green)\(red)".lowercased()
  }
}
