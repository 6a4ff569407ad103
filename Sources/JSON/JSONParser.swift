public import Diagnostics

extension JSONNode {
  /// Reads a JSON text (RFC 8259), strictly: no comments, no trailing commas, no key twice.
  ///
  /// - Throws: `JSONError` with the byte of the first fault.
  /// - Complexity: O(*n*), for *n* bytes.
  public init(parsing source: SourceText) throws(JSONError) {
    if let offset = source.firstInvalidByte {
      throw JSONError("these bytes are not UTF-8: save the file as UTF-8", at: offset)
    }
    var parser = JSONParser(bytes: source.bytes)
    self = try parser.document()
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  var index = 0
  var depth = 0

  /// Deeper nesting than any map has; a limit so that bad input cannot exhaust the stack.
  static let maximumDepth = 200

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func document() throws(JSONError) -> JSONNode {
    skipSpace()
    guard index < bytes.count else { throw JSONError("the file is empty", at: index) }
    let value = try value()
    skipSpace()
    guard index == bytes.count else {
      throw JSONError("there is more text after the end of the value", at: index)
    }
    return value
  }

  private mutating func value() throws(JSONError) -> JSONNode {
    let start = index
    guard index < bytes.count else { throw JSONError("a value is missing", at: index) }
    switch bytes[index] {
    case UInt8(ascii: "{"): return JSONNode(kind: .object(try object()), offset: start)
    case UInt8(ascii: "["): return JSONNode(kind: .array(try array()), offset: start)
    case UInt8(ascii: "\""): return JSONNode(kind: .string(try string()), offset: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSONNode(kind: .number(try number()), offset: start)
    default:
      for (word, kind) in Self.literals where bytes[index...].starts(with: word.utf8) {
        index += word.utf8.count
        return JSONNode(kind: kind, offset: start)
      }
      throw JSONError("this is not a JSON value", at: index)
    }
  }

  private static let literals: [(String, JSONNode.Kind)] = [
    ("true", .bool(true)), ("false", .bool(false)), ("null", .null),
  ]

  private mutating func enter() throws(JSONError) {
    depth += 1
    guard depth <= Self.maximumDepth else {
      throw JSONError("values are nested more than \(Self.maximumDepth) deep", at: index)
    }
    index += 1
    skipSpace()
  }

  private mutating func object() throws(JSONError) -> [JSONNode.Member] {
    try enter()
    defer { depth -= 1 }
    var members: [JSONNode.Member] = []
    // Bytes, as two strings that look alike are equal in Swift and different in JSON.
    var keys: Set<[UInt8]> = []
    if take("}") { return members }
    while true {
      let offset = index
      guard peek("\"") else { throw JSONError("a key in quotes is missing", at: index) }
      let key = try string()
      guard keys.insert(Array(key.utf8)).inserted else {
        throw JSONError("the key \"\(key)\" appears twice in one object", at: offset)
      }
      skipSpace()
      guard take(":") else { throw JSONError("a colon is missing after \"\(key)\"", at: index) }
      members.append(JSONNode.Member(key: key, offset: offset, value: try value()))
      skipSpace()
      if take("}") { return members }
      guard take(",") else { throw JSONError("a comma or } is missing", at: index) }
    }
  }

  private mutating func array() throws(JSONError) -> [JSONNode] {
    try enter()
    defer { depth -= 1 }
    var elements: [JSONNode] = []
    if take("]") { return elements }
    while true {
      elements.append(try value())
      skipSpace()
      if take("]") { return elements }
      guard take(",") else { throw JSONError("a comma or ] is missing", at: index) }
    }
  }

  private mutating func number() throws(JSONError) -> Double {
    let start = index
    _ = takeByte("-")
    let whole = digits()
    var isValid = whole > 0 && !(whole > 1 && bytes[index - whole] == UInt8(ascii: "0"))
    if takeByte(".") { isValid = digits() > 0 && isValid }
    if takeByte("e") || takeByte("E") {
      _ = takeByte("+") || takeByte("-")
      isValid = digits() > 0 && isValid
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    guard isValid, let number = Double(text), number.isFinite else {
      throw JSONError("\"\(text)\" is not a JSON number", at: start)
    }
    return number
  }

  private mutating func digits() -> Int {
    let start = index
    while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) {
      index += 1
    }
    return index - start
  }

  private mutating func string() throws(JSONError) -> String {
    let start = index
    index += 1
    var content: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: content, as: UTF8.self)
      case UInt8(ascii: "\\"):
        content += String(try escape()).utf8
      case 0..<0x20:
        throw JSONError("there is a control character in a string: write it as \\u00XX", at: index)
      default:
        content.append(byte)
        index += 1
      }
    }
    throw JSONError("a string is not closed", at: start)
  }

  private mutating func escape() throws(JSONError) -> Character {
    let start = index
    index += 1
    guard index < bytes.count else { throw JSONError("a string is not closed", at: start) }
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return Character(try unicodeEscape(from: start))
    default: throw JSONError("this is not a JSON escape", at: start)
    }
  }

  private mutating func unicodeEscape(from start: Int) throws(JSONError) -> Unicode.Scalar {
    var units = [try hexadecimal(from: start)]
    if UTF16.isLeadSurrogate(units[0]) {
      guard takeByte("\\"), takeByte("u") else {
        throw JSONError("half of a surrogate pair is alone", at: start)
      }
      units.append(try hexadecimal(from: start))
    }
    var decoder = UTF16()
    var iterator = units.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
      throw JSONError("half of a surrogate pair is alone", at: start)
    }
    return scalar
  }

  private mutating func hexadecimal(from start: Int) throws(JSONError) -> UInt16 {
    let text = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
    guard text.utf8.count == 4, !text.hasPrefix("+"), !text.hasPrefix("-"),
      let unit = UInt16(text, radix: 16)
    else { throw JSONError("\\u needs four hexadecimal digits", at: start) }
    index += 4
    return unit
  }

  private mutating func skipSpace() {
    while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
  }

  private func peek(_ character: Unicode.Scalar) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: character)
  }

  private mutating func takeByte(_ character: Unicode.Scalar) -> Bool {
    guard peek(character) else { return false }
    index += 1
    return true
  }

  /// Takes a punctuation mark and the space after it.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard takeByte(character) else { return false }
    skipSpace()
    return true
  }
}
