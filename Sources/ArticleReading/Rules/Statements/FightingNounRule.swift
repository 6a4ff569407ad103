internal import Theatre

/// "Clashes in X": whoever of the parties named attacks contests the place.
struct FightingNounRule: VerbStatementRule {
  let name = "fighting (noun)"
  let examples = [
    RuleExample(
      "Clashes in Bartella went on, the Iraqi army said.",
      gives: "bartella isf contested event"),
    RuleExample(
      "Fighting went on in Bartella between Iraqi forces and IS.",
      gives: "bartella isf contested event"),
  ]
  let counterExamples = [
    "No fighting was seen in Bartella.",
    "Iraqi forces fought in Bartella.",
  ]

  func claims(of clause: Clause, in sentence: Sentence) -> [Claim]? {
    guard clause.verb.match.form == .noun, clause.word.status == .contested else { return nil }
    guard case .prepositions = clause.word.place,
      !sentence.isAny(clause.verb.match.head - 1, .intent), isReal(clause.verb, in: sentence)
    else { return [] }
    let places = GovernedPlaceFinder(sentence: sentence).places(of: clause)
    guard !places.isEmpty else { return [] }
    let attacker = PartyFinder(sentence: sentence).attacker(besides: nil, clause.verb)
    return clause.claims(of: places, by: attacker, in: sentence)
  }

  /// Whether the fighting takes place: not "expected", "before", "to avoid".
  private func isReal(_ verb: VerbGroup, in sentence: Sentence) -> Bool {
    let around = stretch(from: max(sentence.range.lowerBound, verb.start - 6), to: verb.start)
    return verb.kind == .event
      && !around.contains { sentence.isAny($0, [.modal, .expectation, .condition, .negation]) }
  }
}
