internal import Theatre

/// "Handed X over to the army", "surrendered X to": whoever is given it has it then.
struct HandoverRule: VerbStatementRule {
  let name = "handover"
  let examples = [
    RuleExample(
      "Islamic State surrendered Bartella to Iraqi forces.",
      gives: "bartella isf control event")
  ]
  let counterExamples = [
    "Islamic State surrendered Bartella."
  ]

  func claims(of clause: Clause, in sentence: Sentence) -> [Claim]? {
    guard clause.word.place == .object, clause.word.actor == .to,
      clause.mayTakeObject(in: sentence),
      let found = ObjectFinder(sentence: sentence).places(from: clause.objectStart)
    else { return nil }
    let taker = PartyFinder(sentence: sentence).next(
      behind: found.group.tokens.upperBound, within: 5, after: .takerPreposition)
    return taker.map { clause.claims(of: found, by: $0, in: sentence) } ?? []
  }
}
