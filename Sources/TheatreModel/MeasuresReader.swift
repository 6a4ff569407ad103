internal import GeoJSON
internal import Geometry

/// What the rows of `measures.csv` may refer to.
struct MeasureTargets {
  let places: [Place]
  let placeIDs: Identifiers
  let actors: [Actor]
  let actorIDs: Identifiers
  let sourceIDs: Identifiers
  /// The days of the map; nil if they are not known.
  let days: Range<Day>?
}

extension TheatreReader {
  /// What sources state of the ground; none if the theatre has no such table.
  mutating func readMeasures(_ targets: MeasureTargets) -> [Measure] {
    let file = "measures.csv"
    guard folder.contains(file), let table = table(file, MeasureColumns.required) else { return [] }
    var reader = MeasuresReader(table, targets, log)
    let measures = reader.read()
    log = reader.log
    return measures
  }
}

/// The columns of `measures.csv`.
struct MeasureColumns {
  static let required = [
    "id", "source", "paragraph", "kind", "subject", "object", "value", "unit", "as_of", "note",
  ]

  let source: Table.Column
  let paragraph: Table.Column
  let kind: Table.Column
  let subject: Table.Column
  let object: Table.Column
  let value: Table.Column
  let unit: Table.Column
  let asOf: Table.Column
  let note: Table.Column
  // May be left out.
  let secondValue: Table.Column
  let secondUnit: Table.Column
  let approximation: Table.Column
  let bound: Table.Column

  init(_ table: Table) {
    source = table["source"]
    paragraph = table["paragraph"]
    kind = table["kind"]
    subject = table["subject"]
    object = table["object"]
    value = table["value"]
    unit = table["unit"]
    asOf = table["as_of"]
    note = table["note"]
    secondValue = table["value2"]
    secondUnit = table["unit2"]
    approximation = table["approx"]
    bound = table["bound"]
  }
}

/// The table of measures: rows into statements, faults into the log.
struct MeasuresReader {
  let table: Table
  let columns: MeasureColumns
  let targets: MeasureTargets
  let parents: Set<Int>
  let kindsOfPlaces: Set<String>
  var log: DiagnosticLog

  init(_ table: Table, _ targets: MeasureTargets, _ log: DiagnosticLog) {
    self.table = table
    self.targets = targets
    self.log = log
    columns = MeasureColumns(table)
    parents = Set(targets.places.compactMap(\.parent))
    kindsOfPlaces = Set(targets.places.map(\.kind))
  }

  /// The measures without a fault, in the order of their rows.
  mutating func read() -> [Measure] {
    var measures: [Measure] = []
    var ids = Identifiers(of: table)
    for record in table.records {
      let claim = ids.claim(record, log: &log)
      let source = log.reference(
        columns.source, of: record, to: "sources.csv", targets.sourceIDs)
      let kind: Measure.Kind? = log.word(columns.kind, of: record)
      let date = optionalDate(of: record)
      guard let kind, let statement = statement(kind, of: record) else { continue }
      guard let date, let days = days(of: record, date, for: statement),
        let claim, let source
      else { continue }
      measures.append(
        Measure(
          id: claim.id, source: source, paragraph: record[columns.paragraph], kind: kind,
          subject: record[columns.subject], object: record[columns.object], statement: statement,
          asOf: date, days: days, note: record[columns.note], location: record.location))
    }
    return measures
  }

  private mutating func statement(
    _ kind: Measure.Kind, of record: Table.Record
  ) -> Measure.Statement? {
    switch kind {
    case .distance: distance(record)
    case .direction: direction(record)
    case .area: area(record)
    case .conversion: conversion(record)
    case .encirclement: encirclement(record)
    case .count: count(record)
    }
  }
}
