internal import TheatreModel

/// Words that expressions of time are made of.
enum TimeWords {
  enum Unit {
    case hour, day, week, month, year, decade
  }

  static let units: [String: Unit] = [
    "hour": .hour, "hours": .hour, "day": .day, "days": .day, "night": .day, "nights": .day,
    "week": .week, "weeks": .week, "month": .month, "months": .month, "year": .year, "years": .year,
    "decade": .decade, "decades": .decade,
  ]

  static let monthPrepositions: Set<String> = [
    "in", "since", "until", "by", "last", "of", "from", "during", "early", "late", "mid", "before",
    "after", "between", "till", "this", "throughout", "end", "back",
  ]

  static let yearPrepositions: Set<String> = [
    "in", "since", "of", "until", "by", "from", "during", "mid", "early", "late", "before", "after",
    "till", "between", "and", "summer", "spring", "autumn", "winter", "year",
  ]

  static let durationPrepositions: Set<String> = ["for"]
}

/// A place in a sentence that rules move on.
struct TimeCursor {
  private let tokens: ArraySlice<Token>
  private let bytes: UnsafeBufferPointer<UInt8>
  private let vocabulary: Vocabulary
  var position: Int

  init(
    _ tokens: ArraySlice<Token>, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary,
    _ position: Int
  ) {
    self.tokens = tokens
    self.bytes = bytes
    self.vocabulary = vocabulary
    self.position = position
  }

  private var token: Token? { position < tokens.endIndex ? tokens[position] : nil }

  var word: String { token.map { vocabulary.text(of: $0.word) } ?? "" }
  var classes: WordClasses { token.map { vocabulary.classes(of: $0.word) } ?? [] }
  var value: Int { token.map { vocabulary.value(of: $0.word) } ?? 0 }
  var kind: Token.Kind? { token?.kind }
  var isWord: Bool { token?.isWord ?? false }
  var isCapital: Bool { token?.isCapital ?? false }
  var isJoined: Bool { token?.isJoined ?? false }
  var previousKind: Token.Kind? { position > tokens.startIndex ? tokens[position - 1].kind : nil }

  mutating func advance() { position += 1 }

  /// The word before the cursor, not counting some words in between.
  func previousWord(before skipped: Int) -> String {
    let index = position - 1 - skipped
    return index >= tokens.startIndex ? vocabulary.text(of: tokens[index].word) : ""
  }

  /// A whole number without commas that stands here.
  private var number: Int? {
    guard let token, token.kind == .number, token.range.count <= 4 else { return nil }
    var value = 0
    for byte in bytes[token.range] {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// A day of the month that stands here, not followed by what would make it a count of something.
  var dayNumber: Int? {
    guard let number, (1...31).contains(number) else { return nil }
    return number
  }

  /// Goes behind a day and an ending such as "th".
  mutating func advancePastDay() {
    advance()
    if let token, token.shape.contains(.close), token.isWord, token.range.count == 2 { advance() }
  }

  /// A year that stands here.
  var yearNumber: Int? {
    guard let number, (1_900...2_100).contains(number) else { return nil }
    return number
  }

  /// A day written as `2016-11-04` that begins here.
  var isoDay: Day? {
    guard yearNumber != nil, position + 2 < tokens.endIndex, tokens[position + 1].isJoined,
      tokens[position + 2].isJoined
    else { return nil }
    let range = Int(tokens[position].start)..<Int(tokens[position + 2].end)
    return Day(String(decoding: bytes[range], as: UTF8.self))
  }

  /// A count that stands here, in figures or words; "a" and "an" are one.
  var count: Int? {
    if let number { return number }
    if classes.contains(.number) { return value }
    switch word {
    case "a", "an": return 1
    case "few", "several", "couple": return 3
    default: return nil
    }
  }
}
