/// "Unconfirmed reports say that X was taken": a doubt near the verb.
struct DoubtRule: MoodRule {
  let name = "doubt"
  let triggers: WordClasses = [.doubt]
  let examples = [
    RuleExample(
      "Reportedly, Iraqi forces captured Bartella.", gives: "captured event")
  ]
  let counterExamples = ["Iraqi forces captured Bartella."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    if scan.steps < 8, verb.reason < 0 { verb.reason = index }
    return false
  }
}
