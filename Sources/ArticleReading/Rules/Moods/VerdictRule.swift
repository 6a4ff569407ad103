/// "A statement that X had been taken was retracted", "could not be confirmed": the verdict stands
/// after the clause.
struct VerdictRule: MoodRule {
  let name = "verdict behind the clause"
  let triggers: WordClasses = [.clauseThat]
  let examples = [
    RuleExample(
      "A statement that Iraqi forces had captured Bartella was retracted.",
      gives: "captured refuted"),
    RuleExample(
      "The report that Iraqi forces had captured Bartella could not be confirmed.",
      gives: "captured hedged"),
    RuleExample(
      "Despite an announcement that Iraqi forces had captured Bartella, IS was there.",
      gives: "captured hedged"),
  ]
  let counterExamples = ["A statement that Iraqi forces had captured Bartella was confirmed."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    let opening = stretch(from: max(sentence.range.lowerBound, index - 8), to: index)
    guard opening.contains(where: { sentence.isAny($0, .speech) }) else { return false }
    if opening.contains(where: { sentence.isAny($0, .concession) }) {
      verb.set(.hedged, because: index)
      return false
    }
    for behind in stretch(from: verb.match.end, to: sentence.range.upperBound) {
      if sentence.kind(behind) == .semicolon { return false }
      if sentence.isAny(behind, .denial), sentence.isAny(behind - 1, [.be, .adverb]) {
        verb.set(.refuted, because: behind)
        return false
      }
      if sentence.isAny(behind, .confirmation),
        stretch(from: max(verb.match.end, behind - 4), to: behind).contains(where: {
          sentence.isAny($0, .negation)
        })
      {
        verb.set(.hedged, because: behind)
        return false
      }
    }
    return false
  }
}
