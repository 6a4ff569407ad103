internal import Theatre

/// Reads voice and tense from the auxiliaries of a verb; what they say of its mood is left to the
/// rules of mood.
struct VoiceReader {
  let sentence: Sentence

  func read(_ verb: inout VerbGroup, after earlier: [VerbGroup]) {
    let form = verb.match.form
    let mood = MoodReader(sentence: sentence)
    var index = verb.match.head - 1
    var sawBe = false
    var sawHave = false
    var sawDo = false
    while sentence.range.contains(index) {
      if sentence.isAny(index, .be) {
        if !sawBe, form == .participle || form == .pastOrParticiple { verb.isPassive = true }
        if form == .gerund { verb.isProgressive = true }
        if sentence.isAny(index, .pastBe) { verb.isPast = true }
        sawBe = true
      } else if sentence.isAny(index, .have) {
        sawHave = true
        if sentence.isWord(index, .had) { verb.isPast = true }
      } else if sentence.isAny(index, .modal) {
        mood.apply(ModalRule(), to: &verb, at: index)
      } else if sentence.isAny(index, .auxiliary) {
        sawDo = true
        if sentence.isAny(index, .getPassive) { verb.isPassive = true }
      } else if sentence.isAny(index, .negation) {
        mood.apply(NegationRule(), to: &verb, at: index)
      } else if sentence.isAdverb(index) || sentence.isAny(index, [.nearness, .tense]) {
        mood.apply(NearlyAdverbRule(), to: &verb, at: index)
      } else if sentence.isAny(index, .infinitive) && sentence.isWord(index, .to) {
        verb.isNonfinite = true
        mood.apply(InfinitiveRule(), to: &verb, at: index)
        verb.start = index
        index -= 1
        break
      } else {
        break
      }
      verb.start = index
      index -= 1
    }
    verb.isPerfect = sawHave
    if !sawBe, !sawHave, !sawDo, form == .past || form == .pastOrParticiple { verb.isPast = true }
    if form == .gerund, !sawBe {
      verb.isNonfinite = true
      mood.apply(GerundRule(), to: &verb, at: verb.start - 1)
    }
    if !sawBe, !sawHave, !sawDo, !verb.isNonfinite, verb.kind != .planned {
      readBare(&verb, before: index, earlier)
    }
    if verb.isNonfinite, form == .base { mood.apply(BeToRule(), to: &verb, at: verb.start - 1) }
  }

  /// A form without auxiliaries: after "and" it shares those of the verb before; else a participle
  /// after its noun is a passive, or it is the past tense.
  private func readBare(_ verb: inout VerbGroup, before index: Int, _ earlier: [VerbGroup]) {
    let form = verb.match.form
    let joining = VerbJoining(sentence: sentence)
    if let last = joining.partner(of: verb, among: earlier, at: index),
      joining.isJoined(verb, to: earlier[last], at: index)
    {
      let partner = earlier[last]
      verb.coordinatedWith = last
      if form == .base || (form == .gerund && partner.match.form == .gerund)
        || (partner.isPassive && form != .past)
      {
        verb.kind = partner.kind
        verb.reason = partner.reason
      }
      verb.isPassive =
        partner.isPassive && form != .past && form != .base && form != .gerund
        && !hasObject(verb)
      return
    }
    if form == .base {
      MoodReader(sentence: sentence).apply(SharedMoodRule(), to: &verb, at: index)
    }
    guard form == .participle || form == .pastOrParticiple else { return }
    let wantsObject = sentence.lexicon.verbs.entries[verb.match.entry].word.place == .object
    guard wantsObject, isReduced(verb) else { return }
    verb.isPassive = true
    verb.isReduced = true
    verb.isPast = false
  }

  /// Whether a participle follows its noun: nothing that could be its object stands after it, or
  /// "by".
  private func isReduced(_ verb: VerbGroup) -> Bool {
    if sentence.isWord(verb.match.end, .by) { return true }
    let before = verb.start - 1
    if sentence.isAny(before, [.relative, .pronoun]), !sentence.isWord(before, .those) {
      return false
    }
    if sentence.force(endingAt: before) != nil { return false }
    return !hasObject(verb)
  }

  /// Whether something that can be an object stands after a verb.
  func hasObject(_ verb: VerbGroup) -> Bool {
    var index = verb.match.end
    while sentence.isAdverb(index), !sentence.isAny(index, .timestart) { index += 1 }
    if sentence.isTime(index) { return false }
    if sentence.isPunctuation(index) { return false }
    if sentence.isAny(
      index, [.preposition, .be, .have, .modal, .and, .but, .subordinator, .relative])
      && !sentence.isAny(index, .determiner)
    {
      return false
    }
    return sentence.range.contains(index)
  }
}

/// Joins verbs that share their subject and mood.
struct VerbJoining {
  let sentence: Sentence

  /// The verb that "and" may join one to: the last one, or after a relative clause between commas
  /// the one before that clause.
  func partner(of verb: VerbGroup, among earlier: [VerbGroup], at index: Int) -> Int? {
    guard let last = earlier.indices.last else { return nil }
    guard sentence.isAny(index, .and), sentence.kind(index - 1) == .comma else { return last }
    let relative = stretch(from: sentence.range.lowerBound, to: earlier[last].start)
      .last { sentence.isAny($0, .relative) && !sentence.isWord($0, .that) }
    guard let relative, index - relative < 24 else { return last }
    return earlier.lastIndex { $0.match.head < relative && $0.match.form != .noun } ?? last
  }

  /// Whether only objects stand between two verbs and "and" or a comma before the second.
  func isJoined(_ verb: VerbGroup, to partner: VerbGroup, at index: Int) -> Bool {
    // Between commas a relative clause does not part two verbs of one subject.
    let isEnclosed = sentence.isAny(index, .and) && sentence.kind(index - 1) == .comma
    guard partner.match.form != .noun,
      sentence.isAny(index, .and) || sentence.isWord(index, .then) || sentence.isWord(index, .but)
        || sentence.kind(index) == .comma
    else { return false }
    guard verb.match.head - partner.match.end < (isEnclosed ? 36 : 24) else { return false }
    if sentence.kind(index) == .comma, verb.match.form == .gerund { return false }
    return !stretch(from: partner.match.end, to: verb.match.head).contains {
      sentence.isAny($0, [.modal, .relative, .subordinator]) && !sentence.isAny($0, .preposition)
        && !isEnclosed
        || sentence.kind($0) == .semicolon
    }
  }
}
