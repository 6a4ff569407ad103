/// "It was unclear that", "he declined to say that".
struct SilenceRule: MoodRule {
  let name = "silence"
  let triggers: WordClasses = [.silence]
  let examples = [
    RuleExample(
      "The army declined to say that Iraqi forces had captured Bartella.", gives: "captured hedged")
  ]
  let counterExamples = ["The army said that Iraqi forces had captured Bartella."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    guard scan.crossedThat else { return false }
    verb.set(.hedged, because: index)
    return true
  }
}
