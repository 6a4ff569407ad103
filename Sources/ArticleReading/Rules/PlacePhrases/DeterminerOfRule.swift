/// "Each of X and Y".
struct DeterminerOfRule: OfRule {
  let name = "determiner of"
  let examples = [
    RuleExample("Iraqi forces captured each of Bartella and Gogjali.", gives: "bartella itself")
  ]
  let counterExamples = [
    "Iraqi forces captured Bartella."
  ]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    sentence.isAny(noun, .determiner) ? .goesOn(at: noun - 1) : nil
  }
}
