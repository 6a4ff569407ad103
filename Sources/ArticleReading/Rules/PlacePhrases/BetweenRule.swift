/// "Between X and Y": of the second as of the first.
struct BetweenRule: GovernorRule {
  let name = "between"
  let examples = [
    RuleExample(
      "Iraqi forces took a village on the road between Bartella, Tiba and Mosul.",
      gives: "mosul locating")
  ]
  let counterExamples = [
    "Iraqi forces took Bartella and Mosul."
  ]

  func read(_ governor: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) {
    guard sentence.isWord(governor, .and),
      let between = stretch(from: sentence.range.lowerBound, to: governor).last(where: {
        sentence.isWord($0, .between)
      }), governor - between < 8
    else { return }
    phrase.use.insert(.locating)
  }
}
