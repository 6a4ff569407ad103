/// "Expected to see X taken by": a participle after an expectation with an infinitive.
struct ExpectedParticipleRule: MoodRule {
  let name = "expected participle"
  let triggers: WordClasses = [.expectation]
  let examples = [
    RuleExample(
      "The army expects to see Bartella captured by Iraqi forces.", gives: "captured planned")
  ]
  let counterExamples = ["The army saw Bartella captured by Iraqi forces."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    guard verb.isReduced,
      stretch(from: index + 1, to: min(index + 4, sentence.range.upperBound)).contains(where: {
        sentence.isWord($0, .to)
      })
    else { return false }
    verb.set(.planned, because: index)
    return true
  }
}
