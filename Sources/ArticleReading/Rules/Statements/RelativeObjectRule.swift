internal import Theatre

/// "X, which the army took": without an object of its own the verb is about the place before.
struct RelativeObjectRule: VerbStatementRule {
  let name = "relative clause"
  let examples = [
    RuleExample(
      "Rain fell on Bartella, which Iraqi forces captured on Friday.",
      gives: "bartella isf control event")
  ]
  let counterExamples = [
    "Rain fell on Bartella, where Iraqi forces captured a bridge."
  ]

  func claims(of clause: Clause, in sentence: Sentence) -> [Claim]? {
    guard clause.word.place == .object, clause.mayTakeObject(in: sentence),
      !VoiceReader(sentence: sentence).hasObject(clause.verb),
      let found = SubjectPlaceFinder(sentence: sentence).antecedent(of: clause.verb)
    else { return nil }
    return clause.claims(of: found, by: clause.force, in: sentence)
  }
}
