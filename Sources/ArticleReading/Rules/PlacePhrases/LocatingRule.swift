/// "Near X", "towards X": it only tells where something else is.
struct LocatingRule: GovernorRule {
  let name = "locating preposition"
  let examples = [
    RuleExample("Iraqi forces captured a hill near Bartella.", gives: "bartella locating")
  ]
  let counterExamples = [
    "Iraqi forces captured Bartella."
  ]

  func read(_ governor: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) {
    if sentence.isAny(governor, .locating) { phrase.use.insert(.locating) }
  }
}
