/// "Villages in X", "a hospital in X": what is meant lies in it.
struct LyingInRule: GovernorRule {
  let name = "lying in"
  let examples = [
    RuleExample("Iraqi forces took three villages in Nineveh.", gives: "ninawa containing"),
    RuleExample("Iraqi forces seized a hospital in Mosul.", gives: "mosul containing"),
  ]
  let counterExamples = [
    "Iraqi forces fought in Bartella."
  ]

  func read(_ governor: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) {
    if sentence.isAny(governor, .phraseContainer),
      sentence.isAny(governor - 1, [.generic, .partial, .facility])
    {
      phrase.use.insert(.containing)
    }
  }
}
