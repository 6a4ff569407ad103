internal import Theatre
internal import TypedIndices

/// Grades what an article says on the Admiralty scale of credibility.
///
/// What the article says itself, or has from an agency or people of the place, is probably true
/// (2); what a party says of its own success is possibly true (3); what is "claimed" or
/// "reportedly" so, and what another statement of the article speaks against, is doubtful (4).
/// Nothing is confirmed (1) by one article.
enum Grading {
  static func credibility(of draft: Draft) -> (Credibility, String) {
    if draft.isDoubtful { return (.doubtful, "the text itself doubts it") }
    guard let attribution = draft.attribution else {
      return (.probablyTrue, "the article says so itself")
    }
    switch attribution.kind {
    case .official: return (.possiblyTrue, "said by \(attribution.words)")
    case .witness, .agency: return (.probablyTrue, "said by \(attribution.words)")
    case .other: return (.possiblyTrue, "said by \(attribution.words)")
    }
  }

  /// The statements with those lowered that others of the same article and date speak against.
  static func withContradictions(_ statements: [Statement], _ actors: IndexedArray<ActorID, Actor>)
    -> [Statement]
  {
    var byDay: [Key: [Int]] = [:]
    for (index, statement) in statements.enumerated()
    where statement.kind.isProposed && !statement.date.isEmpty {
      byDay[Key(place: statement.place, date: statement.date), default: []].append(index)
    }
    var graded = statements
    for indices in byDay.values where indices.count > 1 {
      // A few different claims are made of a place on a day, however often each is repeated.
      var kinds: [Claimed: Int] = [:]
      for index in indices {
        let claimed = Claimed(statements[index], actors)
        if kinds[claimed] == nil { kinds[claimed] = index }
      }
      guard kinds.count > 1 else { continue }
      for index in indices {
        let claimed = Claimed(statements[index], actors)
        let others = kinds.filter { $0.key.contradicts(claimed) }.map(\.value)
        guard let other = others.min() else { continue }
        graded[index].credibility = .doubtful
        graded[index].reasons.append(
          "paragraph \(statements[other].mention.paragraph) contradicts it")
      }
    }
    return graded
  }

  private struct Key: Hashable {
    let place: PlaceID
    let date: String
  }

  /// What a side is said to do at a place.
  private struct Claimed: Hashable {
    let side: String
    let status: ControlStatus

    init(_ statement: Statement, _ actors: IndexedArray<ActorID, Actor>) {
      side = actors[statement.actor].side
      status = statement.status
    }

    /// Whether both cannot be so on one day.
    func contradicts(_ other: Claimed) -> Bool {
      switch (status, other.status) {
      case (.control, .control): return side != other.side
      case (.control, .contested), (.contested, .control), (.control, .withdrew),
        (.withdrew, .control):
        return side == other.side
      default: return false
      }
    }
  }
}
