/// "What is left of X" is all of it that there is.
struct LeftOfRule: OfRule {
  let name = "what is left of"
  let examples = [
    RuleExample("Iraqi forces captured what is left of Bartella.", gives: "bartella itself")
  ]
  let counterExamples = [
    "Iraqi forces left Bartella."
  ]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    guard sentence.isWord(noun, .left), sentence.isAny(noun - 1, .be) else { return nil }
    return .goesOn(at: noun - 2)
  }
}
