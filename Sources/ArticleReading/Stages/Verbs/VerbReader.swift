internal import TheatreModel

/// Finds the verbs of a sentence and reads their mood, voice and tense.
struct VerbReader {
  let sentence: Sentence

  /// The verbs and nouns of the lexicon, in order.
  func groups() -> [VerbGroup] {
    var groups: [VerbGroup] = []
    var index = sentence.range.lowerBound
    while index < sentence.range.upperBound {
      guard sentence.tokens[index].word >= 0,
        sentence.mention(containing: index) == nil, sentence.force(containing: index) == nil,
        let match = sentence.lexicon.matches(
          at: index, in: sentence.tokens, sentence.vocabulary
        ).first(where: isUsedAsSuch)
      else {
        index += 1
        continue
      }
      var group = VerbGroup(match: match, start: match.head)
      if match.form != .noun { readAuxiliaries(&group, after: groups) }
      readScope(&group)
      groups.append(group)
      // The gap of "drive IS out of" may hold a verb of its own only behind the phrase.
      index = match.gap.isEmpty ? match.end : match.head + 1
    }
    return groups
  }

  // MARK: Verb or noun

  /// Whether a form that may be a noun or an adjective is the verb, and the other way round.
  func isUsedAsSuch(_ match: ControlMatch) -> Bool {
    let before = match.head - 1
    let entry = sentence.lexicon.entries[match.entry].word
    if sentence.tokens[match.head].isJoined { return false }
    if sentence.tokens.endIndex > match.head + 1, sentence.tokens[match.head + 1].isJoined {
      return false
    }
    switch match.form {
    case .noun:
      var index = before
      while sentence.isAdverb(index) { index -= 1 }
      if sentence.isAny(index, [.infinitive, .modal, .auxiliary]) { return false }
      // "Were fighting" is the verb, "there were clashes" is not.
      if sentence.isAny(index, .be), sentence.word(match.head) == "fighting" { return false }
      // "Troops fighting in X" is the verb; "Daesh's withdrawal" is the noun.
      return sentence.force(endingAt: index).map {
        sentence.tokens[sentence.forces[$0].tokens.upperBound - 1].isPossessive
          || entry.status != .contested
      } ?? true
    case .base:
      if sentence.isAny(before, [.infinitive, .modal, .auxiliary]) { return true }
      var index = before
      while sentence.isAdverb(index) || sentence.isAny(index, .negation) { index -= 1 }
      if sentence.isAny(index, [.infinitive, .modal, .auxiliary, .relative, .pronoun]) {
        return true
      }
      if sentence.force(endingAt: index) != nil, !sentence.tokens[index].isPossessive {
        // "Under IS control" is the noun.
        let opening = max(sentence.range.lowerBound, index - 5)..<index
        if opening.contains(where: { sentence.word($0) == "under" }) { return false }
        // "An army push" is a noun.
        if opening.contains(where: { ["a", "an"].contains(sentence.word($0)) }) { return false }
        return isPlural(index) || entry.aspect == .state
      }
      if sentence.isAny(index, .and) { return followsVerb(index) }
      return false
    case .third:
      var index = before
      while sentence.isAdverb(index) { index -= 1 }
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

  func isPlural(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    return sentence.bytes[Int(token.end) - 1] | 0x20 == UInt8(ascii: "s")
      || ["army", "police", "peshmerga", "military"].contains(sentence.word(index))
  }

  /// Whether "and" joins a plain form to an infinitive or modal before it.
  func followsVerb(_ conjunction: Int) -> Bool {
    var index = conjunction - 1
    while index >= sentence.range.lowerBound, conjunction - index < 16 {
      if sentence.isAny(index, [.infinitive, .modal]) { return true }
      if sentence.kind(index) == .semicolon || sentence.kind(index) == .stop { return false }
      index -= 1
    }
    return false
  }
}
