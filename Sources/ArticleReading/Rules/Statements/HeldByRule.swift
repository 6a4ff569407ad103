internal import Theatre

/// "The IS-held X", "the Daesh stronghold of X": a party before the name.
struct HeldByRule: PhraseStatementRule {
  let name = "held by"
  let examples = [
    RuleExample("Civilians fled IS-held Bartella.", gives: "bartella is control background"),
    RuleExample(
      "Rain fell on the Islamic State stronghold of Bartella.",
      gives: "bartella is control background"),
  ]
  let counterExamples = [
    "Rain fell on the former Islamic State stronghold of Bartella."
  ]

  func claim(of phrase: PlacePhrase, in sentence: Sentence) -> Claim? {
    guard phrase.use.isDisjoint(with: [.former, .modifier]), let holder = phrase.holder else {
      return nil
    }
    return Claim(phrase: phrase, heldBy: holder, verb: phrase.tokens.lowerBound)
  }
}
