internal import Theatre

/// "X has been under siege by the army".
struct UnderSiegeRule: SentenceStatementRule {
  let name = "under siege"
  let examples = [
    RuleExample(
      "Bartella has been under siege by Iraqi forces.",
      gives: "bartella isf encircled event")
  ]
  let counterExamples = [
    "Iraqi forces began the siege of Bartella."
  ]

  func claims(in sentence: Sentence) -> [Claim] {
    var claims: [Claim] = []
    for index in sentence.range
    where sentence.isWord(index, .siege) && sentence.isWord(index - 1, .under)
      && sentence.isAny(index, .power)
    {
      guard let group = PowerFinder(sentence: sentence).controlled(before: index - 1) else {
        continue
      }
      let force = PartyFinder(sentence: sentence).next(
        behind: index + 1, within: 4, after: .agentPreposition)
      for phrase in group.phrases where phrase.isPlain {
        claims.append(
          Claim(
            phrase: phrase, actor: force?.actor ?? .unnamed, unit: force?.unit ?? "",
            status: .encircled,
            kind: .event, verb: index, reason: -1, isState: true, isPast: false, isReturn: false,
            actorIsNamed: force != nil, isPartial: false))
      }
    }
    return claims
  }
}
