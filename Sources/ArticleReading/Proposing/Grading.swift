internal import TheatreModel

/// Grades what an article says on the Admiralty scale of credibility.
///
/// What the article says itself, or has from an agency or people of the place, is probably true (2); what a
/// party says of its own success is possibly true (3); what is "claimed" or "reportedly" so, and what another
/// statement of the article speaks against, is doubtful (4). Nothing is confirmed (1) by one article.
enum Grading {
  static func credibility(of draft: ArticleDrafts.Draft) -> (Credibility, String) {
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
  static func withContradictions(_ statements: [Statement], _ actors: [Actor]) -> [Statement] {
    var byPlace: [Int: [Int]] = [:]
    for (index, statement) in statements.enumerated() where statement.kind.isProposed {
      byPlace[statement.place, default: []].append(index)
    }
    var graded = statements
    for indices in byPlace.values where indices.count > 1 {
      for index in indices {
        let statement = statements[index]
        guard let other = indices.first(where: { contradicts(statements[$0], statement, actors) }) else {
          continue
        }
        graded[index].credibility = .doubtful
        graded[index].reasons.append("paragraph \(statements[other].mention.paragraph) speaks against it")
      }
    }
    return graded
  }

  /// Whether two statements of one day cannot both be so.
  private static func contradicts(
    _ one: Statement, _ other: Statement, _ actors: [Actor]
  ) -> Bool {
    guard !one.date.isEmpty, one.date == other.date else { return false }
    let sameSide = actors[one.actor].side == actors[other.actor].side
    switch (one.status, other.status) {
    case (.control, .control): return !sameSide
    case (.control, .contested), (.contested, .control): return sameSide
    case (.control, .withdrew), (.withdrew, .control): return sameSide
    default: return false
    }
  }
}
