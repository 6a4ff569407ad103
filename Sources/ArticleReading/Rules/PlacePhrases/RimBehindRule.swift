/// "Bartella outskirts".
struct RimBehindRule: BehindNameRule {
  let name = "edge behind"
  let examples = [
    RuleExample("Iraqi forces captured Bartella outskirts.", gives: "bartella rim")
  ]
  let counterExamples = [
    "Iraqi forces captured the outskirts of Bartella."
  ]

  func read(_ end: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) -> Bool {
    guard sentence.isAny(end, .rim), !sentence.isAny(end, .preposition) else { return false }
    phrase.use.insert(.rim)
    return true
  }
}
