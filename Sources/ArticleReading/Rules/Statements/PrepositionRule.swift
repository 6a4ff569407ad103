internal import Theatre

/// "Fought in X", "in X, troops clashed": the place stands after a preposition of
/// the verb, or in front of it.
struct PrepositionRule: VerbStatementRule {
  let name = "preposition"
  let examples = [
    RuleExample("Iraqi forces fought in Bartella.", gives: "bartella isf contested event"),
    RuleExample(
      "In Bartella, Iraqi forces clashed with Islamic State.",
      gives: "bartella isf contested event"),
  ]
  let counterExamples = [
    "Civilians fought for water in Bartella."
  ]

  func claims(of clause: Clause, in sentence: Sentence) -> [Claim]? {
    guard case .prepositions = clause.word.place else { return nil }
    let parties = PartyFinder(sentence: sentence)
    guard !clause.subject.isOther, clause.force != nil || parties.hasSilentSubject(clause.verb)
    else { return [] }
    let isFighting = clause.word.status == .contested
    var places = GovernedPlaceFinder(sentence: sentence).places(of: clause)
    if places.isEmpty, isFighting,
      let found = SubjectPlaceFinder(sentence: sentence).antecedent(of: clause.verb)
    {
      places = [found]
    }
    guard !places.isEmpty else { return [] }
    let attacker =
      isFighting && clause.word.aspect == .activity
      ? parties.attacker(besides: clause.force, clause.verb) : clause.force
    return clause.claims(of: places, by: attacker, in: sentence)
  }
}
