internal import MapFeatures

/// Pieces of QGIS' expressions, in which text from data is always a quoted literal.
enum QGISExpression {
  /// A text as a literal: `'Tal ''Afar'`.
  static func literal(_ text: String) -> String {
    // By scalars: a quotation mark with an accent on it is another character, and ends a literal all the same.
    var quoted = "'"
    for scalar in text.unicodeScalars {
      if scalar == "'" || scalar == "\\" { quoted.unicodeScalars.append(scalar) }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "'"
  }

  /// What a feature must have.
  static func filter(_ condition: FeatureCondition) -> String {
    switch condition {
    case .text(let column, is: let text):
      text.map { "\"\(column)\" = \(literal($0))" } ?? "\"\(column)\" IS NULL"
    case .number(let column, is: let number): "\"\(column)\" = \(number)"
    case .amount(let column, above: let number): "\"\(column)\" > \(number)"
    case .flag(let column, is: let flag): "\"\(column)\" = \(flag)"
    case .null(let column): "\"\(column)\" IS NULL"
    case .filled(let column): "array_length(\"\(column)\") > 0"
    }
  }

  /// What a pointer over a feature shows, as HTML with expressions.
  static func tip(_ tip: FeatureTip) -> String {
    tip.parts.map { part in
      switch part {
      case .markup(let markup): markup
      case .value(let column): html(column)
      case .date(let column): "[% format_date(\"\(column)\", 'd MMM yyyy') %]"
      case .rounded(let column): "[% round(\"\(column)\") %]"
      }
    }.joined()
  }

  /// A column's value in a map tip, with everything escaped that HTML could be made of.
  private static func html(_ column: String) -> String {
    let text = "coalesce(to_string(\"\(column)\"), '')"
    let escaped = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")].reduce(text) { text, pair in
      "replace(\(text), '\(pair.0)', '\(pair.1)')"
    }
    return "[% \(escaped) %]"
  }

  /// Text from data for a label in which QGIS evaluates what stands between `[%` and `%]`: here it
  /// evaluates nothing.
  static func inert(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "%", result.last == "[" { result.append(" ") }
      result.append(scalar)
    }
    return String(result)
  }
}
