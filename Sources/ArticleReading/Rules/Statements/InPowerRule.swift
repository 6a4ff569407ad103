internal import Theatre

/// "X is in the hands of IS", "X came under the control of the army", "under IS control".
struct InPowerRule: SentenceStatementRule {
  let name = "in somebody's hands"
  let examples = [
    RuleExample(
      "Bartella is in the hands of Islamic State.",
      gives: "bartella is control background"),
    RuleExample(
      "Bartella came under the control of Iraqi forces on Friday.",
      gives: "bartella isf control event"),
    RuleExample("Bartella remains under IS control.", gives: "bartella is control event"),
  ]
  let counterExamples = [
    "Bartella is in good hands.",
    "Iraqi forces control Bartella.",
  ]

  func claims(in sentence: Sentence) -> [Claim] {
    var claims: [Claim] = []
    for index in sentence.range where sentence.isAny(index, .power) {
      guard !sentence.isWord(index, .siege) else { continue }
      claims += self.claims(at: index, in: sentence)
    }
    return claims
  }

  private func claims(at noun: Int, in sentence: Sentence) -> [Claim] {
    let power = PowerFinder(sentence: sentence)
    guard let (force, end) = power.holder(around: noun),
      let preposition = power.openingPreposition(before: noun)
    else { return [] }
    // "Four districts are left in IS hands: A, B and C".
    let listed =
      sentence.kind(end) == .colon
      ? MeantPlaces(sentence).list(at: end + 1).map { sentence.groups[$0] } : nil
    guard let group = listed ?? power.controlled(before: preposition) else { return [] }
    var phrase = VerbGroup(
      match: ControlMatch(
        entry: 0, form: .noun, head: preposition, end: end,
        gap: stretch(from: preposition, to: preposition)),
      start: preposition)
    MoodReader(sentence: sentence).read(&phrase, before: preposition)
    let start = sentence.range.lowerBound
    let isStill = stretch(from: max(start, preposition - 4), to: preposition).contains {
      sentence.isAny($0, .tense)
    }
    let isChange = stretch(from: max(start, preposition - 5), to: preposition).contains {
      sentence.isAny($0, .powerChange)
    }
    let kind = phrase.kind == .event && !isStill && !isChange ? .background : phrase.kind
    let isRegular = force.map { !sentence.irregulars.contains($0.actor) } == true
    return group.phrases.filter { !$0.use.contains(.modifier) }.map { place in
      Claim(
        phrase: place, actor: force?.actor ?? .unnamed, unit: force?.unit ?? "",
        status: place.use.contains(.partial) && isRegular ? .contested : .control, kind: kind,
        verb: noun, reason: phrase.reason, isState: !isChange, isPast: isChange,
        isReturn: isChange, actorIsNamed: force != nil,
        isPartial: !place.use.isDisjoint(with: [.partial, .containing]))
    }
  }
}
