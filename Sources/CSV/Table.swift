package import Diagnostics

/// A CSV file with named columns.
@usableFromInline
package final class Table: Sendable {
  /// The name of the file, for messages.
  package let file: String
  @usableFromInline let csv: CSV
  private let columns: [String: Int]
  private let rows: ArraySlice<CSVRow>

  /// The identifiers of the rows that were left out, as far as they can be told.
  package let lostIDs: Set<String>

  /// Whether no row was left out.
  package let isComplete: Bool

  /// Reads a table. Without a usable header there is none; a row with the wrong number of fields
  /// is logged and left out.
  package init?(_ input: InputFile, columns required: [String], log: inout DiagnosticLog) {
    let source = SourceText(input.bytes)
    file = input.name
    do {
      csv = try CSVScanner.scan(source)
    } catch {
      log.error(file, source.location(ofByte: error.offset), error.message)
      return nil
    }
    guard let header = csv.rows.first else {
      log.error(
        file, SourceLocation(line: 1, column: 1),
        "the file is empty; its first line names the columns: \(required.joined(separator: ","))")
      return nil
    }
    var reader = HeaderReader(file: file, source: source, csv: csv, log: log)
    let columns = reader.columns(of: header, required: required)
    log = reader.log
    guard let columns else { return nil }
    self.columns = columns
    let all = csv.rows.dropFirst()
    isComplete = all.allSatisfy { $0.count == header.count }
    rows = isComplete ? all : all.filter { $0.count == header.count }[...]
    var lostIDs: Set<String> = []
    for row in csv.rows where row.count != header.count {
      log.error(
        file, SourceLocation(line: row.line, column: 1),
        "this row has \(row.count) fields and the header has \(header.count): "
          + "a comma or a quote is missing, or there is one too many")
      let fields = csv.fields(of: row).dropFirst(columns["id"] ?? 0)
      if let field = fields.first { lostIDs.insert(csv.text(of: field).trimmed) }
    }
    self.lostIDs = lostIDs
  }

  /// A column, looked up once for all rows. A table may lack one that nobody requires.
  @usableFromInline
  package struct Column: Sendable {
    /// The name that the header gives it.
    @usableFromInline package let name: String
    let index: Int?
  }

  /// The column of a name.
  package subscript(name: String) -> Column { Column(name: name, index: columns[name]) }

  /// The number of rows below the header.
  package var count: Int { rows.count }

  /// The rows below the header.
  package var records: some Sequence<Record> {
    rows.indices.lazy.map { Record(table: self, index: $0) }
  }

  /// One row.
  @usableFromInline
  package struct Record {
    /// The table it is a row of.
    @usableFromInline package let table: Table
    /// Its index among the table's rows.
    fileprivate let index: Int
  }
}

/// The values of a row.
extension Table.Record {
  /// A value without the space around it; empty if the table has no such column.
  @usableFromInline
  package subscript(column: Table.Column) -> String {
    if let range = plainRange(of: column) {
      return table.withBytes(range) { String(decoding: $0, as: UTF8.self) }
    }
    return field(column).map { table.csv.text(of: $0).trimmed } ?? ""
  }

  /// Whether a value is empty or nothing but space.
  package func isEmpty(_ column: Table.Column) -> Bool {
    plainRange(of: column)?.isEmpty ?? self[column].isEmpty
  }

  /// Where the bytes of a value stand, if they stand in the file as they are meant: without a
  /// doubled quote, and with no space around them that would have to be looked for.
  @usableFromInline
  package func plainRange(of column: Table.Column) -> Range<Int>? {
    guard let field = field(column) else { return 0..<0 }
    guard let range = table.csv.contentRange(of: field) else { return nil }
    return table.withBytes(range, \.hasPlainEnds) ? range : nil
  }

  private func field(_ column: Table.Column) -> CSVField? {
    column.index.map { table.csv.fields[table.rows[index].fields.lowerBound + $0] }
  }
}

/// Where things stand, as an editor counts.
extension Table.Record {
  /// Where the row begins.
  package var location: SourceLocation { SourceLocation(line: table.rows[index].line, column: 1) }

  /// Where a value begins; where the row begins if the table has no such column.
  package func location(of column: Table.Column) -> SourceLocation {
    let row = table.rows[index]
    guard let field = field(column) else { return location }
    var (line, column) = (row.line, 1)
    table.withBytes(table.csv.offset(of: row)..<Int(field.start)) { before in
      for byte in before {
        // Every character in UTF-8 has exactly one byte that is not a continuation byte.
        column += byte & 0b1100_0000 != 0b1000_0000 ? 1 : 0
        if byte == UInt8(ascii: "\n") { (line, column) = (line + 1, 1) }
      }
    }
    return SourceLocation(line: line, column: column)
  }
}

extension Table {
  /// Looks at some bytes of the file.
  @inlinable
  package func withBytes<Result>(
    _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    csv.bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}
