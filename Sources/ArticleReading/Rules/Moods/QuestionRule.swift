/// What is asked is open.
struct QuestionRule: MoodRule {
  let name = "question"
  let examples = [
    RuleExample(
      "Have Iraqi forces captured Bartella?", gives: "captured hedged")
  ]
  let counterExamples = ["Iraqi forces captured Bartella."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    let last = sentence.range.upperBound - 1
    if sentence.kind(last) == .stop, sentence.text(last) == "?" {
      verb.set(.hedged, because: last)
    }
    return false
  }
}
