/// "Hoped that X would fall": what is expected is a plan.
struct ExpectationRule: MoodRule {
  let name = "expectation"
  let triggers: WordClasses = [.expectation]
  let examples = [
    RuleExample(
      "The army hoped that Iraqi forces had captured Bartella.", gives: "captured planned")
  ]
  let counterExamples = ["The army said that Iraqi forces had captured Bartella."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    guard scan.crossedThat, verb.kind == .event else {
      return false
    }
    verb.set(.planned, because: index)
    return true
  }
}
