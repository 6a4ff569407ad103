/// Writes XML as text: QGIS projects, SVG, KML.
///
///     var xml = XMLWriter()
///     xml.element("Placemark", ["id": "p1"]) { $0.element("name", text: "<Mosul>") }
///     xml.text
///
/// Whatever comes from data is escaped, and what XML cannot hold at all (most control characters) is
/// replaced by U+FFFD, so that no text can become markup. Attributes are written in the order given.
public struct XMLWriter: Sendable {
  /// What has been written, without a declaration.
  public private(set) var text = ""

  private var depth = 0
  private let indentation: String

  /// Begins with nothing written.
  ///
  /// - Parameter indentation: what each level is indented by; with an empty one there are no line
  ///   breaks either.
  public init(indentation: String = "  ") {
    self.indentation = indentation
  }

  /// Writes an element with others inside.
  public mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ body: (inout XMLWriter) -> Void
  ) {
    element(name, attributes: attributes.map { ($0.key, $0.value) }, body)
  }

  /// Writes an element with text inside, or an empty one.
  public mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text content: String? = nil
  ) {
    element(name, attributes: attributes.map { ($0.key, $0.value) }, text: content)
  }

  /// Writes an element whose attributes are put together elsewhere, with others inside.
  public mutating func element(
    _ name: String, attributes: [(String, String)], _ body: (inout XMLWriter) -> Void
  ) {
    open(name, attributes, end: ">")
    depth += 1
    body(&self)
    depth -= 1
    beginLine()
    text += "</\(name)>"
    endLine()
  }

  /// Writes an element whose attributes are put together elsewhere, with text inside, or an empty one.
  public mutating func element(
    _ name: String, attributes: [(String, String)], text content: String? = nil
  ) {
    guard let content else {
      open(name, attributes, end: "/>")
      return
    }
    beginLine()
    text += "<\(name)\(Self.attributes(attributes))>\(Self.escape(content))</\(name)>"
    endLine()
  }

  /// Writes text that is XML already.
  public mutating func raw(_ markup: String) {
    beginLine()
    text += markup
    endLine()
  }

  /// The text with everything escaped that markup could be made of, for content and for attributes.
  public static func escape(_ value: String) -> String {
    guard value.utf8.contains(where: isSpecial) else { return value }
    var escaped = ""
    escaped.reserveCapacity(value.utf8.count)
    for scalar in value.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t", "\r": escaped += "&#\(scalar.value);"
      case let scalar where scalar.value < 0x20 || (0xFFFE...0xFFFF).contains(scalar.value):
        escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Whether a byte may be a part of something that is escaped: U+FFFE and U+FFFF begin with EF.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), 0xEF:
      true
    default: byte < 0x20
    }
  }

  private mutating func open(_ name: String, _ attributes: [(String, String)], end: String) {
    beginLine()
    text += "<\(name)\(Self.attributes(attributes))\(end)"
    endLine()
  }

  private static func attributes(_ attributes: [(String, String)]) -> String {
    attributes.map { " \($0.0)=\"\(escape($0.1))\"" }.joined()
  }

  private mutating func beginLine() {
    for _ in 0..<depth { text += indentation }
  }

  private mutating func endLine() {
    if !indentation.isEmpty { text += "\n" }
  }
}
