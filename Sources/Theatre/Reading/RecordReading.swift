package import CSV
package import Diagnostics
internal import TypedIndices

/// Values of a row that a theatre knows, or nil and an entry in the log.
extension DiagnosticLog {
  /// A name to show, or nil and an entry if the field is empty.
  mutating func name(of record: Table.Record, _ column: Table.Column) -> String? {
    let name = line(column, of: record)
    if !name.isEmpty { return name }
    error(record, column, "the name is empty: people read it on the map")
    return nil
  }

  /// A text that is shown in one line. A line break in it is read as a blank, with a warning: it is mostly an
  /// accident of a spreadsheet.
  mutating func line(_ column: Table.Column, of record: Table.Record) -> String {
    let text = record[column]
    let line = text.onOneLine
    if line != text {
      warning(
        record, column, "\(column.name) has a line break, which is read as a blank: write one line")
    }
    return line
  }

  /// A date, or nil and a log entry if the field does not hold one.
  package mutating func date(_ column: Table.Column, of record: Table.Record) -> FuzzyDate? {
    let text = record[column]
    guard !text.isEmpty else {
      error(record, column, "\(column.name) is empty: write 2016-10-31")
      return nil
    }
    do throws(DateError) {
      return try FuzzyDate(text)
    } catch let fault {
      error(record, column, fault.message)
      return nil
    }
  }

  /// A date that may be left out; the outer value is nil if there is text and it is not a date.
  mutating func optionalDay(_ column: Table.Column, of record: Table.Record) -> Day?? {
    guard !record.isEmpty(column) else { return .some(nil) }
    return date(column, of: record).map(\.effectiveDay)
  }

  /// The index of what a field refers to, or nil, with an entry if nothing has that identifier.
  mutating func reference<Row>(
    _ column: Table.Column, of record: Table.Record, to target: String,
    _ identifiers: Identifiers<Row>
  ) -> TypedIndex<Row>? {
    reference(to: record[column], column, of: record, to: target, identifiers)
  }

  /// The index of what a part of a field refers to, or nil, with an entry as for a whole field.
  mutating func reference<Row>(
    to id: String, _ column: Table.Column, of record: Table.Record, to target: String,
    _ identifiers: Identifiers<Row>
  ) -> TypedIndex<Row>? {
    if let index = identifiers[id] { return index }
    guard id.isEmpty || !identifiers.contains(id) else { return nil }
    let hint = suggestion(for: id, among: identifiers.known)
    error(
      record, column,
      id.isEmpty
        ? "\(column.name) is empty: name an id of \(target)"
        : "unknown \(column.name) \"\(id)\": \(target) has no such id\(hint)")
    return nil
  }

  /// Logs a side that no actor has; says nothing if the sides are not all known.
  mutating func refuse(
    unknownSide name: String, in file: String, at location: SourceLocation,
    among sides: Set<String>?
  ) {
    guard let sides, !sides.contains(name) else { return }
    let known = sides.isEmpty ? "no side" : sides.sorted().joined(separator: ", ")
    error(file, location, "unknown side \"\(name)\": actors.csv has \(known)")
  }
}
