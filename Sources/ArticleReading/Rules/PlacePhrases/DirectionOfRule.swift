/// "The west of Mosul" is a part of it; "south of Mosul" only tells where something is.
struct DirectionOfRule: OfRule {
  let name = "direction of"
  let examples = [
    RuleExample("Iraqi forces captured the west of Mosul.", gives: "mosul itself"),
    RuleExample("Iraqi forces captured a village south of Mosul.", gives: "mosul locating"),
  ]
  let counterExamples = [
    "Iraqi forces captured western Mosul."
  ]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    guard sentence.isAny(noun, .compass) else { return nil }
    guard sentence.isWord(noun - 1, .the) else {
      phrase.use.insert(.locating)
      return .ends
    }
    direction = sentence.direction(noun)
    return .goesOn(at: noun - 1)
  }
}
