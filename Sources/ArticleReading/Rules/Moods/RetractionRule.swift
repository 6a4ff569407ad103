/// "The army withdrew its claim that X had been taken".
struct RetractionRule: MoodRule {
  let name = "retraction"
  let triggers: WordClasses = [.retraction]
  let examples = [
    RuleExample(
      "The army withdrew its claim that Iraqi forces had captured Bartella.",
      gives: "captured refuted")
  ]
  let counterExamples = ["The army withdrew from Gogjali and captured Bartella."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    guard stretch(from: index + 1, to: index + 7).contains(where: { sentence.isAny($0, .speech) }),
      scan.crossedThat
    else { return false }
    verb.set(.refuted, because: index)
    return true
  }
}
