internal import Theatre

/// "X, the stronghold of Daesh": a party in an apposition after the name.
struct StrongholdRule: PhraseStatementRule {
  let name = "stronghold"
  let examples = [
    RuleExample(
      "Rain fell on Bartella, a stronghold of Islamic State.",
      gives: "bartella is control background")
  ]
  let counterExamples = [
    "Rain fell on Bartella, a former Islamic State stronghold.",
    "Rain fell on Bartella, a town.",
  ]

  func claim(of phrase: PlacePhrase, in sentence: Sentence) -> Claim? {
    guard phrase.use.isDisjoint(with: [.former, .modifier, .rim]),
      let (holder, token) = apposition(behind: phrase, in: sentence)
    else { return nil }
    return Claim(phrase: phrase, heldBy: holder, verb: token)
  }

  /// The party whose stronghold the place is called after a comma.
  private func apposition(
    behind phrase: PlacePhrase, in sentence: Sentence
  ) -> (actor: PartyReference, token: Int)? {
    let end = phrase.tokens.upperBound
    guard sentence.kind(end) == .comma else { return nil }
    var index = end + 1
    while sentence.range.contains(index), index < end + 12 {
      if sentence.isPunctuation(index), sentence.kind(index) != .dash { return nil }
      if sentence.isAny(index, [.former, .be, .have, .modal]) { return nil }
      if sentence.isAny(index, .apposition) {
        return holder(beside: index, downTo: end, in: sentence).map { ($0, index) }
      }
      index += 1
    }
    return nil
  }

  private func holder(beside index: Int, downTo start: Int, in sentence: Sentence)
    -> PartyReference?
  {
    if let force = sentence.force(endingAt: index - 1) { return sentence.forces[force].actor }
    let before = sentence.forces.last {
      $0.tokens.lowerBound >= start && $0.tokens.upperBound <= index
        && index - $0.tokens.upperBound <= 3
    }
    if let before { return before.actor }
    guard sentence.isAny(index + 1, .holderPreposition) else { return nil }
    return sentence.forces.first {
      $0.tokens.lowerBound > index + 1 && $0.tokens.lowerBound <= index + 4
    }?.actor
  }
}
