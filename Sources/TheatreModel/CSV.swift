internal import GeoJSON

/// One value of a CSV file and the byte at which it begins.
struct CSVField {
  let value: String
  let offset: Int
}

/// One row of a CSV file. A row may go over several lines, inside quotes.
struct CSVRow {
  let fields: [CSVField]
  let offset: Int
}

/// A fault in the form of a CSV file.
struct CSVError: Error {
  let message: String
  let offset: Int
}

/// Reads CSV strictly, by RFC 4180: fields apart by commas, in quotes where they hold a comma, a
/// quote or a line break, a quote doubled inside quotes; lines end in LF or CRLF. Empty lines
/// count for nothing.
struct CSVParser {
  private let bytes: [UInt8]
  private var index = 0

  static func rows(of source: SourceText) throws(CSVError) -> [CSVRow] {
    if let offset = source.firstInvalidByte {
      throw CSVError(message: "these bytes are no UTF-8: save the file as UTF-8", offset: offset)
    }
    var parser = CSVParser(source.bytes)
    var rows: [CSVRow] = []
    while let row = try parser.row() { rows.append(row) }
    return rows
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func row() throws(CSVError) -> CSVRow? {
    while try takeLineEnd() {}
    guard index < bytes.count else { return nil }
    let start = index
    var fields = [try field()]
    while index < bytes.count, bytes[index] == UInt8(ascii: ",") {
      index += 1
      fields.append(try field())
    }
    let isAtEnd = index == bytes.count
    guard try takeLineEnd() || isAtEnd else {
      throw CSVError(
        message: "text stands behind a closing quote: double a quote inside quotes", offset: index)
    }
    return CSVRow(fields: fields, offset: start)
  }

  private mutating func takeLineEnd() throws(CSVError) -> Bool {
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case UInt8(ascii: "\n"):
      index += 1
      return true
    case UInt8(ascii: "\r"):
      guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") else {
        throw CSVError(
          message: "a carriage return stands alone: end lines with LF or CRLF", offset: index)
      }
      index += 2
      return true
    default:
      return false
    }
  }

  private mutating func field() throws(CSVError) -> CSVField {
    let start = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return try quotedField() }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        return CSVField(value: text(start..<index), offset: start)
      case UInt8(ascii: "\""):
        throw CSVError(
          message: "a quote stands in a field without quotes: put the whole field in quotes and "
            + "double the quotes in it",
          offset: index)
      default:
        index += 1
      }
    }
    return CSVField(value: text(start..<index), offset: start)
  }

  private mutating func quotedField() throws(CSVError) -> CSVField {
    let start = index
    index += 1
    var content: [UInt8] = []
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "\"") {
        content.append(bytes[index])
        index += 1
      } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
        content.append(UInt8(ascii: "\""))
        index += 2
      } else {
        index += 1
        return CSVField(value: String(decoding: content, as: UTF8.self), offset: start)
      }
    }
    throw CSVError(message: "a quote is opened here and never closed", offset: start)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
