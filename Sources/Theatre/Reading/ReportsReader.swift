internal import CSV
internal import Diagnostics
internal import TypedIndices

/// The columns of `reports.csv`.
private struct ReportColumns: TableColumns {
  let id: Table.Column
  let date: Table.Column
  let place: Table.Column
  let actor: Table.Column
  let status: Table.Column
  let source: Table.Column
  let paragraph: Table.Column
  let credibility: Table.Column
  let note: Table.Column
  let reported: Table.Column

  init(_ columns: inout ColumnFinder) {
    id = columns.required("id")
    date = columns.required("date")
    place = columns.required("place")
    actor = columns.required("actor")
    status = columns.required("status")
    source = columns.required("source")
    paragraph = columns.required("paragraph")
    credibility = columns.required("credibility")
    note = columns.required("note")
    reported = columns.optional("reported")
  }
}

/// What a row of `reports.csv` says by itself.
private struct Statement {
  let id: String
  let date: FuzzyDate
  let reported: Day?
  let status: ControlStatus
  let credibility: Credibility
}

/// The table of reports, before anybody looks up what its rows refer to. Most of its rows repeat
/// most of the row before.
struct ReadReports: Sendable {
  private var opened: (table: Table, columns: ReportColumns)?
  /// One for each record; nil where a value is faulty.
  private var statements: [Statement?] = []
  private(set) var log = DiagnosticLog()

  init(_ input: InputFile?) {
    opened = ReportColumns.open(input, log: &log)
    guard let (table, columns) = opened else { return }
    var ids = Identifiers<Report>(of: table)
    var dates = Repeated<FuzzyDate>()
    var statuses = Repeated<ControlStatus>()
    statements.reserveCapacity(table.count)
    for record in table.records {
      let claim = ids.claim(record, log: &log)
      let date = dates.read(columns.date, of: record) { log.date(columns.date, of: record) }
      let reported = log.optionalDay(columns.reported, of: record)
      let status = statuses.read(columns.status, of: record) {
        log.word(columns.status, of: record)
      }
      let credibility = log.credibility(columns.credibility, of: record)
      if let date, let reported { log.check(columns.reported, reported, against: date, of: record) }
      guard let claim, let date, let reported, let status, let credibility else {
        statements.append(nil)
        continue
      }
      statements.append(
        Statement(
          id: claim.id, date: reported.map(date.known) ?? date, reported: reported, status: status,
          credibility: credibility))
    }
  }

  /// The reports without a fault, in the order of their rows.
  func reports(
    places: Identifiers<Place>, actors: Identifiers<Actor>, sources: Identifiers<Source>,
    log: inout DiagnosticLog
  ) -> IndexedArray<ReportID, Report> {
    guard let (table, columns) = opened else { return [] }
    var reports: IndexedArray<ReportID, Report> = []
    reports.reserveCapacity(table.count)
    var actorIndices = Repeated<ActorID>()
    var sourceIndices = Repeated<SourceID>()
    for (record, statement) in zip(table.records, statements) {
      let place = log.reference(columns.place, of: record, to: "places.csv", places)
      let actor = actorIndices.read(columns.actor, of: record) {
        log.reference(columns.actor, of: record, to: "actors.csv", actors)
      }
      let source = sourceIndices.read(columns.source, of: record) {
        log.reference(columns.source, of: record, to: "sources.csv", sources)
      }
      guard let statement, let place, let actor, let source else { continue }
      reports.append(
        Report(
          id: statement.id, date: statement.date, reported: statement.reported, place: place,
          actor: actor, status: statement.status, source: source,
          paragraph: record[columns.paragraph].onOneLine, credibility: statement.credibility,
          note: record[columns.note], location: record.location))
    }
    return reports
  }
}

extension DiagnosticLog {
  /// Logs a report that became known before it can have been so.
  fileprivate mutating func check(
    _ column: Table.Column, _ reported: Day?, against date: FuzzyDate, of record: Table.Record
  ) {
    guard let reported, let earliest = date.earliest, reported < earliest else { return }
    error(
      record, column,
      "\(column.name) on \(reported), before its date \(earliest): a report becomes known on its day "
        + "or later, so correct one of the two")
  }

  /// How credible a report is, which may be left out, or nil and an entry.
  fileprivate mutating func credibility(
    _ column: Table.Column, of record: Table.Record
  ) -> Credibility? {
    let text = record[column]
    if text.isEmpty { return .cannotBeJudged }
    if let credibility = Int(text).flatMap(Credibility.init) { return credibility }
    error(
      record, column,
      "unknown credibility \"\(text)\": write 1 (confirmed) to 5 (improbable), or 6 (cannot be "
        + "judged)")
    return nil
  }
}
