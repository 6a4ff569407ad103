internal import Theatre

/// Gives claims their dates, and says why each is so.
struct DatingStage: SentenceStage {
  let name = "dating"
  let needs: Set<Layer> = [.tokens, .parties, .times, .textDays, .claims, .attribution]
  let gives: Set<Layer> = [.drafts]
  let published: Day?

  func read(_ sentence: Sentence) {
    guard !sentence.claims.isEmpty else { return }
    let dating = Dating(sentence: sentence, published: published, textDay: sentence.textDay)
    sentence.drafts = sentence.claims.map { draft(of: $0, dating, in: sentence) }
  }

  private func draft(of claim: Claim, _ dating: Dating, in sentence: Sentence) -> Draft {
    let dated = dating.date(of: claim)
    var claim = claim
    var reasons = [dated.reason]
    if claim.kind == .event, let when = dated.when, let published,
      when.last < published.advanced(by: -14)
    {
      claim.kind = .background
    }
    if claim.reason >= 0 {
      reasons.append("\"\(sentence.text(stretch(from: claim.reason, to: claim.reason + 1)))\"")
    }
    if claim.isPartial { reasons.append("only a part of it") }
    switch claim.phrase.mention.certainty {
    case .homonym: reasons.append("one of several places of that name")
    case .spelling: reasons.append("the name is spelt differently in the table")
    case .reference: reasons.append("meant by \"\(sentence.text(claim.phrase.mention.tokens))\"")
    case .named, .described: break
    }
    let isDoubtful = claim.reason >= 0 && sentence.isAny(claim.reason, [.doubt, .claim])
    return Draft(
      place: claim.phrase.mention.place, mention: sentence.span(claim.phrase.mention.tokens),
      actor: claim.actor, unit: claim.unit, status: claim.status, kind: claim.kind,
      verb: sentence.span(stretch(from: claim.verb, to: claim.verb + 1)),
      sentence: sentence.span(sentence.range), date: dated.when?.edtf ?? "",
      lastDay: dated.when?.last, attribution: sentence.attribution,
      reasons: reasons.filter { !$0.isEmpty }, isDoubtful: isDoubtful, verbToken: claim.verb,
      paragraphStart: sentence.paragraphStart, hint: claim.hint, actorIsNamed: claim.actorIsNamed,
      isState: claim.isState, isReturn: claim.isReturn)
  }
}
