internal import Theatre

/// "The capture of X by the army", "their withdrawal from X": an event that a noun names, if something
/// tells it as a fact.
struct TakingNounRule: VerbStatementRule {
  let name = "taking (noun)"
  let examples = [
    RuleExample(
      "Iraqi forces hailed the capture of Bartella.",
      gives: "bartella isf control event"),
    RuleExample(
      "The capture of Bartella by Iraqi forces was announced on Friday.",
      gives: "bartella isf control event"),
    RuleExample(
      "Iraqi forces began an operation for the capture of Bartella.",
      gives: "bartella isf control planned"),
  ]
  let counterExamples = [
    "The capture of Bartella would take days.",
    "Iraqi forces spoke of the capture of Bartella.",
  ]

  func claims(of clause: Clause, in sentence: Sentence) -> [Claim]? {
    guard clause.verb.match.form == .noun else { return nil }
    let noun = clause.verb.match.head
    guard let group = sentence.groups.first(where: { isSaid(noun, of: $0, in: sentence) }) else {
      return []
    }
    var clause = clause
    if clause.verb.kind == .event {
      guard
        let isPlanned = announcement(of: clause.verb, in: sentence)
          ?? presupposition(of: clause.verb, group, in: sentence)
      else { return [] }
      if isPlanned { clause.verb.kind = .planned }
    }
    let parties = PartyFinder(sentence: sentence)
    let end = group.tokens.upperBound
    let force: ForceMention?
    if clause.word.actor == .to {
      force = parties.next(behind: end, within: 5, after: .takerPreposition)
    } else {
      force =
        parties.next(behind: end, within: 5, after: .agentPreposition)
        ?? sentence.force(endingAt: noun - 1).map { sentence.forces[$0] }
        ?? sentence.forces.last { $0.tokens.upperBound <= noun && parties.isSubject($0) }
    }
    return clause.claims(of: FoundPlaces(group: group, use: []), by: force, in: sentence)
  }

  /// Whether a noun is said of some places: "capture" in "the capture of X".
  private func isSaid(_ noun: Int, of group: PlaceGroup, in sentence: Sentence) -> Bool {
    group.phrases.contains { $0.noun == noun }
      || (group.tokens.lowerBound > noun && group.tokens.lowerBound <= noun + 2
        && sentence.isAny(group.governor, .nounPreposition) && group.governor == noun + 1)
  }

  /// Whether the noun is announced as a fact: true if it is only planned, nil if nothing tells.
  private func announcement(of verb: VerbGroup, in sentence: Sentence) -> Bool? {
    var index = verb.match.head - 1
    var steps = 0
    while sentence.range.contains(index), steps < 10 {
      if sentence.isAny(index, .announce) { return false }
      if sentence.isAny(index, .intent) { return true }
      if sentence.isAny(index, .negation) { return nil }
      if sentence.kind(index) == .semicolon { return nil }
      index -= 1
      steps += 1
    }
    return nil
  }

  /// "The fall of X had opened the way": what opens a sentence in a past tense is taken for a fact.
  private func presupposition(
    of verb: VerbGroup, _ group: PlaceGroup, in sentence: Sentence
  ) -> Bool? {
    guard verb.match.head <= sentence.range.lowerBound + 1 else { return nil }
    let rest = stretch(from: group.tokens.upperBound, to: sentence.range.upperBound)
    if rest.contains(where: {
      sentence.isAny($0, [.modal, .expectation, .condition]) && !sentence.isWord($0, .can)
    }) {
      return nil
    }
    return rest.contains { sentence.isAny($0, .presupposingPast) } ? false : nil
  }
}
