/// "After capturing" is a fact, "for capturing" a plan, "kept from capturing" a denial; a form in -ing that
/// opens a sentence has the mood of the sentence.
struct GerundRule: MoodRule {
  let name = "gerund"
  let examples = [
    RuleExample(
      "The battle for retaking Bartella began.", gives: "retaking planned"),
    RuleExample(
      "Rain kept Iraqi forces from capturing Bartella.", gives: "capturing refuted"),
    RuleExample(
      "Recapturing Bartella would open the road.", gives: "Recapturing conditional"),
  ]
  let counterExamples = [
    "Iraqi forces moved on after capturing Bartella.", "Iraqi forces advanced, capturing Bartella.",
  ]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    if !sentence.range.contains(index) {
      if sentence.range.contains(where: { sentence.isAny($0, .modal) }) {
        verb.set(.conditional, because: index + 1)
      }
    } else if sentence.isAny(index, .plannedGerund) {
      verb.set(.planned, because: index)
    } else if sentence.isAny(index, .deniedGerund) {
      verb.set(.refuted, because: index)
    } else if !sentence.isWord(index, .and), sentence.isAny(index, .intent),
      !sentence.isAny(index, [.determiner, .fact])
    {
      verb.set(.planned, because: index)
    }
    return false
  }
}
