extension String {
  /// The text without the signs at its beginning by which a spreadsheet takes a cell for a formula and
  /// runs it.
  ///
  /// An article comes from anywhere, and its header may say that its source is `=cmd|…`. The rows that
  /// are proposed from it are pasted into a theatre's tables and must read back as they are, so they
  /// cannot be quoted for a spreadsheet: they begin with another sign.
  var withoutFormula: String {
    // By scalars: any character may be followed by a mark that makes it another.
    let rest = unicodeScalars.drop { scalar in
      "=+-@".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace
        || scalar.properties.generalCategory == .nonspacingMark
    }
    return String(rest)
  }
}
