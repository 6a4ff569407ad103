/// "The Daesh stronghold of X": what stands before is read on for the party.
struct StrongholdOfRule: OfRule {
  let name = "stronghold of"
  let examples = [
    RuleExample("Rain fell on the Islamic State stronghold of Bartella.", gives: "bartella itself")
  ]
  let counterExamples = [
    "Rain fell on the town of Bartella."
  ]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    sentence.isAny(noun, .apposition) ? .goesOn(at: noun) : nil
  }
}
