internal import Theatre

/// Finds the place that is the object of a verb.
struct ObjectFinder {
  let sentence: Sentence

  private var groups: [PlaceGroup] { sentence.groups }
  private var meant: MeantPlaces { MeantPlaces(sentence) }

  /// The places that are the object after a token.
  func places(from start: Int) -> FoundPlaces? {
    var index = start
    var use: PlacePhrase.Use = []
    var sawNoun = false
    var sawPlural = false
    var steps = 0
    if let pronoun = meant.pronoun(at: start) { return pronoun }
    while sentence.range.contains(index), steps < 18 {
      if let group = groups.firstIndex(where: {
        $0.tokens.contains(index) && $0.tokens.lowerBound >= start
      }) {
        // "The University of X" is not X.
        if groups[group].phrases[0].noun >= start { return nil }
        let isOwner = groups[group].phrases.allSatisfy { $0.use.contains(.modifier) }
        if isOwner, groups[group].tokens.upperBound > index {
          // "Mosul's Karama district", "the Mosul suburb of Gogjali".
          index = groups[group].tokens.upperBound
          continue
        }
        return meant.accept(group, use)
      }
      steps += 1
      if sentence.force(beginningAt: index) != nil {
        // "Retook ISIL-held X" was read with the place; another party ends the object.
        return nil
      }
      if sentence.isPunctuation(index) {
        let kind = sentence.kind(index)
        if sawNoun,
          let listed = meant.examples(at: index + 1)
            ?? (kind == .comma && !sawPlural ? nil : meant.list(at: index + 1))
        {
          return meant.accept(listed, [])
        }
        if kind == .openQuote || kind == .closeQuote
          || (kind == .comma && !sawNoun && index == start)
        {
          index += 1
          continue
        }
        return nil
      }
      if sentence.isWord(index, .both), let group = meant.lastPair(before: index) {
        return FoundPlaces(group: group, use: use)
      }
      if let listed = meant.examples(at: index), sawNoun { return meant.accept(listed, []) }
      if sentence.isWord(index, .of) {
        if sentence.isAny(index + 1, .placePronoun), let found = meant.pronoun(at: index + 1) {
          return FoundPlaces(group: found.group, use: use)
        }
      } else if sentence.isAny(index, .objectContainer) {
        guard sawNoun else { return nil }
        use.insert(.containing)
      } else if !sentence.isAny(index, .listOpener) {
        guard mayStandBeforeObject(index) else { return nil }
        if sentence.isAny(index, .rim) { use.insert(.rim) }
        if sentence.isAny(index, .generic) { sawPlural = true }
        if sentence.isAny(index, [.kind, .partial, .generic, .facility])
          || sentence.isPlainWord(index)
        {
          sawNoun = true
        }
        if sentence.isAny(index, .partial) { use.insert(.partial) }
        if sentence.isAny(index, .and), !sawNoun { return nil }
      }
      index += 1
    }
    return nil
  }

  /// Whether a word may stand between a verb and the name that is its object.
  private func mayStandBeforeObject(_ index: Int) -> Bool {
    if sentence.isAny(index, .locating) { return false }
    if sentence.isAny(index, [.be, .have, .modal, .relative, .pronoun, .subordinator])
      && !sentence.isAny(index, [.determiner, .core, .partial])
    {
      return false
    }
    let isQuantity =
      sentence.isAny(index, .quantityPreposition)
      && (sentence.isAny(index + 1, .number) || sentence.kind(index + 1) == .number)
    return !sentence.isAny(index, .preposition) || isQuantity || sentence.isAny(index, .compass)
  }

  /// "Leaving X surrounded" is not a withdrawal: a participle follows the place.
  func leavesBehind(_ start: Int) -> Bool {
    guard let group = groups.first(where: { $0.tokens.lowerBound >= start }),
      group.tokens.lowerBound - start <= 3
    else { return false }
    return sentence.isVerbLike(group.tokens.upperBound)
  }

  /// "Took A on Friday and, for the second time, B": the list goes on after a date or a count.
  func continuation(of group: PlaceGroup) -> FoundPlaces? {
    guard let next = groups.first(where: { $0.tokens.lowerBound >= group.tokens.upperBound }) else {
      return nil
    }
    let between = stretch(from: group.tokens.upperBound, to: next.tokens.lowerBound)
    guard between.count <= 14, between.contains(where: { sentence.isAny($0, .and) }),
      next.phrases.contains(where: \.isPlain)
    else { return nil }
    let isLight = between.allSatisfy { index in
      sentence.kind(index) == .comma || sentence.isTime(index)
        || sentence.isAny(index, [.and, .ordinal, .timeunit, .determiner, .adverb])
        || sentence.isAny(index, .betweenObjects)
    }
    return isLight ? FoundPlaces(group: next, use: []) : nil
  }
}
