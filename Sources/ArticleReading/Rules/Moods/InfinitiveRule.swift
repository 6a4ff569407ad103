/// What governs an infinitive: it is planned unless a word makes it a fact ("managed to") or denies
/// it ("failed to").
struct InfinitiveRule: MoodRule {
  let name = "infinitive"
  let examples = [
    RuleExample(
      "Iraqi forces plan to capture Bartella.", gives: "capture planned"),
    RuleExample(
      "Iraqi forces failed to capture Bartella.", gives: "capture refuted"),
    RuleExample(
      "Bartella is close to being captured by Iraqi forces.", gives: "captured nearly"),
  ]
  let counterExamples = [
    "Iraqi forces managed to capture Bartella.", "Iraqi forces were the first to capture Bartella.",
  ]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    if sentence.isAny(index - 1, .nearness), sentence.isWord(index + 1, .being) {
      // "Is close to being taken": most of it is.
      verb.isNearly = true
      verb.isNonfinite = false
      return false
    }
    var before = index - 1
    var steps = 0
    while sentence.range.contains(before), steps < 5, !isClauseEnd(sentence.kind(before)) {
      if sentence.isAny(before, .failure) {
        verb.set(.refuted, because: before)
        return false
      }
      if sentence.isAny(before, .fact), steps == 0 || sentence.isAny(before, .ordinal) || steps < 3
      {
        if sentence.isAny(before, .claim) { verb.reason = before }
        return false
      }
      if sentence.isAny(before, .intent) { break }
      before -= 1
      steps += 1
    }
    verb.set(.planned, because: sentence.isAny(before, .intent) ? before : index)
    return false
  }

  private func isClauseEnd(_ kind: Token.Kind?) -> Bool {
    switch kind {
    case .comma, .semicolon, .colon, .dash, .stop, .openQuote, .closeQuote: true
    default: false
    }
  }
}
