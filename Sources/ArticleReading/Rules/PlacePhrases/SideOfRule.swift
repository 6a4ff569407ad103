/// "The eastern half of Mosul"; "three eastern districts of Mosul" are only in it.
struct SideOfRule: OfRule {
  let name = "side of"
  let examples = [
    RuleExample("Iraqi forces captured the eastern half of Mosul.", gives: "mosul itself"),
    RuleExample(
      "Iraqi forces captured three eastern districts of Mosul.",
      gives: "mosul containing"),
  ]
  let counterExamples = [
    "Iraqi forces captured half of Mosul."
  ]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    guard sentence.isAny(noun, .bank), sentence.isAny(noun - 1, .compass) else { return nil }
    direction = sentence.direction(noun - 1)
    if sentence.isAny(noun, .generic), noun > sentence.range.lowerBound {
      phrase.use.insert(.containing)
    }
    return .goesOn(at: noun - 2)
  }
}
