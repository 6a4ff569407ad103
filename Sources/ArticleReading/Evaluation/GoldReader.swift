internal import CSV
public import Diagnostics
public import Theatre

/// What a person found in an article: a row of a gold file, by which a reader of articles is
/// measured.
public struct GoldStatement: Hashable, Sendable {
  /// The article: the name of its file without the ending, or the beginning of it.
  public let article: String
  /// The paragraph, from 1.
  public let paragraph: Int
  /// The place: an id, a name, or the words of the text.
  public let place: String
  /// When; nil if the text does not say.
  public let date: FuzzyDate?
  /// The actor's id or name.
  public let actor: String
  /// What the actor did or held.
  public let status: ControlStatus
  /// Whether the text says that it is not so.
  public let isNegated: Bool
  /// The kind of statement: event, background, planned, …
  public let kind: String
  /// Where it is in the file.
  public let location: SourceLocation
}

/// A place that an article names and says nothing of who holds it: a row of a traps file.
public struct GoldTrap: Hashable, Sendable {
  /// The article.
  public let article: String
  /// The paragraph, from 1.
  public let paragraph: Int
  /// The place.
  public let place: String
  /// Where it is in the file.
  public let location: SourceLocation
}

/// What came of reading a gold file.
public struct GoldReading<Row: Sendable>: Sendable {
  /// The rows that could be read.
  public let rows: [Row]
  /// Everything that is wrong.
  public let diagnostics: [Diagnostic]

  /// Creates a reading.
  public init(rows: [Row], diagnostics: [Diagnostic]) {
    self.rows = rows
    self.diagnostics = diagnostics
  }
}

extension GoldStatement {
  /// Reads a gold file; columns that are not known are left alone.
  ///
  /// - Complexity: O(*n*), for *n* bytes.
  public static func read(_ file: InputFile) -> GoldReading<GoldStatement> {
    var log = DiagnosticLog()
    let columns = ["article", "paragraph", "place", "date", "actor", "status", "kind"]
    guard let table = log.table(file, columns) else {
      return GoldReading(rows: [], diagnostics: log.diagnostics)
    }
    var rows: [GoldStatement] = []
    for record in table.records {
      let paragraph = log.paragraph(table["paragraph"], of: record)
      let status: ControlStatus? = log.word(table["status"], of: record)
      // Nil if there is text and it is not a date.
      let date: FuzzyDate?? =
        record.isEmpty(table["date"])
        ? .some(nil) : log.date(table["date"], of: record).map { .some($0) }
      guard let paragraph, let status, let date else { continue }
      rows.append(
        GoldStatement(
          article: record[table["article"]], paragraph: paragraph, place: record[table["place"]],
          date: date, actor: record[table["actor"]], status: status,
          isNegated: ["1", "true", "yes"].contains(record[table["is_negated"]].lowercased()),
          kind: record[table["kind"]], location: record.location))
    }
    return GoldReading(rows: rows, diagnostics: log.diagnostics)
  }
}

extension GoldTrap {
  /// Reads a file of traps; columns that are not known are left alone.
  public static func read(_ file: InputFile) -> GoldReading<GoldTrap> {
    var log = DiagnosticLog()
    guard let table = log.table(file, ["article", "paragraph", "place"]) else {
      return GoldReading(rows: [], diagnostics: log.diagnostics)
    }
    var rows: [GoldTrap] = []
    for record in table.records {
      guard let paragraph = log.paragraph(table["paragraph"], of: record) else { continue }
      rows.append(
        GoldTrap(
          article: record[table["article"]], paragraph: paragraph, place: record[table["place"]],
          location: record.location))
    }
    return GoldReading(rows: rows, diagnostics: log.diagnostics)
  }
}

extension DiagnosticLog {
  /// The number of a paragraph, or nil and an entry.
  fileprivate mutating func paragraph(_ column: Table.Column, of record: Table.Record) -> Int? {
    let text = record[column]
    if let number = Int(text), number > 0 { return number }
    error(
      record, column,
      "\(column.name) \"\(text)\" is not a paragraph number: write a whole number from 1")
    return nil
  }
}
