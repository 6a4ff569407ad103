internal import Diagnostics

/// Rows to be put at the end of a table, their values by the names of its columns.
public struct TableRows: Sendable {
  /// The rows.
  public var rows: [[String: String]]

  /// Creates rows.
  public init(_ rows: [[String: String]]) {
    self.rows = rows
  }

  /// The rows as CSV (RFC 4180) below a header.
  public func csv(columns: [String]) -> String {
    ([columns] + values(of: columns)).map(Self.line).joined(separator: "\n") + "\n"
  }

  /// A row as a line of CSV, without a line break at its end.
  public static func line(of row: [String: String], columns: [String]) -> String {
    line(columns.map { row[$0] ?? "" })
  }

  /// A table with the rows at its end; its own bytes stay as they are. Columns that it lacks are
  /// left out, and those that the rows lack are empty.
  ///
  /// - Returns: nil if the table's header cannot be read.
  /// - Complexity: O(*n*), for *n* bytes.
  public func appended(to table: [UInt8]) -> [UInt8]? {
    guard let columns = Self.columns(of: table) else { return nil }
    var bytes = table
    let usesReturns = table.contains(UInt8(ascii: "\r"))
    let ending: [UInt8] = usesReturns ? [0x0D, 0x0A] : [0x0A]
    if bytes.last != 0x0A { bytes += ending }
    for row in values(of: columns) { bytes += Array(Self.line(row).utf8) + ending }
    return bytes
  }

  /// The names of a table's columns, or nil if it has no header.
  public static func columns(of table: [UInt8]) -> [String]? {
    guard let csv = try? CSVScanner.scan(SourceText(table)), let header = csv.rows.first else {
      return nil
    }
    return csv.fields(of: header).map { csv.text(of: $0).trimmed }
  }

  private func values(of columns: [String]) -> [[String]] {
    rows.map { row in columns.map { row[$0] ?? "" } }
  }

  private static func line(_ values: [String]) -> String {
    values.map { value in
      let needsQuotes =
        value.utf8.contains { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }
        || value.utf8.first == 0x20 || value.utf8.last == 0x20
      return needsQuotes ? quoted(value) : value
    }.joined(separator: ",")
  }

  /// A value in quotation marks, its own doubled.
  private static func quoted(_ value: String) -> String {
    var quoted = "\""
    // By scalars: a quotation mark with an accent after it is another character, and still ends a value.
    for scalar in value.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
