/// "The road to X", "close to X".
struct WayToRule: GovernorRule {
  let name = "way to"
  let examples = [
    RuleExample("Iraqi forces captured the road to Bartella.", gives: "bartella locating")
  ]
  let counterExamples = [
    "Iraqi forces moved to Bartella."
  ]

  func read(_ governor: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) {
    if sentence.isWord(governor, .to), sentence.isAny(governor - 1, .closeTo) {
      phrase.use.insert(.locating)
    }
  }
}
