/// "The outskirts of X".
struct RimOfRule: OfRule {
  let name = "edge of"
  let examples = [
    RuleExample("Iraqi forces took the outskirts of Bartella.", gives: "bartella rim")
  ]
  let counterExamples = [
    "Iraqi forces took Bartella and its outskirts."
  ]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    guard sentence.isAny(noun, .rim) else { return nil }
    phrase.use.insert(.rim)
    return .goesOn(at: noun - 1)
  }
}
