/// "Camp X": the name is that of the facility.
struct FacilityNameRule: GovernorRule {
  let name = "facility before"
  let examples = [
    RuleExample("Iraqi forces captured Camp Bartella.", gives: "bartella modifier")
  ]
  let counterExamples = [
    "Iraqi forces captured the camp in Bartella."
  ]

  func read(_ governor: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) {
    if sentence.isAny(governor, .facility), sentence.tokens[governor].isCapital {
      phrase.use.insert(.modifier)
    }
  }
}
