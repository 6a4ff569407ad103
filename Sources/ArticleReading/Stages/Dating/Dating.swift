internal import TheatreModel

/// Decides when something was that a sentence says.
struct Dating {
  let sentence: Sentence
  let published: Day?
  /// The day that the paragraph or the article is about.
  let context: When?

  /// A date and where it comes from.
  struct Dated {
    let when: When?
    let reason: String
  }

  /// When a claim was true.
  ///
  /// In this order: the expression in its clause that stands nearest; for a state the time since
  /// when it lasts; an expression that opens the sentence; the only one of the sentence; for what
  /// is so now the day of publication; else the day that the paragraph or the article is about.
  func date(of claim: Claim) -> Dated {
    if let before = precedingDay(claim.verb) { return before }
    let own = expressions(inClauseOf: claim.verb)
    let since = nearest(
      own.filter {
        ($0.relation == .since && sentence.word($0.tokens.lowerBound - 1) != "time")
          || $0.relation == .duration
      }, to: claim.verb)
    if let nearest = nearest(own.filter { $0.relation == .on }, to: claim.verb),
      !claim.isState
        || since.map({ distance($0, claim.verb) > distance(nearest, claim.verb) }) ?? true
    {
      return dated(nearest)
    }
    if let since {
      if claim.isState || claim.kind == .background { return dated(since) }
      if let start = since.date, let published, start.first <= published, since.relation == .since {
        return Dated(when: When(start.first, published), reason: quoted(since))
      }
    }
    let others = sentence.times.filter { $0.relation == .on }
    if let opening = others.first, opening.tokens.lowerBound <= sentence.range.lowerBound + 2 {
      return dated(opening)
    }
    // What is said before ("the army said on Friday that") holds for what is told; what stands in a
    // clause of its own behind does not.
    if others.count == 1, others[0].tokens.upperBound <= claim.verb,
      !isInRelativeClause(others[0]),
      others[0].date.map({ $0.unit <= .span }) ?? true
    {
      return dated(others[0])
    }
    return byContext(isNow: claim.isState && !claim.isPast || claim.kind == .background)
  }

  /// "A day after they had taken X": so many days before the day of the sentence.
  private func precedingDay(_ verb: Int) -> Dated? {
    for expression in sentence.times {
      guard case .precedes(let days) = expression.relation, expression.tokens.upperBound <= verb,
        !(expression.tokens.upperBound..<verb).contains(where: isBoundary)
      else { continue }
      let main = nearest(
        sentence.times.filter {
          $0.relation == .on && $0.tokens.upperBound <= expression.tokens.lowerBound
        },
        to: expression.tokens.lowerBound)
      guard let day = (main?.date ?? context ?? published.map(When.init(day:)))?.last else {
        return nil
      }
      let when = When(day: day.advanced(by: -days))
      return Dated(when: days > 10 ? when.approximate : when, reason: quoted(expression))
    }
    return nil
  }

  /// Whether "which" or "who" stands before an expression in its sentence.
  private func isInRelativeClause(_ expression: TimeExpression) -> Bool {
    (sentence.range.lowerBound..<expression.tokens.lowerBound).contains {
      sentence.isAny($0, .relative) && sentence.word($0) != "that"
    }
  }

  /// When something at a token was.
  func date(near token: Int) -> Dated {
    if let nearest = nearest(
      expressions(inClauseOf: token).filter { $0.relation == .on }, to: token)
    {
      return dated(nearest)
    }
    return byContext(isNow: false)
  }

  private func byContext(isNow: Bool) -> Dated {
    if !isNow, let context { return Dated(when: context, reason: "the day of the text before") }
    return Dated(
      when: published.map(When.init(day:)),
      reason: published == nil ? "no date" : "the day of publication")
  }

  private func dated(_ expression: TimeExpression) -> Dated {
    Dated(
      when: expression.date,
      reason: expression.date == nil
        ? "\(quoted(expression)) needs a publication date" : quoted(expression))
  }

  private func quoted(_ expression: TimeExpression) -> String {
    "\"\(sentence.text(expression.tokens))\""
  }

  private func nearest(_ expressions: [TimeExpression], to token: Int) -> TimeExpression? {
    expressions.min { distance($0, token) < distance($1, token) }
  }

  private func distance(_ expression: TimeExpression, _ token: Int) -> Int {
    expression.tokens.lowerBound >= token
      ? expression.tokens.lowerBound - token
        // What stands behind a verb belongs to it rather than what stands before.
      : 2 * (token - expression.tokens.upperBound) + 1
  }

  /// The expressions with no boundary of a clause between them and a token.
  private func expressions(inClauseOf token: Int) -> [TimeExpression] {
    sentence.times.filter { expression in
      let between =
        expression.tokens.lowerBound > token
        ? token + 1..<expression.tokens.lowerBound
        : min(expression.tokens.upperBound, token)..<token
      let isBefore = expression.tokens.upperBound <= token
      // In front of a verb a comma closes a phrase of its own, unless it opens the sentence.
      if isBefore, expression.tokens.lowerBound > sentence.range.lowerBound + 2,
        between.contains(where: { sentence.kind($0) == .comma })
      {
        return false
      }
      return !between.contains(where: isBoundary)
    }
  }

  private func isBoundary(_ index: Int) -> Bool {
    switch sentence.kind(index) {
    case .semicolon, .colon, .dash: return true
    case .comma:
      return sentence.isVerbLike(index + 1)
        && sentence.times.allSatisfy { $0.tokens.lowerBound != index + 1 }
    default:
      // "Before dawn" is a time of day.
      if sentence.isAny(index + 1, .timeunit) { return false }
      if ["when", "as"].contains(sentence.word(index)) {
        // What happens when something else happens has one date with it.
        return false
      }
      if sentence.isAny(index, .and) {
        // "And the army retook": a clause with a subject of its own.
        return (index + 1...index + 3).contains { sentence.force(beginningAt: $0) != nil }
      }
      return sentence.isAny(index, [.subordinator, .relative, .but])
        && !sentence.isAny(index, [.adverb])
        && !sentence.times.contains { $0.tokens.contains(index) }
    }
  }
}
