extension StringProtocol {
  /// The text without white space at its ends.
  package var trimmed: String {
    guard let first, let last, first.isWhitespace || last.isWhitespace else { return String(self) }
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a text of UTF-8 is sure to have no white space at its ends, told from its first and
  /// last letter alone. Other text may have none either: `trimmed` knows.
  package var hasPlainEnds: Bool {
    guard let first, let last else { return true }
    return (first.isVisibleASCII || isPlainLetter(at: 0))
      && (last.isVisibleASCII || (count >= 2 && isPlainLetter(at: count - 2)))
  }

  /// Whether a letter of two bytes stands here that is never part of the character before it, as
  /// an accent would be, which makes one character with a space: most letters of the Latin, the
  /// Greek, the Cyrillic and the Arabic script.
  private func isPlainLetter(at index: Int) -> Bool {
    let lead = self[index]
    guard (0xC3...0xDF).contains(lead), index + 1 < count else { return false }
    let scalar = UInt32(lead & 0b1_1111) << 6 | UInt32(self[index + 1] & 0b11_1111)
    switch scalar {
    case 0xC0...0x2FF, 0x370...0x481, 0x620...0x64A: return true
    default: return false
    }
  }
}

extension UInt8 {
  /// Whether this is a letter, digit or sign of ASCII that is seen on paper.
  package var isVisibleASCII: Bool { (0x21...0x7E).contains(self) }
}
