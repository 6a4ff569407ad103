/// A value to be written as JSON, its keys in the order given and its bytes always the same.
public enum JSON: Hashable, Sendable {
  /// The literal `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case int(Int)
  /// A number rounded to some decimals; trailing zeros are not written.
  case decimal(Double, places: Int)
  /// A string.
  case string(String)
  /// An array.
  case array([JSON])
  /// An object, in this order.
  case object([JSONMember])

  /// An array of strings.
  public static func strings(_ strings: some Sequence<String>) -> JSON {
    .array(strings.map(JSON.string))
  }

  /// A string, or `null` for nil.
  public static func optional(_ string: String?) -> JSON {
    string.map(JSON.string) ?? .null
  }
}

/// One key and value of an object.
public struct JSONMember: Hashable, Sendable {
  /// The key.
  public let key: String

  /// The value.
  public let value: JSON

  /// Creates a member from its key and value.
  public init(_ key: String, _ value: JSON) {
    self.key = key
    self.value = value
  }
}

extension JSON: ExpressibleByStringLiteral {
  /// A string.
  public init(stringLiteral value: String) {
    self = .string(value)
  }
}

extension JSON: ExpressibleByDictionaryLiteral {
  /// An object with its keys in the order written.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { JSONMember($0, $1) })
  }
}

extension JSON {
  /// The text in one line, without a line break at its end.
  public var compact: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text over several lines, indented by two spaces, without a line break at its end. An
  /// array or object of plain values stays on one line when it fits into 100 characters.
  public var indented: String { text(indent: "") }

  private func text(indent: String) -> String {
    let flat = compact
    if isShallow && flat.utf8.count + indent.utf8.count <= 100 { return flat }
    let inner = indent + "  "
    switch self {
    case .array(let elements) where !elements.isEmpty:
      let lines = elements.map { inner + $0.text(indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members) where !members.isEmpty:
      let lines = members.map {
        inner + JSON.string($0.key).compact + ": " + $0.value.text(indent: inner)
      }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    default:
      return flat
    }
  }

  /// Whether all elements are plain values.
  private var isShallow: Bool {
    switch self {
    case .array(let elements): elements.allSatisfy(\.isPlain)
    case .object(let members): members.allSatisfy { $0.value.isPlain }
    default: true
    }
  }

  private var isPlain: Bool {
    switch self {
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    default: true
    }
  }

  /// Appends the text in one line.
  ///
  /// - Complexity: O(*n*), for *n* bytes written.
  public func write(to bytes: inout [UInt8]) {
    var buffer = ByteBuffer()
    buffer.append(self)
    bytes += buffer.take()
  }
}

extension ByteBuffer {
  /// Appends a value in one line.
  package mutating func append(_ value: JSON) {
    switch value {
    case .null: append(literal: "null")
    case .bool(let value): append(literal: value ? "true" : "false")
    case .int(let value): append(scaled: value, places: 0)
    case .decimal(let value, let places): append(decimal: value, places: places)
    case .string(let value): append(quoted: value)
    case .array(let elements):
      append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { append(UInt8(ascii: ",")) }
        append(element)
      }
      append(UInt8(ascii: "]"))
    case .object(let members): append(object: members)
    }
  }

  /// Appends an object with these members, in one line.
  package mutating func append(object members: [JSONMember]) {
    append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      append(quoted: member.key)
      append(UInt8(ascii: ":"))
      append(member.value)
    }
    append(UInt8(ascii: "}"))
  }
}
