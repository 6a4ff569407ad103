extension [UInt8] {
  /// Whether this is an HTML page or a piece of one rather than text with a stray `<`.
  var looksLikeHTML: Bool {
    let beginning = String(decoding: prefix(4_096), as: UTF8.self).lowercased()
    let signs = [
      "<!doctype html", "<html", "<body", "<div", "<p>", "<p ", "<br", "<article", "<span",
    ]
    return signs.contains(where: beginning.contains)
  }
}

/// The text of an HTML page: block elements separate paragraphs, scripts and styles are left out, and
/// the usual character references are resolved.
///
/// - Complexity: O(*n*), for *n* bytes.
func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
  var stripper = TagStripper(bytes)
  return stripper.text()
}

private struct TagStripper {
  private let bytes: [UInt8]
  private var position = 0
  private var output: [UInt8] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count)
  }

  mutating func text() -> [UInt8] {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "<") where isTag: skipTag()
      case UInt8(ascii: "&"): resolveReference()
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
        // In HTML a line break is a space; paragraphs come from the elements.
        output.append(UInt8(ascii: " "))
        position += 1
      default:
        output.append(bytes[position])
        position += 1
      }
    }
    return output
  }

  private var isTag: Bool {
    guard position + 1 < bytes.count else { return false }
    let next = bytes[position + 1]
    return next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
      || next == UInt8(ascii: "?")
  }

  private mutating func skipTag() {
    if starts(with: "<!--") {
      skip(past: "-->")
      return
    }
    let isClosing = bytes[position + 1] == UInt8(ascii: "/")
    let start = position + (isClosing ? 2 : 1)
    let end = bytes[start...].firstIndex { !$0.isLetterOrDigit } ?? bytes.count
    let name = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
    position = bytes[end...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
    if !isClosing, ["script", "style", "noscript", "head", "title"].contains(name) {
      skip(past: "</\(name)")
      skip(past: ">")
    }
    if blocks.contains(name) { output += [UInt8(ascii: "\n"), UInt8(ascii: "\n")] }
  }

  private func starts(with text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  /// Goes past the next occurrence of a text, without regard to case, or to the end.
  private mutating func skip(past text: String) {
    let pattern = Array(text.utf8)
    while position < bytes.count {
      let candidate = bytes[position...].prefix(pattern.count)
      position += 1
      if candidate.count == pattern.count,
        zip(candidate, pattern).allSatisfy({ $0 | 0x20 == $1 | 0x20 })
      {
        position += pattern.count - 1
        return
      }
    }
  }

  private mutating func resolveReference() {
    let rest = bytes[(position + 1)...].prefix(10)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")),
      let character = character(named: String(decoding: bytes[(position + 1)..<end], as: UTF8.self))
    else {
      output.append(bytes[position])
      position += 1
      return
    }
    output += Array(String(character).utf8)
    position = end + 1
  }

  private func character(named name: String) -> Character? {
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map(Character.init)
    }
    if name.hasPrefix("#") {
      return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init).map(Character.init)
    }
    return references[name]
  }
}

/// Elements that begin a new paragraph.
private let blocks: Set<String> = [
  "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "section",
  "article", "header", "footer", "blockquote", "figure", "figcaption", "td", "body", "html", "nav",
  "aside", "main", "title", "head", "script", "style",
]

/// The character references that news pages use.
private let references: [String: Character] = [
  "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–",
  "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "hellip": "…",
  "eacute": "é",
  "uuml": "ü", "ouml": "ö", "auml": "ä", "middot": "·", "bull": "•", "deg": "°",
]
