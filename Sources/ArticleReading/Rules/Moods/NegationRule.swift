/// "Did not capture", but not "not only captured".
struct NegationRule: MoodRule {
  let name = "negation"
  let examples = [
    RuleExample(
      "Iraqi forces have not captured Bartella.", gives: "captured refuted")
  ]
  let counterExamples = ["Iraqi forces not only captured Bartella but held it."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    if !sentence.isWord(index + 1, .only) { verb.set(.refuted, because: index) }
    return false
  }
}
