internal import TheatreModel

/// Reads the words that govern a whole clause: denials, conditions, doubts.
extension VerbReader {
  /// Words that govern the whole clause: "denied that", "if", "whether", "the rumour that".
  func readScope(_ group: inout VerbGroup) {
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
      if isToCome(group, behind: index) {
        set(&group, .planned, index)
        break
      }
      if word == "withdrew" || word == "withdrawn",
        (index + 1...index + 6).contains(where: { sentence.isAny($0, .speech) }), crossedThat
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
    readDenialBehind(&group)
    if group.kind == .event, isCloseTo(group) { group.isNearly = true }
  }

  /// "But residents denied it", "a claim denied by", and a question.
  func readDenialBehind(_ group: inout VerbGroup) {
    let last = sentence.range.upperBound - 1
    if sentence.kind(last) == .stop, sentence.text(last) == "?" { set(&group, .hedged, last) }
    for index in group.match.end..<max(group.match.end, sentence.range.upperBound)
    where sentence.isAny(index, .denial) && !isNegatedWord(index) {
      let isOfThis =
        ["it", "this", "that", "by"].contains(sentence.word(index + 1))
        || sentence.isAny(index - 1, .speech)
      if isOfThis { set(&group, .refuted, index) }
    }
  }

  /// Whether a clause tells what is still to come: "will go on until X is taken", "once X has been
  /// cleared", "when X is won".
  func isToCome(_ group: VerbGroup, behind index: Int) -> Bool {
    let word = sentence.word(index)
    guard ["until", "once", "before", "when", "after"].contains(word),
      !(index..<group.start).contains(where: { sentence.kind($0) == .comma })
    else { return false }
    let isOpen = word != "when" && word != "after" && hasModal(before: index)
    let isPresent =
      !group.isPast
      && (group.start..<group.match.head).contains {
        ["is", "are", "has", "have"].contains(sentence.word($0))
      }
    return isOpen || isPresent
  }

  /// "A statement that X had been taken was retracted", "could not be confirmed": the verdict
  /// stands behind the clause.
  func readVerdict(_ group: inout VerbGroup, onSpeechBefore that: Int) {
    let isSpeech = (max(sentence.range.lowerBound, that - 8)..<that).contains {
      sentence.isAny($0, .speech)
    }
    guard isSpeech else { return }
    let opening = max(sentence.range.lowerBound, that - 8)..<that
    if opening.contains(where: { ["despite", "spite"].contains(sentence.word($0)) }) {
      // "In spite of an announcement that X had been taken".
      set(&group, .hedged, that)
      return
    }
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

  func hasModal(before index: Int) -> Bool {
    (sentence.range.lowerBound..<index).contains { sentence.isAny($0, .modal) }
  }

  func isInfinitive(behind index: Int) -> Bool {
    (index + 1..<min(index + 4, sentence.range.upperBound)).contains { sentence.word($0) == "to" }
  }

  func isNegatedWord(_ index: Int) -> Bool {
    (index - 2..<index).contains { sentence.isAny($0, .negation) }
  }

  /// "Close to being taken", "on the verge of capturing".
  func isCloseTo(_ group: VerbGroup) -> Bool {
    let before =
      max(sentence.range.lowerBound, group.start - 4)..<max(sentence.range.lowerBound, group.start)
    return before.contains { sentence.isAny($0, .nearness) && !sentence.isAny($0, .adverb) }
  }

  /// Whether "to" opens an infinitive that is not told as a fact ("is thought to be").
  func isPlannedInfinitive(_ index: Int) -> Bool {
    sentence.word(index) == "to" && !sentence.isAny(index - 1, .fact)
      && (sentence.isAny(index + 1, .be) || sentence.isPlainWord(index + 1))
  }

  /// Reads the mood of a phrase without a verb of the lexicon from the words before it.
  func readMood(_ group: inout VerbGroup, before index: Int) {
    readScope(&group)
    var position = index - 1
    while group.kind == .event, position > index - 8, !sentence.isPunctuation(position) {
      if sentence.isAny(position, .negation) {
        group.kind = .refuted
        group.reason = position
      } else if sentence.isAny(position, .modal) || isPlannedInfinitive(position) {
        group.kind = .planned
        group.reason = position
      }
      position -= 1
    }
  }
}
