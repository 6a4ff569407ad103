extension String {
  /// The text without the Unicode controls that reverse the direction of what follows (UAX #9: embeddings,
  /// overrides and isolates). In a name they would reverse the text around it. Scripts
  /// that run from right to left do not need them.
  package var withoutDirectionControls: String {
    // The first byte of all of them in UTF-8.
    guard utf8.contains(0xE2) else { return self }
    var kept = UnicodeScalarView()
    kept.append(contentsOf: unicodeScalars.lazy.filter { !$0.turnsDirection })
    return String(kept)
  }
}

extension Unicode.Scalar {
  fileprivate var turnsDirection: Bool {
    (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }
}
