/// "The centre of X", "all of X".
struct CoreOfRule: OfRule {
  let name = "centre of"
  let examples = [
    RuleExample("Iraqi forces took the centre of Bartella.", gives: "bartella core"),
    RuleExample("Iraqi forces took all of Bartella.", gives: "bartella itself"),
  ]
  let counterExamples = [
    "Iraqi forces took parts of Bartella."
  ]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    guard sentence.isAny(noun, .core) else { return nil }
    if !sentence.isAny(noun, .determiner) { phrase.use.insert(.core) }
    return .goesOn(at: noun - 1)
  }
}
