/// Where one value of a CSV file stands, with its quotes if it has any.
struct CSVField {
  let start: UInt32
  let end: UInt32

  init(_ range: Range<Int>) {
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}

/// Where one row of a CSV file begins. A row may go over several lines, inside quotes.
struct CSVRow {
  /// The indices of its fields among those of all rows.
  var fields: Range<Int> { Int(firstField)..<Int(firstField) + count }
  /// The line in which it begins, from 1.
  var line: Int { Int(lineNumber) }
  /// How many fields it has.
  var count: Int { Int(fieldCount) }

  private let firstField: UInt32
  private let lineNumber: UInt32
  private var fieldCount: UInt32 = 0

  fileprivate init(firstField: Int, line: Int) {
    self.firstField = UInt32(firstField)
    lineNumber = UInt32(line)
  }

  fileprivate mutating func end(beforeField field: Int) {
    fieldCount = UInt32(field) - firstField
  }
}

/// A fault in the form of a CSV file.
struct CSVError: Error {
  let message: String
  let offset: Int
}

/// The rows of a CSV file: its bytes, and where in them each value stands.
///
/// The values of all rows lie in one array, eight bytes each, and become text only when they are
/// asked for: most of a large table is looked at once and not kept.
@usableFromInline
struct CSV: Sendable {
  @usableFromInline let bytes: [UInt8]
  private(set) var fields: [CSVField] = []
  private(set) var rows: [CSVRow] = []

  /// Begins without rows.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // Tables rarely have shorter values; if one does, the arrays grow.
    fields.reserveCapacity(bytes.count / 6)
    rows.reserveCapacity(bytes.count / 60)
  }

  mutating func beginRow(inLine line: Int) {
    rows.append(CSVRow(firstField: fields.count, line: line))
  }

  mutating func append(_ field: Range<Int>) { fields.append(CSVField(field)) }

  mutating func endRow() {
    rows[rows.count - 1].end(beforeField: fields.count)
  }

  /// The fields of a row.
  func fields(of row: CSVRow) -> ArraySlice<CSVField> {
    fields[row.fields]
  }

  /// Where a row begins.
  func offset(of row: CSVRow) -> Int { Int(fields[row.fields.lowerBound].start) }

  /// The text of a value, without the quotes around it.
  func text(of field: CSVField) -> String {
    let range = field.range
    guard isQuoted(range) else { return String(decoding: bytes[range], as: UTF8.self) }
    var content: [UInt8] = []
    var isBehindQuote = false
    for byte in bytes[range].dropFirst().dropLast() {
      isBehindQuote = byte == UInt8(ascii: "\"") && !isBehindQuote
      if !isBehindQuote { content.append(byte) }
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// Where the text of a value stands, or nil if it holds doubled quotes and so stands nowhere as
  /// it is.
  func contentRange(of field: CSVField) -> Range<Int>? {
    let range = field.range
    guard isQuoted(range) else { return range }
    let inner = range.lowerBound + 1..<range.upperBound - 1
    return bytes[inner].contains(UInt8(ascii: "\"")) ? nil : inner
  }

  private func isQuoted(_ range: Range<Int>) -> Bool {
    !range.isEmpty && bytes[range.lowerBound] == UInt8(ascii: "\"")
  }
}
