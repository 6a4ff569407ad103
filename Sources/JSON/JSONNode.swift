/// A value read from JSON that remembers where it stood.
public struct JSONNode: Sendable {
  /// What the value is.
  public let kind: Kind

  /// The byte at which it begins.
  public let offset: Int

  /// Creates a value that stands at a byte of a text.
  package init(kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// The six kinds of JSON value.
  public indirect enum Kind: Sendable {
    /// The literal `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, as the nearest double.
    case number(Double)
    /// A string, with its escapes resolved.
    case string(String)
    /// An array.
    case array([JSONNode])
    /// An object; its members in the order of the text, no key twice.
    case object([Member])
  }

  /// One key and value of an object.
  public struct Member: Sendable {
    /// The key.
    public let key: String
    /// The byte at which the key begins.
    public let offset: Int
    /// The value.
    public let value: JSONNode
  }

  /// The member of an object with a key, or nil if there is none or this is not an object.
  public subscript(key: String) -> JSONNode? {
    guard case .object(let members) = kind else { return nil }
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }

  /// The string, or nil if this is not a string.
  public var string: String? {
    if case .string(let string) = kind { string } else { nil }
  }

  /// The number, or nil if this is not a number.
  public var number: Double? {
    if case .number(let number) = kind { number } else { nil }
  }

  /// The elements, or nil if this is not an array.
  public var array: [JSONNode]? {
    if case .array(let elements) = kind { elements } else { nil }
  }

  /// Whether this is the literal `null`.
  public var isNull: Bool {
    if case .null = kind { true } else { false }
  }

  /// What this is, in a word for an error message.
  public var kindName: String {
    switch kind {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// A fault in JSON or GeoJSON: what is wrong, and the byte where it shows.
public struct JSONError: Error, Hashable, Sendable {
  /// One sentence.
  public let message: String

  /// The byte of the text at which the fault shows.
  public let offset: Int

  /// Creates an error at a byte of the text.
  public init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}
