internal import Theatre

/// Tells verbs from nouns and adjectives that are written alike.
struct VerbForms {
  let sentence: Sentence

  /// Whether a form that may be a noun or an adjective is the verb, and the other way round.
  func isUsedAsSuch(_ match: ControlMatch) -> Bool {
    let before = match.head - 1
    let entry = sentence.lexicon.verbs.entries[match.entry].word
    if sentence.tokens[match.head].isJoined { return false }
    if sentence.tokens.endIndex > match.head + 1, sentence.tokens[match.head + 1].isJoined {
      return false
    }
    switch match.form {
    case .noun: return isNoun(match, entry)
    case .base: return isBase(match, entry)
    case .third:
      let index = skippingAdverbs(from: before)
      if sentence.isAny(index, [.relative, .pronoun]) { return true }
      if sentence.force(endingAt: index) != nil || sentence.mention(containing: index) != nil {
        return !sentence.tokens[index].isPossessive
      }
      return sentence.isAny(index, [.kind, .and]) || sentence.kind(index) == .comma
        || sentence.kind(index) == .close
    case .gerund:
      return !(sentence.isAny(before, .determiner) && entry.status == .contested)
    case .past, .participle, .pastOrParticiple:
      // "The captured town" is a word for the town.
      if sentence.isAny(before, .determiner), !sentence.isAny(before, [.pronoun, .relative]),
        sentence.isAny(match.end, [.kind, .generic]) || sentence.isPlainWord(match.end)
      {
        return false
      }
      return true
    }
  }

  private func isNoun(_ match: ControlMatch, _ entry: ControlWord) -> Bool {
    let index = skippingAdverbs(from: match.head - 1)
    if sentence.isAny(index, [.infinitive, .modal, .auxiliary]) { return false }
    // "Were fighting" is the verb, "there were clashes" is not.
    if sentence.isAny(index, .be), sentence.isWord(match.head, .fighting) { return false }
    // "Troops fighting in X" is the verb; "Daesh's withdrawal" is the noun.
    return sentence.force(endingAt: index).map {
      sentence.tokens[sentence.forces[$0].tokens.upperBound - 1].isPossessive
        || entry.status != .contested
    } ?? true
  }

  private func isBase(_ match: ControlMatch, _ entry: ControlWord) -> Bool {
    let before = match.head - 1
    if sentence.isAny(before, [.infinitive, .modal, .auxiliary]) { return true }
    var index = before
    while sentence.isAdverb(index) || sentence.isAny(index, .negation) { index -= 1 }
    if sentence.isAny(index, [.infinitive, .modal, .auxiliary, .relative, .pronoun]) {
      return true
    }
    if sentence.force(endingAt: index) != nil, !sentence.tokens[index].isPossessive {
      let opening = stretch(from: max(sentence.range.lowerBound, index - 5), to: index)
      // "Under IS control" is the noun.
      if opening.contains(where: { sentence.isWord($0, .under) }) { return false }
      // "An army push" is a noun.
      if opening.contains(where: { sentence.isAny($0, .indefiniteArticle) }) { return false }
      return isPlural(index) || entry.aspect == .state
    }
    if sentence.isAny(index, .and) { return followsVerb(index) }
    return false
  }

  private func skippingAdverbs(from start: Int) -> Int {
    var index = start
    while sentence.isAdverb(index) { index -= 1 }
    return index
  }

  private func isPlural(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    return sentence.bytes[Int(token.end) - 1] | 0x20 == UInt8(ascii: "s")
      || sentence.isAny(index, .collective)
  }

  /// Whether "and" joins a plain form to an infinitive or modal before it.
  private func followsVerb(_ conjunction: Int) -> Bool {
    var index = conjunction - 1
    while index >= sentence.range.lowerBound, conjunction - index < 16 {
      if sentence.isAny(index, [.infinitive, .modal]) { return true }
      if sentence.kind(index) == .semicolon || sentence.kind(index) == .stop { return false }
      index -= 1
    }
    return false
  }
}
