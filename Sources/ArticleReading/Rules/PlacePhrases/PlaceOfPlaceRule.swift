/// "The Old City of Mosul": the second place tells where the first one lies.
struct PlaceOfPlaceRule: OfRule {
  let name = "place of a place"
  let examples = [
    RuleExample("Iraqi forces captured the Old City of Mosul.", gives: "mosul locating")
  ]
  let counterExamples = [
    "Iraqi forces captured the town of Bartella."
  ]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    guard sentence.mention(containing: noun) != nil else { return nil }
    phrase.use.insert(.locating)
    return .ends
  }
}
