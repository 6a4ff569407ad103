internal import CSV
internal import Diagnostics
internal import Theatre

/// A word of the language with its class: a row of the tables of words, such as `grammar.csv`.
struct WordRow: Hashable, Sendable {
  /// The word, in small letters.
  let word: String
  /// The class.
  let wordClass: String
  /// What the word stands for, if its class has values: a number, a direction, a unit.
  let value: String
}

/// A class of words: a row of `classes.csv`.
struct WordClassRow: Hashable, Sendable {
  /// The name.
  let name: String
  /// Whether the class is a sense of its words, so that they are not plain nouns or adjectives.
  let isSense: Bool
}

/// What a word for a kind of place tells: a row of `kinds.csv`.
struct KindRow: Hashable, Sendable {
  /// The word.
  let word: String
  /// The kind of a place that has the word beside its name.
  let marks: String
  /// The kinds that "the" with the word may mean, the likeliest first.
  let refersTo: [String]
  /// The kinds of the places that the plural announces.
  let announces: [String]
}

/// A phrase with what it stands for: a row of `incidents.csv` or `endings.csv`.
struct PhraseRow: Hashable, Sendable {
  /// The words.
  let phrase: String
  /// What they stand for: a kind of incident, or of place.
  let meaning: String
}

/// The tables by which an article is read.
struct LanguageTables: Sendable {
  /// What each class of words is for.
  var classes: [WordClassRow]
  /// The words, each with one of its classes.
  var words: [WordRow]
  /// Words for kinds of places.
  var kinds: [KindRow]
  /// Words at the end of a place's name that stand for each other.
  var endings: [PhraseRow]
  /// What happens at places and changes no control.
  var incidents: [PhraseRow]
  /// What verbs and nouns say of a place.
  var verbs: [ControlWord]
  /// What the parties are called.
  var forces: [ForceName]

  /// The tables of words, by their subject.
  static let wordFiles = [
    "abbreviations.csv", "grammar.csv", "moods.csv", "placewords.csv", "quantities.csv",
    "speech.csv", "times.csv",
  ]

  /// Reads the tables from their bytes.
  ///
  /// - Parameter bytes: gives the bytes of a table by its name.
  /// - Returns: the tables, and what is wrong with them.
  /// - Complexity: O(*n*), for *n* bytes.
  static func read(
    _ bytes: (_ file: String) -> [UInt8]
  ) -> (tables: LanguageTables, diagnostics: [Diagnostic]) {
    var log = DiagnosticLog()
    func input(_ name: String) -> InputFile { InputFile(name: name, bytes: bytes(name)) }
    let tables = LanguageTables(
      classes: log.classes(input("classes.csv")),
      words: wordFiles.flatMap { log.words(input($0)) },
      kinds: log.kinds(input("kinds.csv")),
      endings: log.phrases(input("endings.csv"), ["ending", "of"]),
      incidents: log.phrases(input("incidents.csv"), ["phrase", "kind"]),
      verbs: log.verbs(input("verbs.csv")),
      forces: log.forces(input("forces.csv"), isActor: nil))
    return (tables, log.diagnostics.sortedByPlace)
  }
}

extension DiagnosticLog {
  fileprivate mutating func classes(_ input: InputFile) -> [WordClassRow] {
    guard let table = table(input, ["class", "role"]) else { return [] }
    return table.records.map { record in
      WordClassRow(name: record[table["class"]], isSense: record[table["role"]] == "sense")
    }
  }

  fileprivate mutating func words(_ input: InputFile) -> [WordRow] {
    guard let table = table(input, ["word", "class", "value"]) else { return [] }
    return table.records.map { record in
      WordRow(
        word: record[table["word"]], wordClass: record[table["class"]],
        value: record[table["value"]])
    }
  }

  fileprivate mutating func kinds(_ input: InputFile) -> [KindRow] {
    guard let table = table(input, ["word", "marks", "refers_to", "announces"]) else { return [] }
    return table.records.map { record in
      KindRow(
        word: record[table["word"]], marks: record[table["marks"]],
        refersTo: record[table["refers_to"]].split(separator: "|").map { $0.trimmed },
        announces: record[table["announces"]].split(separator: "|").map { $0.trimmed })
    }
  }

  fileprivate mutating func phrases(_ input: InputFile, _ columns: [String]) -> [PhraseRow] {
    guard let table = table(input, columns) else { return [] }
    return table.records.map { record in
      PhraseRow(phrase: record[table[columns[0]]], meaning: record[table[columns[1]]])
    }
  }
}
