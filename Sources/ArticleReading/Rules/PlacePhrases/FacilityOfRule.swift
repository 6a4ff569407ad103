/// "The University of X" has its name from it, "the airport of X" lies in it.
struct FacilityOfRule: OfRule {
  let name = "facility of"
  let examples = [
    RuleExample("Iraqi forces captured the University of Mosul.", gives: "mosul modifier"),
    RuleExample("Iraqi forces captured the airport of Mosul.", gives: "mosul containing"),
  ]
  let counterExamples = [
    "Iraqi forces captured Mosul."
  ]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    guard sentence.isAny(noun, .facility) else { return nil }
    phrase.use.insert(sentence.tokens[noun].isCapital ? .modifier : .containing)
    phrase.noun = noun
    return .ends
  }
}
