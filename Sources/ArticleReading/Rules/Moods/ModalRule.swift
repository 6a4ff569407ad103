/// "Could capture" is a plan, "couldn't capture" a denial.
struct ModalRule: MoodRule {
  let name = "modal"
  let examples = [
    RuleExample(
      "Iraqi forces could capture Bartella.", gives: "capture planned"),
    RuleExample(
      "Iraqi forces couldn't capture Bartella.", gives: "capture refuted"),
  ]
  let counterExamples = ["Iraqi forces captured Bartella in May."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    verb.set(sentence.isAny(index, .negation) ? .refuted : .planned, because: index)
    return false
  }
}
