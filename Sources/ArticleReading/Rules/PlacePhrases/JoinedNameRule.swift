/// "The Mosul-Kirkuk road": what a hyphen joins the name to is meant.
struct JoinedNameRule: BehindNameRule {
  let name = "hyphen"
  let examples = [
    RuleExample("Iraqi forces control the Mosul-Kirkuk road.", gives: "mosul modifier")
  ]
  let counterExamples = [
    "Iraqi forces control Mosul."
  ]

  func read(_ end: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) -> Bool {
    guard sentence.tokens[end].isJoined else { return false }
    phrase.use.insert(.modifier)
    return true
  }
}
