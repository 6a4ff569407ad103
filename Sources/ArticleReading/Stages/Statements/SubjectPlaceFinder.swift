internal import Theatre

/// Finds the place that is the subject of a passive, or that a relative clause is about.
struct SubjectPlaceFinder {
  let sentence: Sentence

  private var groups: [PlaceGroup] { sentence.groups }

  /// The places that are the subject of a passive or of "fell".
  func places(of verb: VerbGroup) -> FoundPlaces? {
    let end = verb.start
    if verb.coordinatedWith >= 0 {
      let partner = sentence.verbs[verb.coordinatedWith]
      if partner.isPassive, let found = places(of: partner) { return found }
    }
    for (index, group) in groups.enumerated().reversed() where group.tokens.upperBound <= end {
      if breaksClause(stretch(from: group.tokens.upperBound, to: end), isReduced: verb.isReduced) {
        return nil
      }
      guard group.phrases.contains(where: \.isPlain) else { continue }
      let governor = group.governor
      let isObject = sentence.isAny(governor, .preposition) && !sentence.isWord(governor, .of)
      if isObject {
        // "Three villages in X were taken": a part of X, if the villages are the subject.
        let noun = governor - 1
        if sentence.isAny(governor, .subjectContainer), sentence.isAny(noun, [.generic, .partial]),
          !verb.isReduced
        {
          return FoundPlaces(group: group, use: .containing)
        }
        // Of "Mosul, the last city held by IS in Iraq", the apposition's own place does not count.
        continue
      }
      if sentence.isWord(governor, .of), group.phrases[0].noun >= 0 { continue }
      if verb.isReduced, !isApposed(group, to: verb) { return nil }
      return MeantPlaces(sentence).accept(index, [])
    }
    return nil
  }

  /// Whether words of their own clause stand between a subject and its verb.
  func breaksClause(_ between: Range<Int>, isReduced: Bool) -> Bool {
    var depth = 0
    for index in between {
      if sentence.kind(index) == .semicolon || sentence.kind(index) == .colon { return true }
      if sentence.kind(index) == .comma { depth += 1 }
      if isReduced, sentence.isAny(index, .modal) { return true }
      if sentence.isAny(index, [.subordinator, .but]),
        !sentence.isAny(index, [.preposition, .adverb]),
        depth == 0
      {
        return true
      }
    }
    return false
  }

  /// Whether a participle belongs to the place, directly or by an apposition in the singular: "X,
  /// the last town held by".
  private func isApposed(_ group: PlaceGroup, to verb: VerbGroup) -> Bool {
    let between = stretch(from: group.tokens.upperBound, to: verb.start)
    if between.isEmpty { return true }
    let noun = verb.start - 1
    if sentence.isAny(noun, .generic) { return false }
    if between.count <= 2,
      between.allSatisfy({ sentence.kind($0) == .comma || sentence.isAdverb($0) })
    {
      return true
    }
    if between.contains(where: { sentence.isWord($0, .those) }) { return true }
    guard
      sentence.kind(between.lowerBound) == .comma || sentence.isAny(between.lowerBound, .relative)
        || sentence.isAny(between.lowerBound, .be)
    else { return false }
    return between.contains { sentence.isAny($0, [.kind, .apposition, .core]) }
  }

  /// The place that "which", "where" or "that" before a verb refers to.
  func antecedent(of verb: VerbGroup) -> FoundPlaces? {
    var index = verb.start - 1
    var steps = 0
    while sentence.range.contains(index), steps < 12 {
      if sentence.isAny(index, .relative),
        let position = groups.lastIndex(where: {
          $0.tokens.upperBound <= index && $0.phrases.contains(where: \.isPlain)
            && stretch(from: $0.tokens.upperBound, to: index).allSatisfy(isBesideAntecedent)
        })
          ?? groups.lastIndex(where: {
            $0.tokens.upperBound <= index && index - $0.tokens.upperBound <= 2
          })
      {
        // "Outside X, in which they are surrounded": the relative clause is about X itself.
        var group = groups[position]
        let isOther = group.phrases.contains {
          !$0.use.isDisjoint(with: [.modifier, .home, .containing])
        }
        if isOther { return nil }
        for phrase in group.phrases.indices { group.phrases[phrase].use.remove(.locating) }
        return group.phrases.contains(where: \.isPlain) ? FoundPlaces(group: group, use: []) : nil
      }
      if sentence.kind(index) == .comma && !sentence.isAny(index - 1, .relative) && steps > 8 {
        return nil
      }
      index -= 1
      steps += 1
    }
    return nil
  }

  /// What may stand between a place and "which" or "where": a comma, a preposition, a date.
  private func isBesideAntecedent(_ index: Int) -> Bool {
    sentence.kind(index) == .comma
      || sentence.isAny(index, [.preposition, .determiner, .kind, .adjective, .compass])
      || sentence.isPlainWord(index)
      || sentence.isTime(index)
      || groups.contains { group in
        group.tokens.contains(index) && !group.phrases.contains(where: \.isPlain)
      }
  }
}
