extension String {
  /// The text with each run of line breaks as one blank, for what is shown in a line of its own: a name
  /// with a line break in it could pass for a line that geotrack has written.
  ///
  /// - Complexity: O(*n*), for *n* bytes.
  package var onOneLine: String {
    guard utf8.contains(where: Self.mayBreakLines),
      unicodeScalars.contains(where: Self.breaksLine)
    else { return self }
    var line = String.UnicodeScalarView()
    var isAfterBreak = false
    for scalar in unicodeScalars {
      let isBreak = Self.breaksLine(scalar)
      if !isBreak { line.append(scalar) } else if !isAfterBreak { line.append(" ") }
      isAfterBreak = isBreak
    }
    return String(line)
  }

  /// Whether a byte can belong to a line break in UTF-8: 0xC2 begins U+0085, 0xE2 U+2028 and U+2029.
  private static func mayBreakLines(_ byte: UInt8) -> Bool {
    (0x0A...0x0D).contains(byte) || byte == 0xC2 || byte == 0xE2
  }

  /// Whether a scalar ends a line (Unicode Standard, 5.8).
  private static func breaksLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
