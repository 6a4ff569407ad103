internal import TheatreModel

/// Finds expressions of time in a sentence and resolves them against the day of publication.
///
/// A weekday is the last one up to that day, which may be that day; a month or a day without a year
/// is the last one up to it.
struct TimeFinder {
  let vocabulary: Vocabulary
  let published: Day?
  /// The day that "the same day" and "a day earlier" refer to.
  var anchor: Day?
  /// The first day of the operation that the text told of last, for "on its second day".
  var operation: Day?

  /// The expressions of a sentence, in order.
  ///
  /// - Complexity: O(*n*), for *n* tokens.
  func expressions(
    in tokens: ArraySlice<Token>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [TimeExpression] {
    var found: [TimeExpression] = []
    var index = tokens.startIndex
    while index < tokens.endIndex {
      guard isPossibleStart(tokens[index]) else {
        index += 1
        continue
      }
      var cursor = TimeCursor(tokens, bytes, vocabulary, index)
      guard let (date, end) = expression(&cursor) else {
        index += 1
        continue
      }
      if let days = date.precedes {
        found.append(
          TimeExpression(tokens: index..<end, date: nil, relation: .precedes(days: days)))
      } else {
        found.append(framed(index..<end, date.value, in: tokens))
      }
      index = end
    }
    return found
  }

  func isPossibleStart(_ token: Token) -> Bool {
    if token.kind == .number { return true }
    guard token.word >= 0 else { return false }
    return !vocabulary.classes(of: token.word).isDisjoint(
      with: [.month, .weekday, .number, .ordinal, .timestart])
  }

  /// The date that begins at the cursor and the token behind it; the date is nil if it cannot be
  /// told.
  func expression(_ cursor: inout TimeCursor) -> (Recognized, Int)? {
    let start = cursor.position
    for rule in [relativeDay, weekday, calendarDay, month, counted, relativeSpan, ordinalDay, year]
    {
      cursor.position = start
      if let date = rule(&cursor) { return (date, cursor.position) }
    }
    return nil
  }

  /// A date that was recognized, which may still be unknown.
  struct Recognized {
    let value: When?
    /// How many days before the day of the sentence it is, if it is told so.
    var precedes: Int?
  }

  /// About how many days some units are; nil for what is too long to be counted so.
  static func days(_ count: Int, _ unit: TimeWords.Unit) -> Int? {
    switch unit {
    case .hour: count >= 20 ? 1 : 0
    case .day: count
    case .week: 7 * count
    case .month: 30 * count
    case .year, .decade: nil
    }
  }

  // MARK: How it is brought in

  /// The expression with the words before it that say how it is meant.
  func framed(
    _ range: Range<Int>, _ date: When?, in tokens: ArraySlice<Token>
  ) -> TimeExpression {
    var start = range.lowerBound
    var relation = TimeExpression.Relation.on
    let isCount =
      tokens[range.lowerBound].kind == .number
      || TimeWords.units[vocabulary.text(of: tokens[range.upperBound - 1].word)] != nil
    while start > tokens.startIndex {
      let word = vocabulary.text(of: tokens[start - 1].word)
      switch word {
      case "since", "from": relation = .since
      case "until", "till", "before": relation = .before
      case "for":
        if isCount { relation = .duration }
      case "on", "in", "at", "during", "early", "late", "mid", "the", "last", "next", "over",
        "within",
        "about", "around", "more", "than", "nearly", "almost", "some", "a", "an", "only", "just",
        "least", "by", "through", "throughout", "as", "of", "middle", "end", "beginning",
        "start", "night", "its", "his", "their", "back":
        break
      default:
        return TimeExpression(tokens: start..<range.upperBound, date: date, relation: relation)
      }
      start -= 1
      if relation != .on || word == "on" || word == "in" || word == "for" || word == "after" {
        break
      }
    }
    return TimeExpression(tokens: start..<range.upperBound, date: date, relation: relation)
  }
}

extension Day {
  /// The day of the week, from 1 for Monday to 7 for Sunday.
  var weekday: Int {
    // 1970-01-01 was a Thursday.
    ((number + 3) % 7 + 7) % 7 + 1
  }
}
