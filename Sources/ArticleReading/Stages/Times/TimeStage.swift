internal import Theatre

/// Finds when things were, sentence by sentence, and carries the day that the text is about on.
struct TimeStage: SentenceStage {
  let name = "times"
  let needs: Set<Layer> = [.tokens, .places, .parties, .takingBack]
  let gives: Set<Layer> = [.readSentences, .times, .textDays]

  private let published: Day?
  /// The day that the article is about: the first one that it names.
  private var focus: When?
  /// The day that the paragraph named last.
  private var paragraphDay: When?
  /// The day that the text named last, for "the same day".
  private var lastDay: When?
  /// The first day of the operation that the text told of last, for "on its second day".
  private var operation: Day?
  private var paragraph = 0

  init(published: Day?) { self.published = published }

  mutating func read(_ sentence: Sentence) {
    if sentence.paragraph != paragraph {
      paragraph = sentence.paragraph
      paragraphDay = nil
    }
    let isOpening = focus == nil && paragraph <= 4
    sentence.isRead =
      !sentence.mentions.isEmpty || !sentence.forces.isEmpty || isOpening
      || sentence.takesBackPrevious
    guard sentence.isRead else { return }
    let anchor = (paragraphDay ?? lastDay ?? focus)?.last
    let scanner = TimeScanner(sentence, KnownDays(published: published, anchor: anchor))
    let before = operation
    let times = scanner.expressions(operation: before)
    // What the sentence itself says of another day does not hold for the rest of it.
    sentence.textDay = paragraphDay ?? focus
    noteDays(times, of: sentence, isOpening: isOpening)
    // "It began on Monday, and X was taken on its second day".
    sentence.times =
      operation == before && sentence.trace == nil
      ? times : scanner.expressions(operation: operation, sentence.trace)
    sentence.textDayBehind = paragraphDay ?? focus
  }

  private mutating func noteDays(
    _ times: [TimeExpression], of sentence: Sentence, isOpening: Bool
  ) {
    if let start = times.first(where: { $0.date?.unit == .day })?.date,
      sentence.range.contains(where: { sentence.isAny($0, .operationStart) })
    {
      operation = start.first
    }
    guard let first = times.first(where: { $0.relation == .on && $0.date?.unit == .day }),
      let day = first.date
    else { return }
    // The day of a relative clause is not the day that the text goes on about.
    let isAside = stretch(from: sentence.range.lowerBound, to: first.tokens.lowerBound).contains {
      sentence.isAny($0, .relative) && !sentence.isWord($0, .that)
    }
    if !isAside { paragraphDay = day }
    lastDay = day
    if isOpening, let published, day.last <= published, day.first >= published.advanced(by: -7) {
      focus = day
    }
  }
}
