internal import TheatreModel

/// The words that the stages know, by their letters.
struct Vocabulary: Sendable {
  private var index = HashIndex(capacity: 4_096)
  // Each in an array of its own: nearly every question is for the classes of a word.
  private var texts: [String] = []
  private var allClasses: [WordClasses] = []
  /// The numbers of months, weekdays, numbers and ordinals.
  private var values: [Int] = []
  private var forms: [[ControlForm]] = []

  init(_ rows: [WordClassRow]) {
    for row in rows {
      guard let wordClass = WordClasses(named: row.name) else { continue }
      for (position, word) in row.words.enumerated() {
        let number = insert(word)
        allClasses[number].insert(wordClass)
        switch wordClass {
        case .month, .weekday:
          let names = wordClass == .month ? Self.months : Self.weekdays
          values[number] = (names.firstIndex(of: String(word.prefix(3))) ?? 0) + 1
        case .number, .ordinal: values[number] = position + 1
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
    index.set(hash, to: Int32(texts.count))
    texts.append(word.lowercased())
    allClasses.append([])
    values.append(0)
    forms.append([])
    return texts.count - 1
  }

  /// Adds a form of a verb or noun to a word.
  mutating func add(_ form: ControlForm, to word: some StringProtocol) {
    forms[insert(word)].append(form)
  }

  /// The number of a word, or -1.
  func find(_ hash: LetterHash) -> Int32 { index.find(hash) }

  /// The classes of a word, by its number; none for -1.
  func classes(of word: Int32) -> WordClasses {
    word < 0 ? [] : allClasses[Int(word)]
  }

  /// The number that a word stands for.
  func value(of word: Int32) -> Int { word < 0 ? 0 : values[Int(word)] }

  /// The forms of verbs and nouns that a word may be.
  func controlForms(of word: Int32) -> [ControlForm] {
    word < 0 ? [] : forms[Int(word)]
  }

  /// The word itself in small letters; empty for -1.
  func text(of word: Int32) -> String { word < 0 ? "" : texts[Int(word)] }
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
