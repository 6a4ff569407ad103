/// "If X is taken", "whether X was taken".
struct ConditionRule: MoodRule {
  let name = "condition"
  let triggers: WordClasses = [.condition]
  let examples = [
    RuleExample(
      "If Iraqi forces captured Bartella, the road would be open.", gives: "captured conditional"),
    RuleExample(
      "It was asked whether Iraqi forces had captured Bartella.", gives: "captured hedged"),
  ]
  let counterExamples = ["Iraqi forces captured Bartella."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    verb.set(sentence.isWord(index, .whether) ? .hedged : .conditional, because: index)
    return true
  }
}
