extension String {
  /// The text without the controls of Unicode that turn around what follows them (UAX #9: embeddings,
  /// overrides and isolates), which in a name would set what stands around it the wrong way round. Scripts
  /// that run from right to left need none of them.
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
