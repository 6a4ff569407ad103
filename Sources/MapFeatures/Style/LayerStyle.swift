public import GeoJSON

/// How the features of a layer are drawn, whatever draws them.
public struct LayerStyle: Sendable {
  /// For programs that draw by rules, such as QGIS: every rule whose condition a feature meets draws it, the
  /// first at the bottom. The legend lists them.
  public var rules: [StyleRule]
  /// What a pointer over a feature shows; nil for nothing.
  public var tip: FeatureTip?
  /// The column that names a feature in lists; nil leaves it to the program.
  public var nameColumn: String?
  /// For programs without rules and patterns, such as Google Earth: each feature has one look.
  public var looks: FeatureLooks

  /// Puts a style together.
  public init(
    rules: [StyleRule], tip: FeatureTip? = nil, nameColumn: String? = nil, looks: FeatureLooks
  ) {
    self.rules = rules
    self.tip = tip
    self.nameColumn = nameColumn
    self.looks = looks
  }
}

/// A rule of a style: which features it draws, and how.
public struct StyleRule: Sendable {
  /// What the legend says.
  public let label: String
  /// Which features it draws; nil for every feature.
  public let condition: FeatureCondition?
  /// What is drawn.
  public let symbol: MapSymbol

  /// Creates a rule.
  public init(_ label: String, where condition: FeatureCondition? = nil, _ symbol: MapSymbol) {
    self.label = label
    self.condition = condition
    self.symbol = symbol
  }
}

/// What a feature must have in a column for a rule to draw it.
public enum FeatureCondition: Hashable, Sendable {
  /// This text; null if nil.
  case text(String, is: String?)
  /// This whole number.
  case number(String, is: Int)
  /// A number greater than this.
  case amount(String, above: Double)
  /// This truth value.
  case flag(String, is: Bool)
  /// No value.
  case null(String)
  /// A list with something in it.
  case filled(String)
}

/// What a pointer over a feature shows: markup with values of the feature in it.
///
///     "<b>\(value: "name")</b> from \(date: "start")"
public struct FeatureTip: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// A piece of it.
  public enum Part: Hashable, Sendable {
    /// Markup as it is written here, never data.
    case markup(String)
    /// The value of a column, which is text whatever it contains.
    case value(column: String)
    /// The date of a column.
    case date(column: String)
    /// The number of a column, without decimals.
    case rounded(column: String)
  }

  /// The pieces, in order.
  public let parts: [Part]

  /// Markup without values.
  public init(stringLiteral markup: String) {
    parts = [.markup(markup)]
  }

  /// Markup with values in it.
  public init(stringInterpolation interpolation: StringInterpolation) {
    parts = interpolation.parts
  }

  /// Gathers the pieces.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    /// Begins with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds markup.
    public mutating func appendLiteral(_ markup: String) {
      if !markup.isEmpty { parts.append(.markup(markup)) }
    }

    /// Adds the value of a column.
    public mutating func appendInterpolation(value column: String) {
      parts.append(.value(column: column))
    }

    /// Adds the date of a column.
    public mutating func appendInterpolation(date column: String) {
      parts.append(.date(column: column))
    }

    /// Adds the number of a column, without decimals.
    public mutating func appendInterpolation(rounded column: String) {
      parts.append(.rounded(column: column))
    }
  }
}

/// The looks that the features of a layer may have where a program has neither rules nor patterns.
public struct FeatureLooks: Sendable {
  /// All of them.
  public let all: [FeatureLook]
  /// The id of a feature's own.
  public let id: @Sendable (Feature) -> String

  /// Names the looks and says which a feature has.
  public init(_ all: [FeatureLook], id: @escaping @Sendable (Feature) -> String) {
    self.all = all
    self.id = id
  }

  /// One look for all features.
  public static func one(_ id: String, _ drawing: FeatureLook.Drawing) -> FeatureLooks {
    FeatureLooks([FeatureLook(id, drawing)]) { _ in id }
  }
}

/// How a feature looks: one flat colour, no pattern.
public struct FeatureLook: Hashable, Sendable {
  /// What is drawn. Colours are `#rrggbb`; opacities go from 0 to 255, widths are in pixels.
  public enum Drawing: Hashable, Sendable {
    /// An area, with an outline of full opacity if one is given.
    case area(String, opacity: Int, outline: Line? = nil)
    /// A line of full opacity.
    case line(Line)
    /// The feature's name at its point, and no icon.
    case label(String)
  }

  /// A line.
  public struct Line: Hashable, Sendable {
    /// As `#rrggbb`.
    public let color: String
    /// In pixels.
    public let width: Int

    /// Creates a line.
    public init(_ color: String, width: Int) {
      self.color = color
      self.width = width
    }
  }

  /// Its id: a name that XML takes for one, so no text of the data.
  public let id: String
  /// The number of the holder whose look it is, in the order of `MapStyle.holders`; nil if it is of no holder.
  public let holder: Int?
  /// What is drawn.
  public let drawing: Drawing

  /// Creates a look.
  public init(_ id: String, ofHolder holder: Int? = nil, _ drawing: Drawing) {
    self.id = id
    self.holder = holder
    self.drawing = drawing
  }
}
