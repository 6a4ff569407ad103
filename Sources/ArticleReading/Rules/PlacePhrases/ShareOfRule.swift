/// "60 percent of X", "60% of X", "a third of X".
struct ShareOfRule: OfRule {
  let name = "share of"
  let examples = [
    RuleExample("Iraqi forces captured 60 percent of Bartella.", gives: "bartella partial"),
    RuleExample("Iraqi forces captured 60% of Bartella.", gives: "bartella partial"),
  ]
  let counterExamples = [
    "Iraqi forces captured all of Bartella."
  ]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    let isShare =
      sentence.isAny(noun, .partial) || sentence.isWord(noun, .percent)
      || sentence.kind(noun) == .other || sentence.kind(noun) == .number
    guard isShare else { return nil }
    phrase.use.insert(.partial)
    return .goesOn(at: noun - 1)
  }
}
