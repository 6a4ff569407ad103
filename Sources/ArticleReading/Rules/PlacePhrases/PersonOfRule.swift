/// "The mayor of X" is somebody from there.
struct PersonOfRule: GovernorRule {
  let name = "person of"
  let examples = [
    RuleExample("Iraqi forces captured the mayor of Bartella.", gives: "bartella home")
  ]
  let counterExamples = [
    "Iraqi forces captured the town of Bartella."
  ]

  func read(_ governor: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) {
    guard sentence.isWord(governor, .of) else { return }
    if sentence.isAny(phrase.noun, .person) { phrase.use.insert(.home) }
    if sentence.isAny(phrase.noun, .locating) { phrase.use.insert(.locating) }
  }
}
