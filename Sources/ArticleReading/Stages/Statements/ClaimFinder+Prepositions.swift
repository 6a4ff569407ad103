internal import TheatreModel

/// Finds the places behind a preposition.
extension ClaimFinder {
  /// The places behind a token that follow one of some prepositions in the same clause.
  func places(behind start: Int, _ prepositions: [String]) -> [FoundPlaces] {
    var found: [FoundPlaces] = []
    for (index, group) in groups.enumerated() where group.tokens.lowerBound >= start {
      guard group.tokens.lowerBound - start < 24,
        !breaks(start..<group.tokens.lowerBound),
        !verbs.contains(where: {
          $0.match.form != .noun && $0.match.head >= start
            && $0.match.head < group.tokens.lowerBound
        })
      else { break }
      let governor = group.governor
      guard sentence.range.contains(governor), prepositions.contains(sentence.word(governor))
      else { continue }
      if let accepted = accept(index, []) {
        // "In X, in the city's southeast": the second tells where the first one lies.
        let isOuter = found.contains { isAround(accepted.group, $0.group) }
        if !isOuter { found.append(accepted) }
      } else if ["on", "at"].contains(sentence.word(governor)),
        group.phrases.contains(where: { $0.use == .rim })
      {
        // Who fights at the edge of a place fights for it.
        var edge = group
        for position in edge.phrases.indices { edge.phrases[position].use = [] }
        found.append(FoundPlaces(group: edge, use: []))
      }
    }
    return found
  }

  func breaks(_ between: Range<Int>) -> Bool {
    between.contains { index in
      let kind = sentence.kind(index)
      return kind == .semicolon || kind == .colon
        || sentence.isAny(index, [.subordinator, .relative, .report])
          && !sentence.isAny(index, [.preposition, .adverb])
          && !(sentence.isAny(index, .report) && sentence.isAny(index - 1, .be))
    }
  }

  /// The places before a verb that follow a preposition at the beginning of its clause.
  func placesInFront(of verb: VerbGroup, _ prepositions: [String]) -> [FoundPlaces] {
    for (index, group) in groups.enumerated().reversed() where group.tokens.upperBound <= verb.start
    {
      guard verb.start - group.tokens.upperBound < 20,
        !opensOtherClause(group.tokens.upperBound..<verb.start)
      else { return [] }
      if ["in", "inside", "within", "at"].contains(sentence.word(group.governor)),
        opensClause(group.governor),
        let accepted = accept(index, [])
      {
        return [accepted]
      }
    }
    return []
  }

  /// Whether a relative clause between two tokens has not ended: no comma stands at its end.
  func opensOtherClause(_ between: Range<Int>) -> Bool {
    let relative = between.contains { sentence.isAny($0, .relative) }
    let isEnclosed = between.contains {
      sentence.kind($0) == .comma && $0 > between.lowerBound
    }
    return between.contains { sentence.kind($0) == .semicolon } || (relative && !isEnclosed)
  }

  /// Whether a preposition stands at the beginning of a clause or behind its subject.
  func opensClause(_ preposition: Int) -> Bool {
    let before = preposition - 1
    if !sentence.range.contains(before) || sentence.isPunctuation(before) { return true }
    if sentence.isAny(before, [.subordinator, .and, .but, .adverb, .agency, .witness, .civil]) {
      return true
    }
    return sentence.force(endingAt: before) != nil
  }

  /// Where a party is surrounded: "the militants are surrounded in X", "X, in which they are
  /// surrounded".
  func surroundedPlace(_ verb: VerbGroup) -> FoundPlaces? {
    let subjectIsForce = sentence.forces.contains {
      $0.tokens.upperBound <= verb.start && verb.start - $0.tokens.upperBound <= 1
    }
    guard subjectIsForce else { return nil }
    if let place = places(behind: verb.match.end, ["in", "inside", "within", "at"]).first {
      return place
    }
    return antecedent(of: verb)
  }

  /// Whether the places of one group lie in a place of the other.
  private func isAround(_ outer: PlaceGroup, _ inner: PlaceGroup) -> Bool {
    outer.phrases.contains { region in
      inner.phrases.contains { phrase in
        phrase.mention.place >= 0 && phrase.mention.place != region.mention.place
          && sentence.names.lineages[phrase.mention.place].contains(region.mention.place)
      }
    }
  }
}
