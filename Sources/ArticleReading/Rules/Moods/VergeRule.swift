/// "Close to taking", "on the verge of capturing": most of it is done.
struct VergeRule: MoodRule {
  let name = "verge"
  let examples = [
    RuleExample(
      "Iraqi forces came close and captured Bartella.", gives: "captured nearly")
  ]
  let counterExamples = ["Iraqi forces captured Bartella."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    guard verb.kind == .event else { return false }
    let before =
      stretch(from: max(sentence.range.lowerBound, verb.start - 4), to: verb.start)
    if before.contains(where: { sentence.isAny($0, .nearness) && !sentence.isAny($0, .adverb) }) {
      verb.isNearly = true
    }
    return false
  }
}
