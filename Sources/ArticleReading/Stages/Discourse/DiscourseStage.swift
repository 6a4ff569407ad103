internal import Theatre
internal import TypedIndices

/// Settles what only the whole article tells: what a later sentence takes back, and who is meant
/// where no party is named. The only stage that changes what a sentence says by another one.
struct DiscourseStage: DocumentStage {
  let name = "discourse"
  let needs: Set<Layer> = [.drafts, .takingBack, .parties]
  let gives: Set<Layer> = [.statements]

  func read(_ document: inout Document, _ lexicon: Lexicon) {
    let silent = SilentPartyFinder(document, lexicon)
    var seen = SeenStatements()
    document.statements.reserveCapacity(document.drafts.reduce(0) { $0 + $1.count })
    for section in document.drafts.indices {
      // A section's drafts are given back when its statements are made.
      var drafts = document.drafts[section]
      document.drafts[section] = []
      refuteTakenBack(&drafts)
      silent.complete(&drafts)
      for draft in drafts {
        guard lexicon.names.places[draft.place].kind != "country", let actor = draft.actor.id,
          seen.insert(draft, of: actor)
        else { continue }
        document.statements.append(Self.statement(draft, of: actor))
      }
    }
  }

  /// Refutes what the next sentence takes back.
  private func refuteTakenBack(_ drafts: inout [Draft]) {
    for index in drafts.indices where drafts[index].isTakenBack && drafts[index].kind.isProposed {
      drafts[index].kind = .refuted
      drafts[index].reasons.append("taken back by the next sentence")
    }
  }

  private static func statement(_ draft: Draft, of actor: ActorID) -> Statement {
    let (credibility, reason) = Grading.credibility(of: draft)
    return Statement(
      place: draft.place, mention: draft.mention, actor: actor, unit: draft.unit,
      status: draft.status, date: draft.date, kind: draft.kind, attribution: draft.attribution,
      credibility: credibility, reasons: [reason] + draft.reasons, verb: draft.verb,
      sentence: draft.sentence)
  }
}

/// The statements of a paragraph: each is made once.
private struct SeenStatements {
  private var paragraph = 0
  private var keys: Set<Key> = []

  /// Takes a draft in the order of the text; tells whether it is the first of its kind in its paragraph.
  mutating func insert(_ draft: Draft, of actor: ActorID) -> Bool {
    if draft.sentence.paragraph != paragraph {
      paragraph = draft.sentence.paragraph
      keys.removeAll(keepingCapacity: true)
    }
    let key = Key(
      place: draft.place, actor: actor, status: draft.status, kind: draft.kind,
      date: draft.date)
    return keys.insert(key).inserted
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
