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
    /// Stands directly behind the token before, without a space.
    static let close = Shape(rawValue: 32)
    /// Is the first of its line.
    static let newLine = Shape(rawValue: 64)
    /// Ends with a full stop that is part of it, as in `Gen.`.
    static let dotted = Shape(rawValue: 128)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
  var isWord: Bool { kind == .word }
  var isCapital: Bool { shape.contains(.capital) }
  var isJoined: Bool { shape.contains(.joined) }
  var isPossessive: Bool { shape.contains(.possessive) }
  var isPunctuation: Bool { kind.rawValue >= Kind.comma.rawValue }
}

/// A hash of letters that can be carried on: the same for a name in one word and in two.
///
/// FNV-1a with 64 bits: two of a million names agree by chance with a probability of 3 in 10⁸.
struct LetterHash: Hashable {
  fileprivate(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}

/// Numbers by the hash of a text: a table with open addresses, since the keys are hashes already.
struct HashIndex {
  private var keys: [UInt64]
  private var values: [Int32]
  private var count = 0

  init(capacity: Int = 64) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: -1, count: size)
  }

  /// The number of a hash, or -1.
  func find(_ hash: LetterHash) -> Int32 {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & mask
    while values[slot] >= 0 {
      if keys[slot] == hash.value { return values[slot] }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// Gives a hash a number, in place of any that it had.
  mutating func set(_ hash: LetterHash, to value: Int32) {
    if count * 2 >= keys.count { grow() }
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & mask
    while values[slot] >= 0, keys[slot] != hash.value { slot = (slot + 1) & mask }
    if values[slot] < 0 { count += 1 }
    keys[slot] = hash.value
    values[slot] = value
  }

  private mutating func grow() {
    let old = zip(keys, values).filter { $0.1 >= 0 }
    self = HashIndex(capacity: keys.count)
    for (key, value) in old { set(LetterHash(value: key), to: value) }
  }
}
