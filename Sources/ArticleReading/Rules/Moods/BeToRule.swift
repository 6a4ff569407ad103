/// "Are to cut the route": a form of "be" before the infinitive.
struct BeToRule: MoodRule {
  let name = "be to"
  let examples = [
    RuleExample(
      "Iraqi forces claimed they are to capture Bartella.", gives: "capture planned")
  ]
  let counterExamples = ["Iraqi forces managed to capture Bartella."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    if sentence.isAny(index, .be) { verb.set(.planned, because: index) }
    return false
  }
}
