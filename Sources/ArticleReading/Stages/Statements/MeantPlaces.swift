internal import Theatre

/// Tells which places are meant where a group of names, a list or a pronoun stands.
struct MeantPlaces {
  let sentence: Sentence

  private var groups: [PlaceGroup] { sentence.groups }

  init(_ sentence: Sentence) { self.sentence = sentence }

  /// The places of a group, or those of the examples after it; nil if none is meant itself.
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
    if sentence.isWord(index, .such), sentence.isWord(index + 1, .as) {
      start += 2
    } else if sentence.isAny(index, .exampleWord) {
      start += 1
    } else if sentence.isWord(index, .among), sentence.isAny(index + 1, .listRelative) {
      start += 2
    } else {
      return nil
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

  /// "It", "them", "the centre" in place of an object: the place that was named last.
  func pronoun(at index: Int) -> FoundPlaces? {
    let isCore =
      sentence.isWord(index, .the) && sentence.isAny(index + 1, .core)
      && !sentence.isAny(index + 1, .determiner)
      && (sentence.isPunctuation(index + 2)
        || sentence.isAny(index + 2, [.relative, .and, .preposition]))
      && !sentence.isWord(index + 2, .of)
    guard sentence.isAny(index, .placePronoun) || isCore else { return nil }
    return placeNamed(before: index)
  }

  /// "It was retaken": the place that was named last.
  func pronoun(before verb: VerbGroup) -> FoundPlaces? {
    sentence.isWord(verb.start - 1, .it) ? placeNamed(before: verb.start - 1) : nil
  }

  /// The place that was named last before a token, in the sentence or before it.
  func placeNamed(before index: Int) -> FoundPlaces? {
    if var group = groups.last(where: { $0.tokens.upperBound <= index }) {
      let uses = group.phrases.reduce(into: PlacePhrase.Use()) { $0.formUnion($1.use) }
      // "The building in X … it": the building is meant.
      guard uses.isDisjoint(with: [.containing, .modifier, .home]) else { return nil }
      for position in group.phrases.indices { group.phrases[position].use = [] }
      return FoundPlaces(group: group, use: [])
    }
    guard var mention = sentence.previousPlace else { return nil }
    mention.tokens = stretch(from: index, to: index + 1)
    mention.certainty = .reference
    return FoundPlaces(
      group: PlaceGroup(phrases: [PlacePhrase(mention: mention, tokens: mention.tokens)]), use: [])
  }
}
