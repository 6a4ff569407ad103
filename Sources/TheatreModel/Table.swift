internal import GeoJSON

/// A CSV file with named columns.
struct Table {
  let file: String
  private let source: SourceText
  private let columns: [String: Int]
  private let rows: [CSVRow]

  /// The identifiers of the rows that were left out, as far as they can be told.
  let lostIDs: Set<String>

  /// Whether no row was left out.
  let isComplete: Bool

  /// Reads a table. Without a usable header there is none; a row with the wrong number of fields
  /// is logged and left out.
  init?(_ input: InputFile, columns required: [String], log: inout DiagnosticLog) {
    let file = input.name
    let source = SourceText(input.bytes)
    self.file = file
    self.source = source
    var rows: [CSVRow]
    do {
      rows = try CSVParser.rows(of: source)
    } catch {
      log.error(file, source.location(ofByte: error.offset), error.message)
      return nil
    }
    guard !rows.isEmpty else {
      log.error(
        file, SourceLocation(line: 1, column: 1),
        "the file is empty; its first line names the columns: \(required.joined(separator: ","))")
      return nil
    }
    let header = rows.removeFirst()
    guard let columns = Self.columns(header, required, file, source, &log) else { return nil }
    self.columns = columns
    self.rows = rows.filter { $0.fields.count == header.fields.count }
    let lost = rows.filter { $0.fields.count != header.fields.count }
    for row in lost {
      log.error(
        file, source.location(ofByte: row.offset),
        "this row has \(row.fields.count) fields and the header has \(header.fields.count): "
          + "a comma or a quote is missing or too many")
    }
    isComplete = lost.isEmpty
    let index = columns["id"] ?? 0
    lostIDs = Set(lost.filter { index < $0.fields.count }.map { $0.fields[index].value.trimmed })
  }

  private static func columns(
    _ header: CSVRow, _ required: [String], _ file: String, _ source: SourceText,
    _ log: inout DiagnosticLog
  ) -> [String: Int]? {
    var columns: [String: Int] = [:]
    var isUsable = true
    for (index, field) in header.fields.enumerated() {
      let name = field.value.trimmed
      if columns.updateValue(index, forKey: name) != nil {
        log.error(
          file, source.location(ofByte: field.offset),
          "the column \"\(name)\" stands twice in the header: keep one of them")
        isUsable = false
      }
    }
    let missing = required.filter { columns[$0] == nil }
    if !missing.isEmpty {
      let names = missing.map { "\"\($0)\"" }.joined(separator: ", ")
      let hint =
        header.fields.count == 1 && header.fields[0].value.contains(";")
        ? "; fields are separated by commas, not semicolons" : ""
      log.error(
        file, source.location(ofByte: header.offset),
        "the header lacks the column\(missing.count == 1 ? "" : "s") \(names)\(hint)")
      isUsable = false
    }
    return isUsable ? columns : nil
  }

  /// The rows below the header.
  var records: [Record] {
    rows.map { Record(table: self, row: $0) }
  }

  /// One row.
  struct Record {
    fileprivate let table: Table
    fileprivate let row: CSVRow

    /// A value without the space around it; empty if the table has no such column.
    subscript(column: String) -> String {
      table.columns[column].map { row.fields[$0].value.trimmed } ?? ""
    }

    /// Where the row begins.
    var location: SourceLocation { table.source.location(ofByte: row.offset) }

    /// Where a value begins; where the row begins if the table has no such column.
    func location(of column: String) -> SourceLocation {
      table.source.location(
        ofByte: table.columns[column].map { row.fields[$0].offset } ?? row.offset)
    }
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    guard let first, let last, first.isWhitespace || last.isWhitespace else { return String(self) }
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
