internal import Theatre

/// "The militants are surrounded in X", "X, in which they are surrounded": the place is surrounded.
struct SurroundedPartyRule: VerbStatementRule {
  let name = "surrounded party"
  let examples = [
    RuleExample(
      "Islamic State fighters are surrounded in Bartella by Iraqi forces.",
      gives: "bartella isf encircled event")
  ]
  let counterExamples = [
    "Bartella was surrounded by Iraqi forces."
  ]

  func claims(of clause: Clause, in sentence: Sentence) -> [Claim]? {
    guard clause.word.place == .object, clause.verb.isPassive, clause.word.status == .encircled,
      let found = place(of: clause.verb, in: sentence)
    else { return nil }
    return clause.claims(
      of: found, by: PartyFinder(sentence: sentence).agent(of: clause.verb), in: sentence)
  }

  private func place(of verb: VerbGroup, in sentence: Sentence) -> FoundPlaces? {
    let subjectIsForce = sentence.forces.contains {
      $0.tokens.upperBound <= verb.start && verb.start - $0.tokens.upperBound <= 1
    }
    guard subjectIsForce else { return nil }
    let behind = GovernedPlaceFinder(sentence: sentence).places(behind: verb.match.end) {
      sentence.isAny($0, .frontPreposition)
    }
    return behind.first ?? SubjectPlaceFinder(sentence: sentence).antecedent(of: verb)
  }
}
