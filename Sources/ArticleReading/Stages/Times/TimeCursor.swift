internal import Theatre

/// A place in a sentence that rules for expressions of time move on.
struct TimeCursor {
  private let sentence: Sentence
  /// The token that stands here.
  var position: Int

  init(_ sentence: Sentence, _ position: Int) {
    self.sentence = sentence
    self.position = position
  }

  private var tokens: TokenSlice { _read { yield sentence.tokens } }
  private var bytes: UnsafeBufferPointer<UInt8> { sentence.bytes }
  private var vocabulary: Vocabulary { _read { yield sentence.lexicon.vocabulary } }

  private var token: Token? { position < tokens.endIndex ? tokens[position] : nil }

  /// The number that the word here stands for.
  var value: Int { token.map { vocabulary.number(of: $0.word) } ?? 0 }
  /// The unit of time that the word here names.
  var unit: TimeUnit? { token.flatMap { vocabulary.unit(of: $0.word) } }
  /// Whether the word here ends in "s".
  var isPlural: Bool {
    token.map { $0.end > $0.start && bytes[Int($0.end) - 1] | 0x20 == UInt8(ascii: "s") } ?? false
  }
  var kind: Token.Kind? { token?.kind }
  var isWord: Bool { token?.isWord ?? false }
  var isCapital: Bool { token?.isCapital ?? false }
  var isJoined: Bool { token?.isJoined ?? false }
  var previousKind: Token.Kind? { position > tokens.startIndex ? tokens[position - 1].kind : nil }

  /// Whether the word here is of a class.
  func isA(_ wordClass: WordClass) -> Bool {
    token.map { vocabulary.isA($0.word, wordClass) } ?? false
  }

  /// Whether the word here is one of those that rules ask for by themselves.
  func isWord(_ word: FunctionWord) -> Bool { token?.is(word) ?? false }

  /// The word before the cursor, not counting some words in between; -1 if there is none.
  func wordBefore(skipping skipped: Int = 0) -> Int32 {
    let index = position - 1 - skipped
    return index >= tokens.startIndex ? tokens[index].word : -1
  }

  /// Whether the word before the cursor is of a class.
  func isBehind(_ wordClass: WordClass) -> Bool { vocabulary.isA(wordBefore(), wordClass) }

  mutating func advance() { position += 1 }

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

  /// Goes past a day and an ending such as "th".
  mutating func advancePastDay() {
    advance()
    if let token, token.shape.contains(.close), token.isWord, token.range.count == 2 { advance() }
  }

  /// A year that stands here.
  var yearNumber: Int? {
    guard let number, (1_900...2_100).contains(number) else { return nil }
    return number
  }

  /// Goes past a year, with a comma before it, and returns it.
  mutating func advancePastYear() -> Int? {
    var next = self
    if next.kind == .comma { next.advance() }
    guard let year = next.yearNumber else { return nil }
    next.advance()
    self = next
    return year
  }

  /// A day written as `2016-11-04` that begins here.
  var isoDay: Day? {
    guard yearNumber != nil, position + 2 < tokens.endIndex, tokens[position + 1].isJoined,
      tokens[position + 2].isJoined
    else { return nil }
    let range = stretch(from: Int(tokens[position].start), to: Int(tokens[position + 2].end))
    return Day(String(decoding: bytes[range], as: UTF8.self))
  }

  /// A count that stands here, in figures or words; "a" and "an" are one.
  var count: Int? {
    if let number { return number }
    if isA(.number) { return value }
    if isA(.indefiniteArticle) { return 1 }
    return isA(.fewWord) ? 3 : nil
  }
}
