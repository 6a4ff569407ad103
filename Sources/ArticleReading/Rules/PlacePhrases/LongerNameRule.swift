/// "Mosul Sarmad Hospital": the name goes on with words that no table has.
struct LongerNameRule: BehindNameRule {
  let name = "longer name"
  let examples = [
    RuleExample("Iraqi forces captured Bartella Sarmad.", gives: "bartella modifier")
  ]
  let counterExamples = [
    "Iraqi forces captured Bartella, Sarmad said."
  ]

  func read(_ end: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) -> Bool {
    guard sentence.isUnknownName(end),
      sentence.isUnknownName(end + 1) || sentence.isAny(end + 1, [.facility, .modified])
        || sentence.isPunctuation(end + 1)
    else { return false }
    phrase.use.insert(.modifier)
    return true
  }
}
