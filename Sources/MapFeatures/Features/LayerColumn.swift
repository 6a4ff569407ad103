public import GeoJSON
public import JSON
public import Theatre

/// A property of a layer as a column: for formats that name the type of each before the first feature.
public struct LayerColumn: Hashable, Sendable {
  /// What a column holds.
  public enum Kind: Hashable, Sendable {
    /// Text.
    case text
    /// A number.
    case real
    /// A whole number.
    case integer
    /// A truth value.
    case boolean
    /// Texts.
    case list
    /// A date, as in `2016-11-04`.
    case day
    /// A date-time, as in `2016-11-04T00:00:00Z`.
    case moment
  }

  /// The property's name. It must not contain start, begin, from, end, last or to, by which QGIS finds its
  /// periods.
  public let name: String
  /// What it holds.
  public let kind: Kind

  init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

/// A property of what is on a layer: its column, and where its value comes from. Values that are nil are
/// written as null.
public struct LayerProperty<Item>: Sendable {
  let column: LayerColumn
  let value: @Sendable (LayerItem<Item>) -> JSON

  private init(
    _ name: String, _ kind: LayerColumn.Kind, _ value: @escaping @Sendable (LayerItem<Item>) -> JSON
  ) {
    column = LayerColumn(name, kind)
    self.value = value
  }

  /// Text.
  public static func text(
    _ name: String, _ value: @escaping @Sendable (LayerItem<Item>) -> String?
  ) -> LayerProperty {
    LayerProperty(name, .text) { .optional(value($0)) }
  }

  /// Texts; nil if they are too many to be listed.
  public static func list(
    _ name: String, _ values: @escaping @Sendable (LayerItem<Item>) -> [String]?
  ) -> LayerProperty {
    LayerProperty(name, .list) { values($0).map { .strings($0) } ?? .null }
  }

  /// A number to three decimals.
  public static func real(
    _ name: String, _ value: @escaping @Sendable (LayerItem<Item>) -> Double?
  ) -> LayerProperty {
    LayerProperty(name, .real) { value($0).map { .decimal($0, places: 3) } ?? .null }
  }

  /// A whole number.
  public static func integer(
    _ name: String, _ value: @escaping @Sendable (LayerItem<Item>) -> Int?
  ) -> LayerProperty {
    LayerProperty(name, .integer) { value($0).map { .int($0) } ?? .null }
  }

  /// A truth value.
  public static func flag(
    _ name: String, _ value: @escaping @Sendable (LayerItem<Item>) -> Bool
  ) -> LayerProperty {
    LayerProperty(name, .boolean) { .bool(value($0)) }
  }

  /// A date, as in `2016-11-04`.
  public static func day(
    _ name: String, _ value: @escaping @Sendable (LayerItem<Item>) -> Day?
  ) -> LayerProperty {
    LayerProperty(name, .day) { .optional(value($0).map { "\($0)" }) }
  }
}

extension Feature {
  /// A property; null if there is none of that name.
  public subscript(name: String) -> JSON {
    properties.first { $0.key == name }?.value ?? .null
  }

  /// A property as a text on its own; see `JSON.plainText`.
  public func text(_ name: String) -> String { self[name].plainText }
}

extension JSON {
  /// The value as a text on its own: a string without quotation marks, an array's with bars between them,
  /// nothing for null.
  public var plainText: String {
    switch self {
    case .null: ""
    case .string(let text): text
    case .array(let values): values.map(\.plainText).joined(separator: "|")
    default: compact
    }
  }
}
