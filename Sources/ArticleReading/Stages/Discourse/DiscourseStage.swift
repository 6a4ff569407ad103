internal import Theatre
internal import TypedIndices

/// Settles what only the whole article tells: what a later sentence takes back, and who is meant
/// where no party is named. The only stage that changes what a sentence says by another one.
struct DiscourseStage: DocumentStage {
  let name = "discourse"
  let needs: Set<Layer> = [.drafts, .takingBack, .parties]
  let gives: Set<Layer> = [.statements]

  func read(_ document: inout Document, _ lexicon: Lexicon) {
    var drafts = document.drafts
    document.drafts = []
    refuteTakenBack(&drafts)
    SilentPartyFinder(document, lexicon).complete(&drafts)
    document.statements = statements(drafts, lexicon)
  }

  /// Refutes what the next sentence takes back.
  private func refuteTakenBack(_ drafts: inout [Draft]) {
    for index in drafts.indices where drafts[index].isTakenBack && drafts[index].kind.isProposed {
      drafts[index].kind = .refuted
      drafts[index].reasons.append("taken back by the next sentence")
    }
  }

  /// The statements in the order of the text, each once for a paragraph.
  private func statements(_ drafts: [Draft], _ lexicon: Lexicon) -> [Statement] {
    var seen: Set<Key> = []
    var paragraph = 0
    var statements: [Statement] = []
    for draft in drafts where lexicon.names.places[draft.place].kind != "country" {
      guard let actor = draft.actor.id else { continue }
      if draft.sentence.paragraph != paragraph {
        paragraph = draft.sentence.paragraph
        seen.removeAll(keepingCapacity: true)
      }
      let key = Key(
        place: draft.place, actor: actor, status: draft.status, kind: draft.kind,
        date: draft.date)
      guard seen.insert(key).inserted else { continue }
      let (credibility, reason) = Grading.credibility(of: draft)
      statements.append(
        Statement(
          place: draft.place, mention: draft.mention, actor: actor, unit: draft.unit,
          status: draft.status, date: draft.date, kind: draft.kind, attribution: draft.attribution,
          credibility: credibility, reasons: [reason] + draft.reasons, verb: draft.verb,
          sentence: draft.sentence))
    }
    return statements
  }

  /// What makes two statements of a paragraph the same.
  private struct Key: Hashable {
    let place: PlaceID
    let actor: ActorID
    let status: ControlStatus
    let kind: StatementKind
    let date: String
  }
}
