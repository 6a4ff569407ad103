internal import CSV
public import Diagnostics
internal import TypedIndices

/// A verb or noun that says who held, took, entered or left a place: a row of `verbs.csv`.
public struct ControlWord: Hashable, Sendable {
  /// The word or phrase in its plain form; `*` stands for whoever is driven out, as in `drive *
  /// from`.
  public let phrase: String
  /// Whether it is a verb or a noun.
  public let part: Part
  /// The past tense of its first word, if it is a verb.
  public let past: String
  /// The past participle of its first word.
  public let participle: String
  /// What it says; nil for a phrase that only looks like one that does.
  public let status: ControlStatus?
  /// Where the place stands.
  public let place: PlacePosition
  /// Whose status it is.
  public let actor: ActorPosition
  /// Whether it tells an event, a state or an intention.
  public let aspect: Aspect
  /// Where it stands in the table.
  public let location: SourceLocation

  /// A part of speech.
  public enum Part: String, Sendable, CaseIterable {
    /// A verb, with forms.
    case verb
    /// A noun, as in "the capture of".
    case noun
  }

  /// Where the place stands in an active clause.
  public enum PlacePosition: Hashable, Sendable {
    /// Directly behind, and as the subject of the passive.
    case object
    /// In front: "the city fell".
    case subject
    /// Behind the last word of the phrase, in the passive too.
    case after
    /// Behind one of these prepositions.
    case prepositions([String])
  }

  /// Who is said to have the status.
  public enum ActorPosition: String, Sendable, CaseIterable {
    /// Who does it, or of the passive the one named with "by".
    case subject
    /// The one named with "to", else the other side: "the city fell to".
    case to
    /// The one named with "by", or the possessor.
    case by
    /// The possessor: "their withdrawal from".
    case possessor
    /// The one named behind the phrase.
    case after
    /// Whoever of those named in the clause attacks: "clashes in".
    case party
  }

  /// What sort of doing it is.
  public enum Aspect: String, Sendable, CaseIterable {
    /// It happens once.
    case event
    /// It happens once and undoes an occupation: "recapture".
    case `return`
    /// It lasts: "hold".
    case state
    /// It goes on for a while: "fight".
    case activity
    /// It has not come about yet: "advance on".
    case approach
  }
}

/// A name under which a party or a unit of it is known: a row of `forces.csv`.
public struct ForceName: Hashable, Sendable {
  /// The name, acronym or common noun.
  public let name: String
  /// The actor's name or id; empty if the word stands for whoever was named last.
  public let actor: String
  /// The unit that is meant, if it is a part of the actor's forces.
  public let unit: String
  /// How the name is used.
  public let use: Use
  /// Where it stands in the table.
  public let location: SourceLocation

  /// How a name is used.
  public enum Use: String, Sendable, CaseIterable {
    /// A proper name, in any case of letters.
    case name
    /// Letters that are a word of the language too: only in capitals.
    case acronym
    /// A name that must begin with a capital letter.
    case capital
    /// A common noun that stands for the party: "the militants".
    case common
    /// A word for a party that may mean others too: it never stands for one that was not named.
    case weak
    /// A word for whoever was named last: "the fighters".
    case any
    /// A word for regular forces that were named last: "the troops".
    case regular
  }
}

/// Words of the language by their class: a row of `words.csv`.
public struct WordClassRow: Hashable, Sendable {
  /// The class.
  public let name: String
  /// The words.
  public let words: [String]
}

/// The tables by which an article is read.
public struct LanguageTables: Sendable {
  /// Classes of words.
  public var words: [WordClassRow]
  /// What verbs and nouns say of a place.
  public var verbs: [ControlWord]
  /// What the parties are called.
  public var forces: [ForceName]

