internal import Theatre

/// Finds what is in whose power where a noun such as "hands", "control" or "siege" says so.
struct PowerFinder {
  let sentence: Sentence

  /// The party before "hands" or "control", or after "of", and the token after what names it; no
  /// party stands for whoever was named last.
  func holder(around noun: Int) -> (force: ForceMention?, end: Int)? {
    if let force = sentence.force(endingAt: noun - 1) {
      return (sentence.forces[force], noun + 1)
    }
    if sentence.isWord(noun + 1, .of),
      let force = sentence.forces.first(where: {
        $0.tokens.lowerBound > noun + 1 && $0.tokens.lowerBound <= noun + 5
      })
    {
      return (force, force.tokens.upperBound)
    }
    if sentence.isWord(noun - 1, .our) { return (nil, noun + 1) }
    // "Was brought under control".
    if sentence.isWord(noun - 1, .under), sentence.isAny(noun - 2, .powerGiven) {
      return (nil, noun + 1)
    }
    // "Came under its control": whoever was named last.
    if sentence.isAny(noun - 1, .possessivePronoun),
      let force = sentence.forces.last(where: { $0.tokens.upperBound <= noun })
    {
      return (force, noun + 1)
    }
    return nil
  }

  /// The preposition that opens "in the hands of", "under the control of".
  func openingPreposition(before noun: Int) -> Int? {
    var index = noun - 1
    while sentence.range.contains(index), noun - index < 9 {
      if sentence.isAny(index, .controlPreposition) { return index }
      if sentence.isPunctuation(index) { return nil }
      index -= 1
    }
    return nil
  }

  /// What is under control: the subject before, or the object of "brought … under control".
  func controlled(before preposition: Int) -> PlaceGroup? {
    for group in sentence.groups.reversed() where group.tokens.upperBound <= preposition {
      let isAntecedent =
        sentence.isAny(group.tokens.upperBound + 1, .placeRelative)
        || sentence.isAny(group.tokens.upperBound, .placeRelative)
      if isAntecedent, preposition - group.tokens.upperBound < 16 { return group }
      // "West of X, a region still under IS control": the apposition tells of X.
      let between = stretch(from: group.tokens.upperBound, to: preposition)
      if sentence.kind(between.lowerBound) == .comma, between.count > 2, between.count < 14,
        sentence.isAny(between.lowerBound + 1, .determiner),
        between.contains(where: { sentence.isAny($0, .kind) }),
        !between.contains(where: { sentence.isAny($0, [.be, .have, .modal]) })
      {
        return group
      }
      if SubjectPlaceFinder(sentence: sentence).breaksClause(between, isReduced: false) {
        return nil
      }
      let governor = group.governor
      if sentence.isAny(governor, .preposition), !sentence.isWord(governor, .of) { continue }
      if group.phrases.contains(where: \.isPlain) { return group }
    }
    // "The army ringed X, but the centre remains in the hands of IS".
    let hasCore = stretch(from: max(sentence.range.lowerBound, preposition - 4), to: preposition)
      .contains {
        sentence.isAny($0, .core) && !sentence.isAny($0, .determiner)
      }
    return hasCore ? MeantPlaces(sentence).placeNamed(before: preposition)?.group : nil
  }
}
