internal import Theatre

/// Finds the expressions of time of a sentence, once.
///
/// A weekday is the last one up to the day of publication, which may be that day; a month or a day
/// without a year is the last one up to it.
struct TimeScanner {
  /// What was found, "on its second day" included, whether or not an operation was told of.
  private var candidates: [Candidate] = []

  private struct Candidate {
    /// The tokens without the words that bring it in.
    let core: Range<Int>
    let expression: TimeExpression
    let dayOfOperation: Int?
    let rule: any TimeRule
  }

  /// Scans a sentence.
  ///
  /// - Complexity: O(*n*), for *n* tokens.
  init(_ sentence: Sentence, _ days: KnownDays) {
    let tokens = sentence.tokens
    var index = tokens.startIndex
    while index < tokens.endIndex {
      guard Self.isPossibleStart(index, in: sentence) else {
        index += 1
        continue
      }
      var cursor = TimeCursor(sentence, index)
      guard let (rule, value) = Self.value(&cursor, days) else {
        index += 1
        continue
      }
      let core = stretch(from: index, to: cursor.position)
      index = core.upperBound
      switch value {
      case .date(let date):
        candidates.append(
          Candidate(
            core: core, expression: sentence.framedTime(core, date), dayOfOperation: nil, rule: rule
          ))
      case .daysBefore(let count):
        candidates.append(
          Candidate(
            core: core,
            expression: TimeExpression(
              tokens: core, date: nil, relation: .precedes(days: count)),
            dayOfOperation: nil, rule: rule))
      case .dayOfOperation(let number):
        candidates.append(
          Candidate(
            core: core, expression: sentence.framedTime(core, nil), dayOfOperation: number,
            rule: rule))
        // If no operation was told of, something else may begin with "day".
        index = core.lowerBound + 1
      }
    }
  }

  private static func isPossibleStart(_ index: Int, in sentence: Sentence) -> Bool {
    if sentence.tokens[index].kind == .number { return true }
    return sentence.vocabulary.isAny(
      sentence.tokens[index].word, [.month, .weekday, .number, .ordinal, .timestart])
  }

  private static func value(
    _ cursor: inout TimeCursor, _ days: KnownDays
  ) -> (any TimeRule, TimeValue)? {
    let start = cursor.position
    for rule in RuleBook.times {
      cursor.position = start
      if let value = rule.read(&cursor, days) { return (rule, value) }
    }
    return nil
  }

  /// The expressions, when an operation began on a day or none was told of.
  func expressions(operation: Day?, _ trace: RuleTrace? = nil) -> [TimeExpression] {
    var expressions: [TimeExpression] = []
    var end = Int.min
    for candidate in candidates where candidate.core.lowerBound >= end {
      var expression = candidate.expression
      if let number = candidate.dayOfOperation {
        guard let operation else { continue }
        expression.date = When(day: operation.advanced(by: number - 1))
      }
      expressions.append(expression)
      end = candidate.core.upperBound
      trace?.note(candidate.rule, expression.words)
    }
    return expressions
  }
}

extension TimeExpression {
  /// What it gives, for traces.
  fileprivate var words: String {
    if case .precedes(let days) = relation { return "\(days) days before" }
    return date?.edtf ?? "-"
  }
}

extension Sentence {
  /// An expression with the words before it that say how it is meant.
  fileprivate func framedTime(_ core: Range<Int>, _ date: When?) -> TimeExpression {
    var start = core.lowerBound
    var relation = TimeExpression.Relation.on
    let isCount =
      tokens[core.lowerBound].kind == .number
      || vocabulary.unit(of: tokens[core.upperBound - 1].word) != nil
    while start > tokens.startIndex {
      let word = tokens[start - 1].word
      if vocabulary.isA(word, .sinceWord) {
        relation = .since
      } else if vocabulary.isA(word, .untilWord) {
        relation = .before
      } else if tokens[start - 1].is(.for) {
        if isCount { relation = .duration }
      } else if !vocabulary.isA(word, .timeLead) {
        break
      }
      start -= 1
      if relation != .on || vocabulary.isA(word, .dateLead) { break }
    }
    return TimeExpression(
      tokens: stretch(from: start, to: core.upperBound), date: date, relation: relation)
  }
}
