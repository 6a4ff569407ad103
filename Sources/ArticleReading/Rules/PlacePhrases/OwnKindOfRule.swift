internal import Theatre
internal import TypedIndices

/// "The country of Iraq" is what the table calls Iraq.
struct OwnKindOfRule: OfRule {
  let name = "kind in the table"
  let examples = [
    RuleExample("Islamic State seized the country of Iraq.", gives: "iraq itself")
  ]
  let counterExamples = [
    "Iraqi forces captured the mayor of Bartella."
  ]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    guard sentence.smallText(noun) == sentence.names.places[phrase.mention.place].kind else {
      return nil
    }
    return .goesOn(at: noun - 1)
  }
}
