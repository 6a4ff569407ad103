internal import Theatre

/// The words that the stages know, by their letters, with what the tables say of them.
struct Vocabulary: Sendable {
  /// The numbers of the words.
  private(set) var index = HashIndex(capacity: 4_096)
  // Each in an array of its own: nearly every question is for the classes of a word.
  private var texts: [String] = []
  private var allClasses: [WordClasses] = []
  /// The numbers of months, weekdays, numbers and ordinals.
  private var numbers: [Int] = []
  private var forms: [[ControlForm]] = []
  private var directions: [Direction?] = []
  private var units: [TimeUnit?] = []
  private var kinds: [PlaceKindWord?] = []
  /// The classes that are senses: a word that has none of them may be any noun or adjective.
  private(set) var senses: WordClasses = []

  /// Takes the words of the tables; those that rules ask for by themselves come first.
  init(_ tables: LanguageTables) {
    for word in FunctionWord.allCases {
      let number = insert("\(word)")
      precondition(number == word.rawValue, "\(word) has the number of another word")
    }
    for row in tables.classes where row.isSense { senses.insert(Self.wordClass(row.name)) }
    for row in tables.words { add(row) }
    for row in tables.kinds {
      kinds[insert(row.word)] = PlaceKindWord(
        marks: row.marks, refersTo: row.refersTo, announces: row.announces)
    }
  }

  private mutating func add(_ row: WordRow) {
    let wordClass = Self.wordClass(row.wordClass)
    let number = insert(row.word)
    allClasses[number].insert(wordClass)
    switch wordClass {
    case .compass: directions[number] = Direction(rawValue: row.value)
    case .countedUnit: units[number] = TimeUnit(rawValue: row.value)
    default: if let value = Int(row.value) { numbers[number] = value }
    }
  }

  private static func wordClass(_ name: String) -> WordClass {
    guard let known = WordClass(named: name) else {
      preconditionFailure("the tables have a class \"\(name)\" that is not a case of WordClass")
    }
    return known
  }

  /// The number of a word, which is new if it was not known.
  mutating func insert(_ word: some StringProtocol) -> Int {
    let hash = LetterHash(word)
    let known = index.find(hash)
    if known >= 0 { return Int(known) }
    index.set(hash, to: Int32(texts.count))
    texts.append(word.lowercased())
    allClasses.append([])
    numbers.append(0)
    forms.append([])
    directions.append(nil)
    units.append(nil)
    kinds.append(nil)
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

  /// Whether a word is of a class; false for -1.
  func isA(_ word: Int32, _ wordClass: WordClass) -> Bool {
    word >= 0 && allClasses[Int(word)].contains(wordClass)
  }

  /// Whether a word is of one of some classes; false for -1.
  func isAny(_ word: Int32, _ wanted: WordClasses) -> Bool {
    word >= 0 && !allClasses[Int(word)].isDisjoint(with: wanted)
  }

  /// Whether a text in small letters is a word of a class.
  func isA(text: some StringProtocol, _ wordClass: WordClass) -> Bool {
    let word = find(LetterHash(text))
    return isA(word, wordClass) && self.text(of: word) == text
  }

  /// The number that a word stands for.
  func number(of word: Int32) -> Int { word < 0 ? 0 : numbers[Int(word)] }

  /// The direction that a word names.
  func direction(of word: Int32) -> Direction? { word < 0 ? nil : directions[Int(word)] }

  /// The direction that a text names in small letters.
  func direction(named text: String) -> Direction? {
    let word = find(LetterHash(text))
    return self.text(of: word) == text ? direction(of: word) : nil
  }

  /// The unit of time that a word names.
  func unit(of word: Int32) -> TimeUnit? { word < 0 ? nil : units[Int(word)] }

  /// What a word for a kind of place tells; nil for another word.
  func kind(of word: Int32) -> PlaceKindWord? { word < 0 ? nil : kinds[Int(word)] }

  /// The forms of verbs and nouns that a word may be.
  func controlForms(of word: Int32) -> [ControlForm] {
    word < 0 ? [] : forms[Int(word)]
  }

  /// The word itself in small letters; empty for -1.
  func text(of word: Int32) -> String { word < 0 ? "" : texts[Int(word)] }
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
