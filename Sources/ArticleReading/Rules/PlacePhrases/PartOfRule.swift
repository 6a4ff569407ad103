/// "Parts of X", "several streets of X", "most of X".
struct PartOfRule: OfRule {
  let name = "part of"
  let examples = [
    RuleExample("Iraqi forces captured parts of Bartella.", gives: "bartella partial")
  ]
  let counterExamples = [
    "Iraqi forces captured the town of Bartella."
  ]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    guard sentence.isAny(noun, .partial), !sentence.isAny(noun, .kind) else { return nil }
    phrase.use.insert(.partial)
    return .goesOn(at: noun - 1)
  }
}
