internal import GeoJSON
internal import JSON
internal import Theatre

/// The shared styles of a KML document.
///
/// KML has no hatching. Ground that is held is filled without an outline; contested ground is almost clear
/// within a broad outline of its holder's colour, so that it is told apart without the hue; presumed
/// ground is paler with a thin outline. Places have their name in the holder's colour and no icon, since
/// an icon would come from the network.
struct KMLStyles {
  private let style: MapStyle
  private let numbers: [String: Int]

  init(_ theatre: Theatre) {
    style = MapStyle(theatre)
    numbers = Dictionary(
      style.holders.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static let statuses = ["held", "contested", "presumed", "unknown"]

  /// The id of the style of a feature. Ids of data may be no ids of XML, so actors go by number.
  func id(for layer: Layer, _ feature: Feature) -> String {
    // Last stands the ground of nobody, which is no actor whatever an actor may be called.
    let nobody = style.holders.count - 1
    switch layer {
    case .control, .places:
      var number = nobody
      if case .string(let holder) = feature["holder"] { number = numbers[holder] ?? nobody }
      return layer == .places
        ? "place-\(number)" : "ground-\(number)-\(feature["status"].plainText)"
    case .staleness: return "staleness-\(Self.step(of: feature))"
    default: return layer.rawValue
    }
  }

  /// Writes all styles that a document may use.
  func write(to xml: inout XMLWriter) {
    for (number, holder) in style.holders.enumerated() {
      for status in Self.statuses {
        ground("ground-\(number)-\(status)", holder.color, status, to: &xml)
      }
      label("place-\(number)", holder.color, to: &xml)
    }
    line("frontlines", MapStyle.front, width: 3, to: &xml)
    area("frontband", fill: Self.color(MapStyle.front, alpha: 0x33), line: nil, to: &xml)
    area(
      "pockets", fill: "00ffffff", line: (Self.color(MapStyle.ink, alpha: 0xFF), 2), to: &xml)
    for (step, alpha) in [0x1A, 0x33, 0x4D, 0x66, 0x80, 0x99, 0xB3].enumerated() {
      area(
        "staleness-\(step)", fill: Self.color(MapStyle.ink, alpha: alpha), line: nil, to: &xml)
    }
    label("reports", MapStyle.unknown, to: &xml)
    label("incidents", MapStyle.unknown, to: &xml)
  }

  /// How old the news of a piece of ground is, as a step from 0 to 6.
  private static func step(of feature: Feature) -> Int {
    guard case .int(let days) = feature["days_low"] else { return 6 }
    return [8, 31, 91, 181, 366].firstIndex { days < $0 } ?? 5
  }

  private func ground(
    _ id: String, _ color: String, _ status: String, to xml: inout XMLWriter
  ) {
    switch status {
    case "contested":
      area(
        id, fill: Self.color(color, alpha: 0x40), line: (Self.color(color, alpha: 0xFF), 4),
        to: &xml)
    case "presumed":
      area(
        id, fill: Self.color(color, alpha: 0x66), line: (Self.color(color, alpha: 0xFF), 1),
        to: &xml)
    case "unknown": area(id, fill: Self.color(color, alpha: 0x66), line: nil, to: &xml)
    default: area(id, fill: Self.color(color, alpha: 0xB3), line: nil, to: &xml)
    }
  }

  private func area(
    _ id: String, fill: String, line: (color: String, width: Int)?, to xml: inout XMLWriter
  ) {
    xml.element("Style", ["id": id]) { xml in
      if let line {
        xml.element("LineStyle") { xml in
          xml.element("color", text: line.color)
          xml.element("width", text: "\(line.width)")
        }
      }
      xml.element("PolyStyle") { xml in
        xml.element("color", text: fill)
        xml.element("outline", text: line == nil ? "0" : "1")
      }
    }
  }

  private func line(_ id: String, _ color: String, width: Int, to xml: inout XMLWriter) {
    xml.element("Style", ["id": id]) { xml in
      xml.element("LineStyle") { xml in
        xml.element("color", text: Self.color(color, alpha: 0xFF))
        xml.element("width", text: "\(width)")
      }
    }
  }

  private func label(_ id: String, _ color: String, to xml: inout XMLWriter) {
    xml.element("Style", ["id": id]) { xml in
      xml.element("IconStyle") { xml in
        xml.element("scale", text: "0")
      }
      xml.element("LabelStyle") { xml in
        xml.element("color", text: Self.color(color, alpha: 0xFF))
        xml.element("scale", text: "0.7")
      }
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
