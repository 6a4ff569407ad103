internal import Theatre
internal import TypedIndices

/// Finds the places after a preposition.
struct GovernedPlaceFinder {
  let sentence: Sentence

  private var groups: [PlaceGroup] { sentence.groups }

  /// The places of a clause after one of its verb's prepositions, or in front of it, or that its
  /// relative refers to.
  func places(of clause: Clause) -> [FoundPlaces] {
    let verb = clause.verb
    let behind = places(behind: verb.match.end) { sentence.isOne($0, of: clause.prepositions) }
    return behind.isEmpty ? placesInFront(of: verb) : behind
  }

  /// The places after a token that follow a preposition in the same clause.
  func places(behind start: Int, _ isGovernor: (Int) -> Bool) -> [FoundPlaces] {
    var found: [FoundPlaces] = []
    for (index, group) in groups.enumerated() where group.tokens.lowerBound >= start {
      guard group.tokens.lowerBound - start < 24,
        !breaks(stretch(from: start, to: group.tokens.lowerBound)),
        !sentence.verbs.contains(where: {
          $0.match.form != .noun && $0.match.head >= start
            && $0.match.head < group.tokens.lowerBound
        })
      else { break }
      let governor = group.governor
      guard sentence.range.contains(governor), isGovernor(governor) else { continue }
      if let accepted = MeantPlaces(sentence).accept(index, []) {
        // "In X, in the city's southeast": the second tells where the first one lies.
        let isOuter = found.contains { isAround(accepted.group, $0.group) }
        if !isOuter { found.append(accepted) }
      } else if sentence.isAny(governor, .edgePreposition),
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

  private func breaks(_ between: Range<Int>) -> Bool {
    between.contains { index in
      let kind = sentence.kind(index)
      return kind == .semicolon || kind == .colon
        || sentence.isAny(index, [.subordinator, .relative, .report])
          && !sentence.isAny(index, [.preposition, .adverb])
          && !(sentence.isAny(index, .report) && sentence.isAny(index - 1, .be))
    }
  }

  /// The places before a verb that follow a preposition at the beginning of its clause.
  private func placesInFront(of verb: VerbGroup) -> [FoundPlaces] {
    for (index, group) in groups.enumerated().reversed() where group.tokens.upperBound <= verb.start
    {
      guard verb.start - group.tokens.upperBound < 20,
        !opensOtherClause(stretch(from: group.tokens.upperBound, to: verb.start))
      else { return [] }
      if sentence.isAny(group.governor, .frontPreposition), opensClause(group.governor),
        let accepted = MeantPlaces(sentence).accept(index, [])
      {
        return [accepted]
      }
    }
    return []
  }

  /// Whether a relative clause between two tokens has not ended: no comma stands at its end.
  private func opensOtherClause(_ between: Range<Int>) -> Bool {
    let relative = between.contains { sentence.isAny($0, .relative) }
    let isEnclosed = between.contains {
      sentence.kind($0) == .comma && $0 > between.lowerBound
    }
    return between.contains { sentence.kind($0) == .semicolon } || (relative && !isEnclosed)
  }

  /// Whether a preposition stands at the beginning of a clause or after its subject.
  private func opensClause(_ preposition: Int) -> Bool {
    let before = preposition - 1
    if !sentence.range.contains(before) || sentence.isPunctuation(before) { return true }
    if sentence.isAny(before, [.subordinator, .and, .but, .adverb, .agency, .witness, .civil]) {
      return true
    }
    return sentence.force(endingAt: before) != nil
  }

  /// Whether the places of one group lie in a place of the other.
  private func isAround(_ outer: PlaceGroup, _ inner: PlaceGroup) -> Bool {
    outer.phrases.contains { region in
      inner.phrases.contains { phrase in
        phrase.mention.place != region.mention.place
          && sentence.names.lineages[phrase.mention.place].contains(region.mention.place)
      }
    }
  }
}

extension Sentence {
  /// Whether a token is one of some words, by their numbers.
  func isOne(_ index: Int, of words: [Int32]) -> Bool {
    range.contains(index) && tokens[index].word >= 0 && words.contains(tokens[index].word)
  }
}
