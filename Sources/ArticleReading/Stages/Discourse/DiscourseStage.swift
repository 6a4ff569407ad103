internal import Theatre
internal import TypedIndices

/// Settles what only the whole article tells: what a later sentence takes back, and who is meant
/// where no party is named. The only stage that changes what a sentence says by another one.
struct DiscourseStage: DocumentStage {
  let name = "discourse"
  let needs: Set<Layer> = [.drafts, .takingBack, .parties]
  let gives: Set<Layer> = [.statements]

  func read(_ document: inout Document, _ lexicon: Lexicon) {
    var drafts = draftsNotTakenBack(document)
    SilentPartyFinder(document, lexicon).complete(&drafts)
    document.statements = statements(drafts, document, lexicon)
  }

  /// The drafts of all sentences; those taken back by the next sentence are refuted.
  private func draftsNotTakenBack(_ document: Document) -> [Draft] {
    var drafts: [Draft] = []
    for (index, sentence) in document.sentences.enumerated() {
      let next = index + 1
      let isTakenBack =
        next < document.sentences.count && document.sentences[next].takesBackPrevious
      for var draft in sentence.drafts {
        if isTakenBack, draft.claim.kind.isProposed {
          draft.claim.kind = .refuted
          draft.reasons.append("taken back by the next sentence")
        }
        drafts.append(draft)
      }
    }
    return drafts
  }

  /// The statements in the order of the text, each once for a paragraph.
  private func statements(
    _ drafts: [Draft], _ document: Document, _ lexicon: Lexicon
  ) -> [Statement] {
    var seen: Set<Key> = []
    var statements: [Statement] = []
    for draft in drafts {
      let claim = draft.claim
      guard lexicon.names.places[claim.phrase.mention.place].kind != "country" else { continue }
      let key = Key(
        paragraph: draft.paragraph, place: claim.phrase.mention.place, actor: claim.actor,
        status: claim.status, kind: claim.kind, date: draft.when?.edtf ?? "")
      guard seen.insert(key).inserted else { continue }
      let (credibility, reason) = Grading.credibility(of: draft)
      statements.append(
        Statement(
          place: claim.phrase.mention.place,
          mention: document.span(claim.phrase.mention.tokens, in: draft.paragraph),
          actor: claim.actor, unit: claim.unit, status: claim.status, date: draft.when?.edtf ?? "",
          kind: claim.kind, attribution: draft.attribution, credibility: credibility,
          reasons: [reason] + draft.reasons.filter { !$0.isEmpty },
          verb: document.span(stretch(from: claim.verb, to: claim.verb + 1), in: draft.paragraph),
          sentence: document.span(draft.sentence, in: draft.paragraph)))
    }
    return statements
  }

  private struct Key: Hashable {
    let paragraph: Int
    let place: PlaceID
    let actor: ActorID
    let status: ControlStatus
    let kind: StatementKind
    let date: String
  }
}
