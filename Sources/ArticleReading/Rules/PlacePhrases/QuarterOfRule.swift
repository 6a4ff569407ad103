/// "A quarter of Mosul" is a part of it.
struct QuarterOfRule: OfRule {
  let name = "a quarter of"
  let examples = [
    RuleExample("Iraqi forces captured a quarter of Mosul.", gives: "mosul partial")
  ]
  let counterExamples = [
    "Iraqi forces captured the Karama quarter of Mosul."
  ]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    guard sentence.isWord(noun, .quarter), sentence.isAny(noun - 1, .determiner),
      sentence.isSmaller(noun, phrase.mention)
    else { return nil }
    phrase.use.insert(.partial)
    return .goesOn(at: noun - 1)
  }
}
