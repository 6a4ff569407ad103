internal import TheatreModel

/// A verb or noun of the lexicon in a sentence, with what its auxiliaries and surroundings say.
struct VerbGroup {
  let match: ControlMatch
  /// The first token with the auxiliaries.
  var start: Int
  var isPassive = false
  var isPerfect = false
  var isPast = false
  var isProgressive = false
  /// A form without a subject of its own: infinitive or gerund.
  var isNonfinite = false
  /// What kind of statement it makes.
  var kind: StatementKind = .event
  /// The words that make it that kind, or -1.
  var reason = -1
  /// Whether an adverb such as "nearly" takes part of it back.
  var isNearly = false
  /// Whether a participle follows its noun without an auxiliary: "the town taken on Friday".
  var isReduced = false
  /// The verb in the same clause whose subject and mood it shares; -1 for none.
  var coordinatedWith = -1
}

/// What kind of statement is made.
public enum StatementKind: String, Sendable, CaseIterable {
  /// It happened, or is so, by the text.
  case event
  /// It was so earlier.
  case background
  /// It is planned, hoped for, expected or under way to.
  case planned
  /// It is said not to be so, or taken back.
  case refuted
  /// The text says that it is not sure.
  case hedged
  /// It is so only if something else is.
  case conditional

  /// Whether a statement of the kind becomes a proposal.
  public var isProposed: Bool { self == .event || self == .background }
}

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
  private func isUsedAsSuch(_ match: ControlMatch) -> Bool {
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
      if sentence.isAny(index, [.infinitive, .modal, .auxiliary, .be]) { return false }
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

  private func isPlural(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    return sentence.bytes[Int(token.end) - 1] | 0x20 == UInt8(ascii: "s")
      || ["army", "police", "peshmerga", "military"].contains(sentence.word(index))
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

  // MARK: Auxiliaries

  private func readAuxiliaries(_ group: inout VerbGroup, after earlier: [VerbGroup]) {
    let form = group.match.form
    var index = group.match.head - 1
    var sawBe = false
    var sawHave = false
    var sawDo = false
    while sentence.range.contains(index) {
      if sentence.isAny(index, .be) {
        if !sawBe, form == .participle || form == .pastOrParticiple { group.isPassive = true }
        if form == .gerund { group.isProgressive = true }
        if ["was", "were"].contains(sentence.word(index)) { group.isPast = true }
        sawBe = true
      } else if sentence.isAny(index, .have) {
        sawHave = true
        if sentence.word(index) == "had" { group.isPast = true }
      } else if sentence.isAny(index, .modal) {
        set(&group, isNegated(index) ? .refuted : .planned, index)
      } else if sentence.isAny(index, .auxiliary) {
        sawDo = true
        if ["got", "get", "gets"].contains(sentence.word(index)) { group.isPassive = true }
      } else if sentence.isAny(index, .negation) {
        set(&group, .refuted, index)
      } else if sentence.isAdverb(index) || sentence.isAny(index, [.nearness, .tense]) {
        if sentence.isAny(index, .nearness) { group.isNearly = true }
        if sentence.isAny(index, .doubt) { group.reason = index }
      } else if sentence.isAny(index, .infinitive) && sentence.word(index) == "to" {
        group.isNonfinite = true
        readInfinitive(&group, at: index)
        group.start = index
        index -= 1
        break
      } else {
        break
      }
      group.start = index
      index -= 1
    }
    group.isPerfect = sawHave
    if !sawBe, !sawHave, !sawDo, form == .past || form == .pastOrParticiple { group.isPast = true }
    if form == .gerund, !sawBe { readGerund(&group) }
    if !sawBe, !sawHave, !sawDo, !group.isNonfinite, group.kind != .planned {
      readBare(&group, before: index, earlier)
    }
    // "Are to cut the route": a form of "be" before the infinitive.
    if group.isNonfinite, sentence.isAny(group.start - 1, .be), form == .base {
      set(&group, .planned, group.start - 1)
    }
  }

  private func isNegated(_ index: Int) -> Bool { sentence.isAny(index, .negation) }

  /// A stronger reason replaces a weaker one.
  private func set(_ group: inout VerbGroup, _ kind: StatementKind, _ reason: Int) {
    guard group.kind == .event || kind != .planned else { return }
    group.kind = kind
    group.reason = reason
  }

  /// What governs an infinitive: it is planned unless a word makes it a fact ("managed to") or
  /// denies it ("failed to").
  private func readInfinitive(_ group: inout VerbGroup, at index: Int) {
    if sentence.isAny(index - 1, .nearness), sentence.word(index + 1) == "being" {
      // "Is close to being taken": most of it is.
      group.isNearly = true
      group.isNonfinite = false
      return
    }
    var before = index - 1
    var steps = 0
    while sentence.range.contains(before), steps < 5, !isClauseEnd(before) {
      if sentence.isAny(before, .failure) {
        set(&group, .refuted, before)
        return
      }
      if sentence.isAny(before, .fact), steps == 0 || sentence.isAny(before, .ordinal) || steps < 3
      {
        if sentence.isAny(before, .claim) { group.reason = before }
        return
      }
      if sentence.isAny(before, .intent) { break }
      before -= 1
      steps += 1
    }
    set(
      &group, .planned,
      sentence.range.contains(before) && sentence.isAny(before, .intent) ? before : index)
  }

  private func isClauseEnd(_ index: Int) -> Bool {
    switch sentence.kind(index) {
    case .comma, .semicolon, .colon, .dash, .stop, .openQuote, .closeQuote: true
    default: false
    }
  }

  /// A gerund is a fact behind "after", "by" and the like and behind a comma; it is planned behind
  /// "for", "at", "before" and "of".
  private func readGerund(_ group: inout VerbGroup) {
    group.isNonfinite = true
    let before = group.start - 1
    if !sentence.range.contains(before) {
      // "Recapturing Mosul would …": the mood of the sentence is its own.
      if sentence.range.contains(where: { sentence.isAny($0, .modal) }) {
        set(&group, .conditional, before + 1)
      }
      return
    }
    switch sentence.word(before) {
    case "at", "for", "before", "of", "toward", "towards", "about":
      set(&group, .planned, before)
    case "without", "from": set(&group, .refuted, before)
    case "to": set(&group, .planned, before)
    case "and":
      break
    default:
      if sentence.isAny(before, .intent), !sentence.isAny(before, [.determiner, .fact]) {
        set(&group, .planned, before)
      }
    }
  }

  /// A form without auxiliaries: behind "and" it shares those of the verb before; else a participle
  /// behind its noun is a passive, or it is the past tense.
  private func readBare(_ group: inout VerbGroup, before index: Int, _ earlier: [VerbGroup]) {
    let form = group.match.form
    if let last = earlier.indices.last, isJoined(group, to: earlier[last], at: index) {
      let partner = earlier[last]
      group.coordinatedWith = last
      if form == .base || (form == .gerund && partner.match.form == .gerund)
        || (partner.isPassive && form != .past)
      {
        group.kind = partner.kind
        group.reason = partner.reason
      }
      group.isPassive =
        partner.isPassive && form != .past && form != .base && form != .gerund
        && !hasObject(group)
      return
    }
    if form == .base { readSharedMood(&group, before: index) }
    guard form == .participle || form == .pastOrParticiple else { return }
    let wantsObject = sentence.lexicon.entries[group.match.entry].word.place == .object
    guard wantsObject, isReduced(group) else { return }
    group.isPassive = true
    group.isReduced = true
    group.isPast = false
  }

  /// "Are preparing to cross the river and attack X": the infinitive or modal of a verb before.
  private func readSharedMood(_ group: inout VerbGroup, before conjunction: Int) {
    guard sentence.isAny(conjunction, .and) else { return }
    var index = conjunction - 1
    while sentence.range.contains(index), conjunction - index < 16 {
      if sentence.isAny(index, .modal) {
        set(&group, .planned, index)
        return
      }
      if sentence.word(index) == "to" {
        readInfinitive(&group, at: index)
        return
      }
      index -= 1
    }
  }

  /// Whether only objects stand between two verbs and "and" or a comma before the second.
  private func isJoined(_ group: VerbGroup, to partner: VerbGroup, at index: Int) -> Bool {
    // Between commas a relative clause does not part two verbs of one subject.
    let isEnclosed = sentence.isAny(index, .and) && sentence.kind(index - 1) == .comma
    guard partner.match.form != .noun,
      sentence.isAny(index, [.and]) || sentence.word(index) == "then"
        || sentence.word(index) == "but"
        || sentence.kind(index) == .comma
    else { return false }
    guard group.match.head - partner.match.end < 24 else { return false }
    if sentence.kind(index) == .comma, group.match.form == .gerund { return false }
    return !(partner.match.end..<group.match.head).contains {
      sentence.isAny($0, [.modal, .relative, .subordinator]) && !sentence.isAny($0, .preposition)
        && !isEnclosed
        || sentence.kind($0) == .semicolon
    }
  }

  /// Whether a participle follows its noun: nothing that could be its object stands behind it, or
  /// "by".
  private func isReduced(_ group: VerbGroup) -> Bool {
    let next = group.match.end
    if sentence.word(next) == "by" { return true }
    let before = group.start - 1
    if sentence.isAny(before, [.relative, .pronoun]), sentence.word(before) != "those" {
      return false
    }
    if sentence.force(endingAt: before) != nil { return false }
    return !hasObject(group)
  }

  /// Whether something that can be an object stands behind a verb.
  func hasObject(_ group: VerbGroup) -> Bool {
    var index = group.match.end
    while sentence.isAdverb(index), !sentence.isAny(index, .timestart) { index += 1 }
    if sentence.times.contains(where: { $0.tokens.contains(index) }) { return false }
    if sentence.isPunctuation(index) { return false }
    if sentence.isAny(
      index, [.preposition, .be, .have, .modal, .and, .but, .subordinator, .relative])
      && !sentence.isAny(index, .determiner)
    {
      return false
    }
    return sentence.range.contains(index)
  }

  // MARK: Scope

  /// Reads only what governs the whole clause.
  func readScopeOnly(_ group: inout VerbGroup) { readScope(&group) }

  /// Words that govern the whole clause: "denied that", "if", "whether", "the rumour that".
  private func readScope(_ group: inout VerbGroup) {
    var index = group.start - 1
    var steps = 0
    var crossedThat = false
    while sentence.range.contains(index), steps < 28 {
      let kind = sentence.kind(index)
      if kind == .semicolon || kind == .stop || kind == .colon { break }
      let word = sentence.word(index)
      if word == "that" || word == "whether" {
        crossedThat = true
        readVerdict(&group, onSpeechBefore: index)
      }
      if sentence.isAny(index, .condition) {
        set(&group, word == "whether" ? .hedged : .conditional, index)
        break
      }
      if word == "until" || word == "once" || word == "before", hasModal(before: index) {
        // "Will go on until X is taken": what is to come ends it.
        set(&group, .planned, index)
        break
      }
      if word == "withdrew" || word == "withdrawn",
        sentence.isAny(index + 1, .speech) || sentence.isAny(index + 2, .speech), crossedThat
      {
        set(&group, .refuted, index)
        break
      }
      if group.isReduced, sentence.isAny(index, .expectation), isInfinitive(behind: index) {
        set(&group, .planned, index)
        break
      }
      if sentence.isAny(index, .denial), crossedThat || steps < 8, !isNegatedWord(index) {
        set(&group, .refuted, index)
        break
      }
      if crossedThat, sentence.isAny(index, .silence) {
        set(&group, .hedged, index)
        break
      }
      if crossedThat, sentence.isAny(index, .expectation), group.kind == .event {
        set(&group, .planned, index)
        break
      }
      if sentence.isAny(index, .doubt), steps < 8, group.reason < 0 { group.reason = index }
      index -= 1
      steps += 1
    }
    if group.kind == .event, isCloseTo(group) { group.isNearly = true }
  }

  /// "A statement that X had been taken was retracted", "could not be confirmed": the verdict
  /// stands behind the clause.
  private func readVerdict(_ group: inout VerbGroup, onSpeechBefore that: Int) {
    let isSpeech = (max(sentence.range.lowerBound, that - 8)..<that).contains {
      sentence.isAny($0, .speech)
    }
    guard isSpeech else { return }
    for index in group.match.end..<sentence.range.upperBound {
      if sentence.kind(index) == .semicolon { return }
      if sentence.isAny(index, .denial), sentence.isAny(index - 1, [.be, .adverb]) {
        set(&group, .refuted, index)
        return
      }
      if ["confirmed", "verified"].contains(sentence.word(index)),
        (max(group.match.end, index - 4)..<max(group.match.end, index)).contains(where: {
          sentence.isAny($0, .negation)
        })
      {
        set(&group, .hedged, index)
        return
      }
    }
  }

  private func hasModal(before index: Int) -> Bool {
    (sentence.range.lowerBound..<index).contains { sentence.isAny($0, .modal) }
  }

  private func isInfinitive(behind index: Int) -> Bool {
    (index + 1..<min(index + 4, sentence.range.upperBound)).contains { sentence.word($0) == "to" }
  }

  private func isNegatedWord(_ index: Int) -> Bool { sentence.isAny(index - 1, .negation) }

  /// "Close to being taken", "on the verge of capturing".
  private func isCloseTo(_ group: VerbGroup) -> Bool {
    let before =
      max(sentence.range.lowerBound, group.start - 4)..<max(sentence.range.lowerBound, group.start)
    return before.contains { sentence.isAny($0, .nearness) && !sentence.isAny($0, .adverb) }
  }
}
