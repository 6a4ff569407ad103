internal import Theatre

/// "The city fell to IS": the place is the subject of an active verb.
struct FallRule: VerbStatementRule {
  let name = "fall"
  let examples = [
    RuleExample("Bartella fell to Islamic State.", gives: "bartella is control event")
  ]
  let counterExamples = [
    "Rain fell in Bartella.",
    "Islamic State fell back from Bartella.",
  ]

  func claims(of clause: Clause, in sentence: Sentence) -> [Claim]? {
    guard clause.word.place == .subject else { return nil }
    guard !VoiceReader(sentence: sentence).hasObject(clause.verb),
      let found = SubjectPlaceFinder(sentence: sentence).places(of: clause.verb)
    else { return [] }
    let force = PartyFinder(sentence: sentence).next(
      behind: clause.verb.match.end, within: 8, after: .fallPreposition)
    return clause.claims(of: found, by: force, in: sentence)
  }
}
