internal import Theatre

/// "X was taken by the army", "X, captured on Friday", "which was retaken".
struct PassiveRule: VerbStatementRule {
  let name = "passive"
  let examples = [
    RuleExample(
      "Bartella was captured by Kurdish peshmerga.",
      gives: "bartella peshmerga control event"),
    RuleExample(
      "Bartella, captured by Iraqi forces on Friday, is calm.",
      gives: "bartella isf control event"),
    RuleExample("Bartella was liberated.", gives: "bartella ? control event"),
  ]
  let counterExamples = [
    "Three villages in Bartella were taken by Iraqi forces.",
    "The road to Bartella was captured by Iraqi forces.",
  ]

  func claims(of clause: Clause, in sentence: Sentence) -> [Claim]? {
    guard clause.word.place == .object, clause.verb.isPassive else { return nil }
    let verb = clause.verb
    let places = SubjectPlaceFinder(sentence: sentence)
    guard
      let found = places.places(of: verb) ?? places.antecedent(of: verb)
        ?? MeantPlaces(sentence).pronoun(before: verb)
    else { return [] }
    let parties = PartyFinder(sentence: sentence)
    let agent = parties.agent(of: verb)
    // "A hundred fighters are left": without "by" this does not mean that they left.
    if agent == nil, clause.word.status == .withdrew || parties.byOthers(verb) { return [] }
    return clause.claims(of: found, by: agent, in: sentence)
  }
}
