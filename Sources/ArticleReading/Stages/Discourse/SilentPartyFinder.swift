internal import Algorithms
internal import Theatre
internal import TypedIndices

/// Finds out who is meant where no party is named.
struct SilentPartyFinder {
  /// The parties named that may be meant where none is.
  private let known: [ForceMention]
  private let published: Day?
  private let irregulars: Set<ActorID>
  /// Whoever takes ground in the article.
  private let main: ActorID?

  init(_ document: Document, _ lexicon: Lexicon) {
    known = document.parties.filter { $0.actor.isKnown && $0.use != .weak }
    published = document.published
    irregulars = lexicon.forces.irregulars
    main = Self.mainParty(document.drafts, document.parties, irregulars, lexicon.actors)
  }

  /// Gives drafts without a party the one that is meant, and leaves out those of nobody and of
  /// parties that the theatre lacks.
  func complete(_ drafts: inout [Draft]) {
    let isNamed = !known.isEmpty
    // "The convoy entered X" of a text that names no party may be anybody's.
    drafts.removeAll {
      $0.actor == .outsider
        || (!$0.actor.isKnown && $0.actorIsNamed && !isNamed)
    }
    for index in drafts.indices where !drafts[index].actor.isKnown {
      guard let actor = party(of: drafts[index]) ?? main else { continue }
      drafts[index].actor = .actor(actor)
      drafts[index].reasons.append("who is not said in the clause")
    }
    drafts.removeAll { !$0.actor.isKnown }
  }

  /// The party that takes ground in an article.
  private static func mainParty(
    _ drafts: [[Draft]], _ parties: [ForceMention], _ irregulars: Set<ActorID>,
    _ actors: IndexedArray<ActorID, Actor>
  ) -> ActorID? {
    var counts: [ActorID: Int] = [:]
    func count(_ party: PartyReference) {
      if let actor = party.id, !irregulars.contains(actor) { counts[actor, default: 0] += 1 }
    }
    for draft in drafts.joined() where draft.actorIsNamed { count(draft.actor) }
    if counts.isEmpty {
      for party in parties { count(party.actor) }
    }
    if let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) { return most.key }
    return actors.indices.first { !irregulars.contains($0) }
  }

  /// Whoever was named before in the paragraph, as far as it can be the one that is meant.
  private func party(of draft: Draft) -> ActorID? {
    let before = partiesBefore(draft)
    let isOld =
      draft.lastDay.map { last in
        published.map { last < $0.advanced(by: -200) } ?? false
      } ?? false
    if isOld, !draft.isReturn, draft.status == .control {
      return before.first?.actor.id ?? irregulars.min()
    }
    let mustBeRegular =
      draft.isReturn || draft.status == .entered || draft.status == .contested
      || draft.status == .encircled || (draft.status == .control && !draft.isState)
    if let hint = draft.hint, !mustBeRegular || !irregulars.contains(hint) { return hint }
    let fitting = mustBeRegular ? before.filter { !irregulars.contains($0.actor) } : before
    return fitting.first?.actor.id
  }

  /// The parties named in the paragraph before a claim's verb, the nearest first.
  private func partiesBefore(_ draft: Draft) -> [ForceMention] {
    var before: [ForceMention] = []
    var index = known.partitioningIndex { $0.tokens.lowerBound > draft.verbToken } - 1
    // A paragraph may be a whole book: who was named long before is not meant.
    while index >= 0, before.count < 16, known[index].tokens.lowerBound >= draft.paragraphStart {
      if known[index].tokens.upperBound <= draft.verbToken { before.append(known[index]) }
      index -= 1
    }
    return before
  }
}
