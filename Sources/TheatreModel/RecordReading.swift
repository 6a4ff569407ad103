internal import GeoJSON

/// Values of a row, or nil and an entry in the log.
extension DiagnosticLog {
  /// Logs a fault of a value.
  mutating func error(_ record: Table.Record, _ column: Table.Column, _ message: String) {
    error(record.table.file, record.location(of: column), message)
  }

  /// A name to show, or nil and an entry if the field is empty.
  mutating func name(of record: Table.Record, _ column: Table.Column) -> String? {
    let name = record[column]
    if !name.isEmpty { return name }
    error(record, column, "the name is empty: people read it on the map")
    return nil
  }

  /// A number, or nil and an entry if the field holds none.
  mutating func number(_ column: Table.Column, of record: Table.Record) -> Double? {
    if let range = record.plainRange(of: column),
      let number = record.table.withBytes(range, Double.init(plainDecimal:))
    {
      return number
    }
    let text = record[column]
    if let number = Double(decimal: text) { return number }
    let hint = text.contains(",") ? ": write a point, not a comma" : ""
    error(
      record, column,
      text.isEmpty
        ? "\(column.name) is empty" : "\(column.name) \"\(text)\" is no number\(hint)")
    return nil
  }

  /// A date, or nil and an entry if the field holds none.
  mutating func date(_ column: Table.Column, of record: Table.Record) -> FuzzyDate? {
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

  /// A date that may be left out; the outer value is nil if there is text and it is no date.
  mutating func optionalDay(_ column: Table.Column, of record: Table.Record) -> Day?? {
    guard !record.isEmpty(column) else { return .some(nil) }
    return date(column, of: record).map(\.effectiveDay)
  }

  /// The index of what a field refers to, or nil, with an entry if nothing has that identifier.
  mutating func reference(
    _ column: Table.Column, of record: Table.Record, to target: String,
    _ identifiers: Identifiers
  ) -> Int? {
    reference(to: record[column], column, of: record, to: target, identifiers)
  }

  /// The index of what a part of a field refers to, or nil, with an entry as for a whole field.
  mutating func reference(
    to id: String, _ column: Table.Column, of record: Table.Record, to target: String,
    _ identifiers: Identifiers
  ) -> Int? {
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

  /// A word of a vocabulary, or nil and an entry that lists the vocabulary.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ column: Table.Column, of record: Table.Record
  ) -> Word? where Word.RawValue == String {
    let text = record[column]
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    error(record, column, "unknown \(column.name) \"\(text)\": write one of \(known)")
    return nil
  }
}

/// What a column's last good value was read as: most rows say the same as the row before.
struct Repeated<Value> {
  private var last: (range: Range<Int>, value: Value)?

  /// The value of a field, from the row before if that has the same text.
  mutating func read(
    _ column: Table.Column, of record: Table.Record, _ read: () -> Value?
  ) -> Value? {
    guard let range = record.plainRange(of: column) else { return read() }
    if let last, record.table.hasSameBytes(last.range, range) { return last.value }
    guard let value = read() else { return nil }
    last = (range, value)
    return value
  }
}

extension Table {
  fileprivate func hasSameBytes(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.count == second.count else { return false }
    return withBytes(first) { first in withBytes(second) { first.elementsEqual($0) } }
  }
}
