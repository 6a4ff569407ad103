internal import Theatre
internal import TypedIndices

/// Decides when something was that a sentence says, by the rules for dates in their order.
struct Dating {
  let sentence: Sentence
  let published: Day?
  /// The day that the paragraph or the article is about.
  let textDay: When?

  /// A date and where it comes from, in a few words.
  struct Dated {
    let when: When?
    let reason: String
  }

  /// When a claim was true: by the first of the rules that tells.
  func date(of claim: Claim) -> Dated {
    for rule in RuleBook.dates {
      guard let dated = rule.date(of: claim, self) else { continue }
      sentence.trace?.note(
        rule,
        "\(sentence.names.places[claim.phrase.mention.place].id) \(dated.when?.edtf ?? "-")")
      return dated
    }
    return Dated(when: nil, reason: "no date")
  }

  /// When something at a token was.
  func date(near token: Int) -> Dated {
    if let nearest = nearest(
      expressions(inClauseOf: token).filter { $0.relation == .on }, to: token)
    {
      return dated(nearest)
    }
    return byText(isNow: false)
  }

  /// The day that the text is about, or for what is so now the day of publication.
  func byText(isNow: Bool) -> Dated {
    if !isNow, let textDay { return Dated(when: textDay, reason: "the day of the text before") }
    return Dated(
      when: published.map(When.init(day:)),
      reason: published == nil ? "no date" : "the day of publication")
  }

  // MARK: Expressions

  /// The date of an expression, with its words as the reason.
  func dated(_ expression: TimeExpression) -> Dated {
    Dated(
      when: expression.date,
      reason: expression.date == nil
        ? "\(quoted(expression)) needs a publication date" : quoted(expression))
  }

  /// The words of an expression in quotation marks.
  func quoted(_ expression: TimeExpression) -> String {
    "\"\(sentence.text(expression.tokens))\""
  }

  /// The expression nearest to a token.
  func nearest(_ expressions: [TimeExpression], to token: Int) -> TimeExpression? {
    expressions.min { distance($0, token) < distance($1, token) }
  }

  /// How far an expression lies from a verb; what stands after it belongs to it rather than what
  /// stands before.
  func distance(_ expression: TimeExpression, _ token: Int) -> Int {
    expression.tokens.lowerBound >= token
      ? expression.tokens.lowerBound - token : 2 * (token - expression.tokens.upperBound) + 1
  }

  /// The expression that says since when something in a claim's clause lasts.
  func duration(of claim: Claim) -> TimeExpression? {
    nearest(
      expressions(inClauseOf: claim.verb).filter {
        ($0.relation == .since && !sentence.isWord($0.tokens.lowerBound - 1, .time))
          || $0.relation == .duration
      }, to: claim.verb)
  }

  /// Whether "which" or "who" stands before an expression in its sentence.
  func isInRelativeClause(_ expression: TimeExpression) -> Bool {
    stretch(from: sentence.range.lowerBound, to: expression.tokens.lowerBound).contains {
      sentence.isAny($0, .relative) && !sentence.isWord($0, .that)
    }
  }

  /// The expressions with no boundary of a clause between them and a token.
  func expressions(inClauseOf token: Int) -> [TimeExpression] {
    sentence.times.filter { expression in
      let between =
        expression.tokens.lowerBound > token
        ? stretch(from: token + 1, to: expression.tokens.lowerBound)
        : stretch(from: expression.tokens.upperBound, to: token)
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

  /// Whether a clause ends at a token.
  func isBoundary(_ index: Int) -> Bool {
    switch sentence.kind(index) {
    case .semicolon, .colon, .dash: return true
    case .comma:
      return sentence.isVerbLike(index + 1)
        && sentence.times.allSatisfy { $0.tokens.lowerBound != index + 1 }
    default:
      // "Before dawn" is a time of day.
      if sentence.isAny(index + 1, .timeunit) { return false }
      // What happens when something else happens has one date with it.
      if sentence.isAny(index, .sameDate) { return false }
      if sentence.isAny(index, .and) {
        // "And the army retook": a clause with a subject of its own.
        return stretch(from: index + 1, to: index + 4).contains {
          sentence.force(beginningAt: $0) != nil
        }
      }
      return sentence.isAny(index, [.subordinator, .relative, .but])
        && !sentence.isAny(index, .adverb) && !sentence.isTime(index)
    }
  }
}

/// What decides the date of a statement. In traces the place and the date: `bartella 2016-11-04`.
protocol DateRule: ReadingRule {
  /// The date of a claim; nil if the next rule is to be asked.
  func date(of claim: Claim, _ dating: Dating) -> Dating.Dated?
}
