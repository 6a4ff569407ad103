internal import CSV
internal import Diagnostics
internal import Geometry
internal import TypedIndices

/// What the rows of `measures.csv` may refer to.
struct MeasureTargets {
  let places: IndexedArray<PlaceID, Place>
  let placeIDs: Identifiers<Place>
  let actors: IndexedArray<ActorID, Actor>
  let actorIDs: Identifiers<Actor>
  let sourceIDs: Identifiers<Source>
  /// The days of the map; nil if they are not known.
  let days: Range<Day>?
}

extension TheatreReader {
  /// What sources state about the ground; none if the theatre has no such table.
  mutating func readMeasures(_ targets: MeasureTargets) -> [Measure] {
    let file = "measures.csv"
    guard folder.contains(file),
      let (table, columns) = MeasureColumns.open(input(file), log: &log)
    else { return [] }
    var reader = MeasuresReader(table, columns, targets, log)
    let measures = reader.read()
    log = reader.log
    return measures
  }
}

/// The columns of `measures.csv`.
struct MeasureColumns: TableColumns {
  let id: Table.Column
  let source: Table.Column
  let paragraph: Table.Column
  let kind: Table.Column
  let subject: Table.Column
  let object: Table.Column
  let value: Table.Column
  let unit: Table.Column
  let asOf: Table.Column
  let note: Table.Column
  let secondValue: Table.Column
  let secondUnit: Table.Column
  let approximation: Table.Column
  let bound: Table.Column

  init(_ columns: inout ColumnFinder) {
    id = columns.required("id")
    source = columns.required("source")
    paragraph = columns.required("paragraph")
    kind = columns.required("kind")
    subject = columns.required("subject")
    object = columns.required("object")
    value = columns.required("value")
    unit = columns.required("unit")
    asOf = columns.required("as_of")
    note = columns.required("note")
    secondValue = columns.optional("value2")
    secondUnit = columns.optional("unit2")
    approximation = columns.optional("approx")
    bound = columns.optional("bound")
  }
}

/// The table of measures: rows into statements, faults into the log.
struct MeasuresReader {
  let table: Table
  let columns: MeasureColumns
  let targets: MeasureTargets
  let parents: Set<PlaceID>
  let kindsOfPlaces: Set<String>
  var log: DiagnosticLog

  init(
    _ table: Table, _ columns: MeasureColumns, _ targets: MeasureTargets, _ log: DiagnosticLog
  ) {
    self.table = table
    self.columns = columns
    self.targets = targets
    self.log = log
    parents = Set(targets.places.compactMap(\.parent))
    kindsOfPlaces = Set(targets.places.map(\.kind))
  }

  /// The measures without a fault, in the order of their rows.
  mutating func read() -> [Measure] {
    var measures: [Measure] = []
    var ids = Identifiers<Measure>(of: table)
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
          id: claim.id, source: source, paragraph: record[columns.paragraph].onOneLine, kind: kind,
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
