internal import Theatre

/// "Drove IS out of X", "IS was driven out of X by the army": the place stands after the phrase.
struct DrivenOutRule: VerbStatementRule {
  let name = "driven out"
  let examples = [
    RuleExample(
      "Iraqi soldiers drove Islamic State out of Bartella.",
      gives: "bartella isf control event"),
    RuleExample(
      "Islamic State was driven out of Bartella by Iraqi forces.",
      gives: "bartella isf control event"),
  ]
  let counterExamples = [
    "Iraqi soldiers drove a car out of Bartella."
  ]

  func claims(of clause: Clause, in sentence: Sentence) -> [Claim]? {
    guard clause.word.place == .after else { return nil }
    let verb = clause.verb
    guard
      let found = ObjectFinder(sentence: sentence).places(from: verb.match.end)
        ?? SubjectPlaceFinder(sentence: sentence).antecedent(of: verb)
    else { return [] }
    // Who is driven out is the subject of the passive, or stands in the gap.
    if verb.isPassive {
      return clause.claims(
        of: found, by: PartyFinder(sentence: sentence).agent(of: verb), in: sentence)
    }
    guard !clause.subject.isOther, !verb.match.gap.isEmpty,
      sentence.forces.contains(where: { $0.tokens.overlaps(verb.match.gap) })
        || verb.match.gap.contains(where: {
          sentence.isAny($0, .pronoun) || sentence.isWord($0, .fighters)
        })
    else { return [] }
    return clause.claims(of: found, by: clause.force, in: sentence)
  }
}
