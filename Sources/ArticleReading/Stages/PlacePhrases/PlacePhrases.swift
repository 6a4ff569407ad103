internal import TheatreModel

/// Reads the words around the places of a sentence.
extension Sentence {
  /// The places of the sentence, those of a list together.
  func placeGroups() -> [PlaceGroup] {
    var groups: [PlaceGroup] = []
    for (index, mention) in mentions.enumerated() {
      let phrase = phrase(of: mention)
      if var last = groups.last, let previous = last.phrases.last,
        continuesList(from: previous, to: phrase, mentions[index - 1])
      {
        var joined = phrase
        // What is said of the first of a list is said of all, unless one has words of its own.
        if phrase.tokens.lowerBound == phrase.mention.tokens.lowerBound {
          joined.use.formUnion(
            previous.use.intersection([.partial, .locating, .containing, .rim, .home]))
        }
        // "The Karama and Zahra police", but not "Karama and the Zahra power station".
        let isOneNoun = !(previous.tokens.upperBound..<phrase.mention.tokens.lowerBound).contains {
          isAny($0, .determiner)
        }
        if phrase.use.contains(.modifier), isOneNoun {
          for position in last.phrases.indices { last.phrases[position].use.insert(.modifier) }
        }
        joined.governor = previous.governor
        last.phrases.append(joined)
        groups[groups.count - 1] = last
      } else {
        groups.append(PlaceGroup(phrases: [phrase]))
      }
    }
    return groups
  }

  /// Whether nothing but commas, "and" and words for a kind of place stand between two places.
  func continuesList(
    from previous: PlacePhrase, to next: PlacePhrase, _ mention: PlaceMention
  ) -> Bool {
    let between = previous.mention.tokens.upperBound..<next.mention.tokens.lowerBound
    guard !between.isEmpty, between.count <= 12 else { return false }
    var isJoined = false
    for index in between {
      // "X, northeast of Y" is no list.
      if isAny(index, .compass), word(index + 1) == "of" { return false }
      if kind(index) == .comma || isAny(index, .and) || ["well", "as"].contains(word(index)) {
        isJoined = true
      } else if isAny(
        index, [.determiner, .kind, .partial, .compass, .adjective, .number, .core, .bank])
        || word(index) == "of" || word(index) == "both"
      {
        continue
      } else if isUnknownName(index), kind(index + 1) == .comma || isAny(index + 1, .and) {
        // A name that no table has does not end the list.
        continue
      } else {
        return false
      }
    }
    // "North of Mosul, Tilkaif was taken" is none either.
    if previous.use.contains(.locating), !between.contains(where: { isAny($0, .and) }) {
      return false
    }
    // "Bashiqa, Nineveh": a region behind a comma tells where the place before it is.
    if isJoined, between.count == 1, kind(between.lowerBound) == .comma,
      next.mention.place >= 0, previous.mention.place >= 0,
      names.lineages[previous.mention.place].dropFirst().contains(next.mention.place)
    {
      return false
    }
    return isJoined
  }

  /// Whether a token is a name that no table has.
  func isUnknownName(_ index: Int) -> Bool {
    guard range.contains(index) else { return false }
    let token = tokens[index]
    return token.isWord && token.isCapital && token.word < 0 && force(containing: index) == nil
  }

  /// The words around a place.
  func phrase(of mention: PlaceMention) -> PlacePhrase {
    var phrase = PlacePhrase(mention: mention, tokens: mention.tokens)
    readBefore(&phrase)
    readBehind(&phrase)
    findUse(&phrase)
    return phrase
  }

  // MARK: What governs it

  func findUse(_ phrase: inout PlacePhrase) {
    let governor = phrase.governor
    guard range.contains(governor) else { return }
    if isAny(governor, .locating) { phrase.use.insert(.locating) }
    if isAny(governor, .facility), tokens[governor].isCapital { phrase.use.insert(.modifier) }
    switch word(governor) {
    case "from":
      if comesFrom(governor) { phrase.use.insert(.home) }
      if isAny(governor - 1, [.kilometre, .mile, .meter]) || isAny(governor - 1, .compass)
        || ["away", "far", "road", "highway", "distance"].contains(word(governor - 1))
      {
        phrase.use.insert(.locating)
      }
    case "of":
      if isAny(phrase.noun, .person) { phrase.use.insert(.home) }
      if isAny(phrase.noun, .locating) { phrase.use.insert(.locating) }
    case "to":
      if ["close", "next", "road", "adjacent", "highway", "route", "leading"].contains(
        word(governor - 1))
      {
        phrase.use.insert(.locating)
      }
    case "in", "at", "inside", "within", "across", "on":
      let noun = governor - 1
      if isAny(noun, .generic) || isAny(noun, .partial) || isAny(noun, .facility) {
        phrase.use.insert(.containing)
      }
    case "and":
      // "Between X and Y".
      if let between = (range.lowerBound..<governor).last(where: { word($0) == "between" }),
        governor - between < 8
      {
        phrase.use.insert(.locating)
      }
    default: break
    }
  }

  /// Whether somebody comes from the place, and not forces that leave it.
  func comesFrom(_ preposition: Int) -> Bool {
    let before = max(range.lowerBound, preposition - 3)..<preposition
    return before.contains { isAny($0, .person) }
      && !before.contains { force(containing: $0) != nil }
  }
}
