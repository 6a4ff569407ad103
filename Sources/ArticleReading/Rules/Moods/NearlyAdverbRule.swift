/// "Almost captured" takes part of it back, "reportedly captured" leaves a doubt.
struct NearlyAdverbRule: MoodRule {
  let name = "nearly"
  let examples = [
    RuleExample(
      "Iraqi forces have almost captured Bartella.", gives: "captured nearly"),
    RuleExample(
      "Iraqi forces reportedly captured Bartella.", gives: "captured event"),
  ]
  let counterExamples = ["Iraqi forces quickly captured Bartella."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    if sentence.isAny(index, .nearness) { verb.isNearly = true }
    if sentence.isAny(index, .doubt) { verb.reason = index }
    return false
  }
}
