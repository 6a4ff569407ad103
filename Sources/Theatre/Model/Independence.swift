internal import CSV
public import TypedIndices

extension Theatre {
  /// Which sources are independent of each other: one number for each source, and equal numbers for
  /// sources that are not.
  ///
  /// Two papers that print the text of one agency count as one, and so are two articles of one paper.
  /// Sources go together by their `origin`, and those without one by their publisher, of which what
  /// follows in brackets is left out: "Reuters (Baghdad)" is Reuters. An agency that is one source's
  /// origin and another's publisher is the same. Capital letters make no difference. A source of which
  /// neither is known is taken to be independent of all others.
  ///
  ///     theatre.independenceGroups    // [0, 1, 0], if the third source prints what the first does
  ///
  /// - Complexity: O(*n*) for *n* sources.
  public var independenceGroups: IndexedArray<SourceID, Int> {
    var groups: [String: Int] = [:]
    var count = 0
    return sources.mapElements { source in
      let witness = source.witness
      if let known = groups[witness] { return known }
      if !witness.isEmpty { groups[witness] = count }
      count += 1
      return count - 1
    }
  }
}

extension Source {
  /// Who speaks in it, in small letters; empty if that is not known.
  fileprivate var witness: String {
    if !origin.isEmpty { return origin.lowercased() }
    let bracket = publisher.firstRange(of: " (")?.lowerBound ?? publisher.endIndex
    return publisher[..<bracket].trimmed.lowercased()
  }
}
