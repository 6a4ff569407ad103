internal import TheatreModel

/// The words that the stages know, by their letters.
struct Vocabulary: Sendable {
  private var index = HashIndex(capacity: 4_096)
  private var entries: [Entry] = []

  /// What is known of a word.
  struct Entry: Sendable {
    let text: String
    var classes: WordClasses = []
    /// The number of a month, a weekday, a number or an ordinal.
    var value = 0
    /// The forms of verbs and nouns that it may be.
    var controlForms: [ControlForm] = []
  }

  init(_ rows: [WordClassRow]) {
    for row in rows {
      guard let wordClass = WordClasses(named: row.name) else { continue }
      for (position, word) in row.words.enumerated() {
        let number = insert(word)
        entries[number].classes.insert(wordClass)
        switch wordClass {
        case .month, .weekday:
          let names = wordClass == .month ? Self.months : Self.weekdays
          entries[number].value = (names.firstIndex(of: String(word.prefix(3))) ?? 0) + 1
        case .number, .ordinal: entries[number].value = position + 1
        default: break
        }
      }
    }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// The number of a word, which is new if it was not known.
  mutating func insert(_ word: some StringProtocol) -> Int {
    let hash = LetterHash(word)
    let known = index.find(hash)
    if known >= 0 { return Int(known) }
    index.set(hash, to: Int32(entries.count))
    entries.append(Entry(text: word.lowercased()))
    return entries.count - 1
  }

  /// Adds a form of a verb or noun to a word.
  mutating func add(_ form: ControlForm, to word: some StringProtocol) {
    entries[insert(word)].controlForms.append(form)
  }

  /// The number of a word, or -1.
  func find(_ hash: LetterHash) -> Int32 { index.find(hash) }

  /// The classes of a word, by its number; none for -1.
  func classes(of word: Int32) -> WordClasses {
    word < 0 ? [] : entries[Int(word)].classes
  }

  /// The number that a word stands for.
  func value(of word: Int32) -> Int { word < 0 ? 0 : entries[Int(word)].value }

  /// The forms of verbs and nouns that a word may be.
  func controlForms(of word: Int32) -> [ControlForm] {
    word < 0 ? [] : entries[Int(word)].controlForms
  }

  /// The word itself in small letters; empty for -1.
  func text(of word: Int32) -> String { word < 0 ? "" : entries[Int(word)].text }
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

/// A form of a verb or noun of the lexicon.
struct ControlForm: Hashable, Sendable {
  /// Which entry of the lexicon.
  let entry: Int
  /// Which form of it.
  let form: Form

  enum Form: Sendable {
    case base, third, gerund, past, participle, pastOrParticiple, noun
  }
}
