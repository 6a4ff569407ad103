/// "12 of X's streets": a number of things in it is a part of it.
struct NumberOfRule: OfRule {
  let name = "number of"
  let examples = [
    RuleExample("Iraqi forces captured 12 of Bartella.", gives: "bartella partial")
  ]
  let counterExamples = ["Iraqi forces captured all of Bartella."]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    guard sentence.kind(noun) == .number else { return nil }
    phrase.use.insert(.partial)
    return .goesOn(at: noun - 1)
  }
}
