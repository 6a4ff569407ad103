/// "Bartella centre".
struct CoreBehindRule: BehindNameRule {
  let name = "centre behind"
  let examples = [
    RuleExample("Iraqi forces captured Bartella centre.", gives: "bartella core")
  ]
  let counterExamples = [
    "Iraqi forces captured the centre of Bartella."
  ]

  func read(_ end: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) -> Bool {
    guard sentence.isAny(end, .core), !sentence.isAny(end, .determiner) else { return false }
    phrase.use.insert(.core)
    phrase.tokens = stretch(from: phrase.tokens.lowerBound, to: end + 1)
    return true
  }
}
