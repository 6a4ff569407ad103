/// DynamicComponents of QGIS' expressions, in which text from data is always a quoted literal.
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

  /// Whether a column has a value; nil stands for NULL.
  static func column(_ name: String, is value: String?) -> String {
    value.map { "\"\(name)\" = \(literal($0))" } ?? "\"\(name)\" IS NULL"
  }

  /// A column's value in a map tip, with everything escaped that HTML could be made of.
  static func html(_ column: String) -> String {
    let text = "coalesce(to_string(\"\(column)\"), '')"
    let escaped = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")].reduce(text) { text, pair in
      "replace(\(text), '\(pair.0)', '\(pair.1)')"
    }
    return "[% \(escaped) %]"
  }

  /// The date of a column in a map tip.
  static func date(_ column: String) -> String { "[% format_date(\"\(column)\", 'd MMM yyyy') %]" }

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
