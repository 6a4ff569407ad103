internal import TheatreModel

/// Finds the place that is the object of a verb.
extension ClaimFinder {
  /// The places that are the object behind a token.
  func objectPlaces(from start: Int) -> FoundPlaces? {
    var index = start
    var use: PlacePhrase.Use = []
    var sawNoun = false
    var sawPlural = false
    var steps = 0
    if let pronoun = pronoun(at: start) { return pronoun }
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
        return accept(group, use)
      }
      steps += 1
      if sentence.force(beginningAt: index) != nil {
        // "Retook ISIL-held X" was read with the place; another party ends the object.
        return nil
      }
      if sentence.isPunctuation(index) {
        let kind = sentence.kind(index)
        if sawNoun,
          let listed = examples(at: index + 1)
            ?? (kind == .comma && !sawPlural ? nil : list(at: index + 1))
        {
          return accept(listed, [])
        }
        if kind == .openQuote || kind == .closeQuote
          || (kind == .comma && !sawNoun && index == start)
        {
          index += 1
          continue
        }
        return nil
      }
      if sentence.word(index) == "both", let group = lastPair(before: index) {
        return FoundPlaces(group: group, use: use)
      }
      if let listed = examples(at: index), sawNoun { return accept(listed, []) }
      switch sentence.word(index) {
      case "of":
        if ["it", "them"].contains(sentence.word(index + 1)), let found = pronoun(at: index + 1) {
          return FoundPlaces(group: found.group, use: use)
        }
      case "in", "inside", "within", "across", "at":
        guard sawNoun else { return nil }
        use.insert(.containing)
      case "such", "including":
        break
      default:
        if sentence.isAny(index, .rim) { use.insert(.rim) }
        if sentence.isAny(index, .locating) { return nil }
        if sentence.isAny(index, [.be, .have, .modal, .relative, .pronoun, .subordinator])
          && !sentence.isAny(index, [.determiner, .core, .partial])
        {
          return nil
        }
        let isQuantity =
          ["about", "around", "over", "up", "to"].contains(sentence.word(index))
          && (sentence.isAny(index + 1, .number) || sentence.kind(index + 1) == .number)
        if sentence.isAny(index, .preposition), !isQuantity, !sentence.isAny(index, .compass) {
          return nil
        }
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

  /// "It", "them", "the centre" in place of an object: the place that was named last.
  func pronoun(at index: Int) -> FoundPlaces? {
    let isPronoun = sentence.word(index) == "it" || sentence.word(index) == "them"
    let isCore =
      sentence.word(index) == "the" && sentence.isAny(index + 1, .core)
      && !sentence.isAny(index + 1, .determiner)
      && (sentence.isPunctuation(index + 2)
        || sentence.isAny(index + 2, [.relative, .and, .preposition]))
      && sentence.word(index + 2) != "of"
    guard isPronoun || isCore else { return nil }
    return placeNamed(before: index)
  }

  /// "It was retaken": the place that was named last.
  func pronoun(before verb: VerbGroup) -> FoundPlaces? {
    sentence.word(verb.start - 1) == "it" ? placeNamed(before: verb.start - 1) : nil
  }

  func placeNamed(before index: Int) -> FoundPlaces? {
    if var group = groups.last(where: { $0.tokens.upperBound <= index }) {
      let uses = group.phrases.reduce(into: PlacePhrase.Use()) { $0.formUnion($1.use) }
      // "The building in X … it": the building is meant.
      guard uses.isDisjoint(with: [.containing, .modifier, .home]) else { return nil }
      for position in group.phrases.indices { group.phrases[position].use = [] }
      return FoundPlaces(group: group, use: [])
    }
    guard var mention = sentence.previousPlace else { return nil }
    mention.tokens = index..<index + 1
    mention.certainty = .reference
    return FoundPlaces(
      group: PlaceGroup(phrases: [PlacePhrase(mention: mention, tokens: mention.tokens)]), use: [])
  }

  /// "Leaving X surrounded" leaves nothing: a participle stands behind the place.
  func leavesBehind(_ start: Int) -> Bool {
    guard let group = groups.first(where: { $0.tokens.lowerBound >= start }),
      group.tokens.lowerBound - start <= 3
    else { return false }
    return sentence.isVerbLike(group.tokens.upperBound)
  }

  /// "Took A on Friday and, for the second time, B": the list goes on behind a date or a count.
  func continuation(of group: PlaceGroup) -> PlaceGroup? {
    guard let next = groups.first(where: { $0.tokens.lowerBound >= group.tokens.upperBound }) else {
      return nil
    }
    let between = group.tokens.upperBound..<next.tokens.lowerBound
    guard between.count <= 14, between.contains(where: { sentence.isAny($0, .and) }),
      next.phrases.contains(where: \.isPlain)
    else { return nil }
    let isLight = between.allSatisfy { index in
      sentence.kind(index) == .comma || sentence.times.contains { $0.tokens.contains(index) }
        || sentence.isAny(index, [.and, .ordinal, .timeunit, .determiner, .adverb])
        || ["for", "in", "on", "time", "same"].contains(sentence.word(index))
    }
    return isLight ? next : nil
  }

  struct FoundPlaces {
    let group: PlaceGroup
    let use: PlacePhrase.Use
  }

  func accept(_ index: Int, _ use: PlacePhrase.Use) -> FoundPlaces? {
    let group = groups[index]
    guard !use.contains(.rim), group.phrases.contains(where: \.isPlain) else { return nil }
    // "Several neighborhoods in Raqqa, such as A and B": those are meant, not the city.
    let isContainer =
      group.phrases.contains { !$0.use.isDisjoint(with: [.containing, .partial]) }
      || use.contains(.containing)
    if isContainer {
      let end = group.tokens.upperBound
      let listed = examples(at: end) ?? examples(at: end + 1)
      if let listed, listed != index { return accept(listed, []) }
    }
    return FoundPlaces(group: group, use: use)
  }

  /// The places that "such as", "including" or "namely" at a token brings in.
  func examples(at index: Int) -> Int? {
    var start = index
    switch sentence.rawWord(index) {
    case "such" where sentence.word(index + 1) == "as": start += 2
    case "including", "namely", "like": start += 1
    case "among" where ["them", "which"].contains(sentence.word(index + 1)): start += 2
    default: return nil
    }
    return list(at: start)
  }

  /// The places that begin at a token.
  func list(at index: Int) -> Int? {
    groups.firstIndex { $0.tokens.contains(index) && $0.tokens.lowerBound >= index }
  }

  /// The two places that "both" refers to.
  func lastPair(before index: Int) -> PlaceGroup? {
    groups.last { group in
      group.tokens.upperBound <= index
        && (group.phrases.count == 2
          || sentence.isAny(group.tokens.lowerBound - 1, .and)
            && sentence.isUnknownName(group.tokens.lowerBound - 2))
    }
  }
}
