/// "Denied that X had been taken", but not "no one denies that".
struct DenialRule: MoodRule {
  let name = "denial"
  let triggers: WordClasses = [.denial]
  let examples = [
    RuleExample(
      "The army denied that Islamic State had captured Bartella.", gives: "captured refuted")
  ]
  let counterExamples = ["No one denies that Iraqi forces captured Bartella."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    guard scan.crossedThat || scan.steps < 8,
      !sentence.isNegatedWord(index)
    else { return false }
    verb.set(.refuted, because: index)
    return true
  }
}
