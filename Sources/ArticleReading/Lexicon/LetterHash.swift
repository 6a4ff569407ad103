/// A hash of letters that can be carried on: the same for a name in one word and in two.
///
/// FNV-1a with 64 bits: two of a million names agree by chance with a probability of 3 in 10⁸.
struct LetterHash: Hashable {
  fileprivate(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}

extension LetterHash {
  /// The hash of the letters and digits of a word, without regard to case.
  init(_ word: some StringProtocol) {
    self.init()
    for byte in word.utf8 {
      if byte.isASCIILetter { add(byte | 0x20) } else if byte.isDigit || byte >= 0x80 { add(byte) }
    }
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
