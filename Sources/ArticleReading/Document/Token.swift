/// A word, a number or a mark of punctuation.
struct Token {
  /// Where it stands, in bytes; a possessive ending is not part of it.
  let start: Int32
  let end: Int32
  /// What it is.
  let kind: Kind
  /// How it is written.
  var shape: Shape
  /// Its entry in the vocabulary, or -1.
  var word: Int32 = -1

  enum Kind: UInt8 {
    case word
    case number
    case comma
    case stop
    case colon
    case semicolon
    case dash
    case openQuote
    case closeQuote
    case open
    case close
    case other
  }

  struct Shape: OptionSet {
    let rawValue: UInt8
    /// Begins with a capital letter.
    static let capital = Shape(rawValue: 1)
    /// Has no small letter and at least two letters.
    static let allCaps = Shape(rawValue: 2)
    /// Joined to the token before by a hyphen.
    static let joined = Shape(rawValue: 4)
    /// Followed by a possessive ending.
    static let possessive = Shape(rawValue: 8)
    /// Has letters outside ASCII.
    static let foreign = Shape(rawValue: 16)
    /// Stands directly after the token before, without a space.
    static let close = Shape(rawValue: 32)
    /// Is the first of its line.
    static let newLine = Shape(rawValue: 64)
    /// Ends with a full stop that is part of it, as in `Gen.`.
    static let dotted = Shape(rawValue: 128)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
  /// Whether this is one of the words that rules ask for by themselves.
  func `is`(_ word: FunctionWord) -> Bool { self.word == word.rawValue }

  var isWord: Bool { kind == .word }
  var isCapital: Bool { shape.contains(.capital) }
  var isJoined: Bool { shape.contains(.joined) }
  var isPossessive: Bool { shape.contains(.possessive) }
  var isPunctuation: Bool { kind.rawValue >= Kind.comma.rawValue }
}
