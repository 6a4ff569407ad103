public import Diagnostics
internal import NumberText

/// Values of a row, or nil and an entry in the log.
extension DiagnosticLog {
  /// Logs a fault of a value.
  @usableFromInline
  package mutating func error(_ record: Table.Record, _ column: Table.Column, _ message: String) {
    error(record.table.file, record.location(of: column), message)
  }

  /// Logs what is odd about a value.
  package mutating func warning(
    _ record: Table.Record, _ column: Table.Column, _ message: String
  ) {
    append(
      Diagnostic(
        file: record.table.file, location: record.location(of: column), severity: .warning,
        message: message))
  }

  /// A number, or nil and a log entry if the field does not hold one.
  package mutating func number(_ column: Table.Column, of record: Table.Record) -> Double? {
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
        ? "\(column.name) is empty" : "\(column.name) \"\(text)\" is not a number\(hint)")
    return nil
  }

  /// A word of a vocabulary, or nil and an entry that lists the vocabulary.
  @inlinable
  package mutating func word<Word: RawRepresentable & CaseIterable>(
    _ column: Table.Column, of record: Table.Record
  ) -> Word? where Word.RawValue == String {
    let text = record[column]
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    error(record, column, "unknown \(column.name) \"\(text)\": write one of \(known)")
    return nil
  }

  /// A table, or nil with an entry if it cannot be used; without a file there is none.
  package mutating func table(_ input: InputFile?, _ columns: [String]) -> Table? {
    input.flatMap { Table($0, columns: columns, log: &self) }
  }
}