  /// Reads the three tables from their bytes.
  ///
  /// - Returns: the tables, and what is wrong with them.
  /// - Complexity: O(*n*), for *n* bytes.
  public static func read(
    words: [UInt8], verbs: [UInt8], forces: [UInt8]
  ) -> (tables: LanguageTables, diagnostics: [Diagnostic]) {
    var log = DiagnosticLog()
    let rows = log.words(InputFile(name: "words.csv", bytes: words), naming: "class")
    let verbRows = log.verbs(InputFile(name: "verbs.csv", bytes: verbs))
    let forceRows = log.forces(InputFile(name: "forces.csv", bytes: forces), isActor: nil)
    return (
      LanguageTables(words: rows, verbs: verbRows, forces: forceRows),
      log.diagnostics.sortedByPlace
    )
  }

  /// Reads the table of words for incidents.
  public static func readIncidentWords(
    _ bytes: [UInt8]
  ) -> (rows: [WordClassRow], diagnostics: [Diagnostic]) {
    var log = DiagnosticLog()
    let rows = log.words(InputFile(name: "incidents.csv", bytes: bytes), naming: "kind")
    return (rows, log.diagnostics.sortedByPlace)
  }
}

extension TheatreReader {
  /// The theatre's own verbs, if it has a table of them.
  mutating func readVerbs() -> [ControlWord] {
    folder.contains("verbs.csv") ? log.verbs(input("verbs.csv")) : []
  }

  /// The theatre's own names of forces, if it has a table of them.
  mutating func readForces(actors: IndexedArray<ActorID, Actor>) -> [ForceName] {
    guard folder.contains("forces.csv") else { return [] }
    let known = Set(actors.flatMap { [folded($0.id), folded($0.name)] })
    return log.forces(input("forces.csv"), isActor: { known.contains(folded($0)) })
  }
}

extension DiagnosticLog {
  fileprivate mutating func words(_ input: InputFile, naming column: String) -> [WordClassRow] {
    guard let table = table(input, [column, "words"]) else { return [] }
    return table.records.map { record in
      WordClassRow(
        name: record[table[column]],
        words: record[table["words"]].split(separator: "|").map { $0.trimmed })
    }
  }

  fileprivate mutating func verbs(_ input: InputFile?) -> [ControlWord] {
    let columns = ["phrase", "part", "past", "participle", "status", "place", "actor", "aspect"]
    guard let table = table(input, columns) else { return [] }
    var words: [ControlWord] = []
    for record in table.records {
      let phrase = name(of: record, table["phrase"])
      let part: ControlWord.Part? = word(table["part"], of: record)
      let actor: ControlWord.ActorPosition? = word(table["actor"], of: record)
      let aspect: ControlWord.Aspect? = word(table["aspect"], of: record)
      let status = status(table["status"], of: record)
      guard let phrase, let part, let actor, let aspect, let status else { continue }
      words.append(
        ControlWord(
          phrase: phrase, part: part, past: record[table["past"]],
          participle: record[table["participle"]], status: status,
          place: placePosition(record[table["place"]]), actor: actor, aspect: aspect,
          location: record.location))
    }
    return words
  }

  /// A status or `none`; the outer value is nil, with an entry, if the word is neither.
  private mutating func status(
    _ column: Table.Column, of record: Table.Record
  ) -> ControlStatus?? {
    record[column] == "none" ? .some(nil) : word(column, of: record)
  }

  private func placePosition(_ text: String) -> ControlWord.PlacePosition {
    switch text {
    case "object", "": .object
    case "subject": .subject
    case "after": .after
    default: .prepositions(text.split(separator: "|").map { $0.trimmed })
    }
  }

  fileprivate mutating func forces(
    _ input: InputFile?, isActor: ((String) -> Bool)?
  ) -> [ForceName] {
    guard let table = table(input, ["name", "actor", "unit", "word"]) else { return [] }
    var names: [ForceName] = []
    for record in table.records {
      let name = name(of: record, table["name"])
      let use: ForceName.Use? = word(table["word"], of: record)
      let actor = record[table["actor"]]
      if let isActor, !actor.isEmpty, !isActor(actor) {
        error(
          record, table["actor"],
          "unknown actor \"\(actor)\": write the id or the name of a row of actors.csv")
        continue
      }
      guard let name, let use else { continue }
      names.append(
        ForceName(
          name: name, actor: actor, unit: record[table["unit"]], use: use,
          location: record.location))
    }
    return names
  }
}
