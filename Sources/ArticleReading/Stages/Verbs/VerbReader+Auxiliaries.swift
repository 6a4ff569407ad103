internal import TheatreModel

/// Reads voice, tense and mood from the words before a verb.
extension VerbReader {
  func readAuxiliaries(_ group: inout VerbGroup, after earlier: [VerbGroup]) {
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
        // "Not only captured X but".
        if sentence.word(index + 1) != "only" { set(&group, .refuted, index) }
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

  func isNegated(_ index: Int) -> Bool { sentence.isAny(index, .negation) }

  /// A stronger reason replaces a weaker one.
  func set(_ group: inout VerbGroup, _ kind: StatementKind, _ reason: Int) {
    guard group.kind == .event || kind != .planned else { return }
    group.kind = kind
    group.reason = reason
  }

  /// What governs an infinitive: it is planned unless a word makes it a fact ("managed to") or
  /// denies it ("failed to").
  func readInfinitive(_ group: inout VerbGroup, at index: Int) {
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

  func isClauseEnd(_ index: Int) -> Bool {
    switch sentence.kind(index) {
    case .comma, .semicolon, .colon, .dash, .stop, .openQuote, .closeQuote: true
    default: false
    }
  }

  /// A gerund is a fact behind "after", "by" and the like and behind a comma; it is planned behind
  /// "for", "at", "before" and "of".
  func readGerund(_ group: inout VerbGroup) {
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
  func readBare(_ group: inout VerbGroup, before index: Int, _ earlier: [VerbGroup]) {
    let form = group.match.form
    if let last = partner(of: group, among: earlier, at: index),
      isJoined(group, to: earlier[last], at: index)
    {
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
  func readSharedMood(_ group: inout VerbGroup, before conjunction: Int) {
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

  /// The verb that "and" may join one to: the last one, or behind a relative clause between commas
  /// the one before that clause.
  func partner(of group: VerbGroup, among earlier: [VerbGroup], at index: Int) -> Int? {
    guard let last = earlier.indices.last else { return nil }
    guard sentence.isAny(index, .and), sentence.kind(index - 1) == .comma else { return last }
    let relative = (sentence.range.lowerBound..<max(earlier[last].start, sentence.range.lowerBound))
      .last { sentence.isAny($0, .relative) && sentence.word($0) != "that" }
    guard let relative, index - relative < 24 else { return last }
    return earlier.lastIndex { $0.match.head < relative && $0.match.form != .noun } ?? last
  }

  /// Whether only objects stand between two verbs and "and" or a comma before the second.
  func isJoined(_ group: VerbGroup, to partner: VerbGroup, at index: Int) -> Bool {
    // Between commas a relative clause does not part two verbs of one subject.
    let isEnclosed = sentence.isAny(index, .and) && sentence.kind(index - 1) == .comma
    guard partner.match.form != .noun,
      sentence.isAny(index, [.and]) || sentence.word(index) == "then"
        || sentence.word(index) == "but"
        || sentence.kind(index) == .comma
    else { return false }
    guard group.match.head - partner.match.end < (isEnclosed ? 36 : 24) else { return false }
    if sentence.kind(index) == .comma, group.match.form == .gerund { return false }
    return !(partner.match.end..<group.match.head).contains {
      sentence.isAny($0, [.modal, .relative, .subordinator]) && !sentence.isAny($0, .preposition)
        && !isEnclosed
        || sentence.kind($0) == .semicolon
    }
  }

  /// Whether a participle follows its noun: nothing that could be its object stands behind it, or
  /// "by".
  func isReduced(_ group: VerbGroup) -> Bool {
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
}
