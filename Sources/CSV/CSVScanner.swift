internal import Diagnostics

/// Reads CSV strictly, by RFC 4180: fields apart by commas, in quotes where they hold a comma, a
/// quote or a line break, a quote doubled inside quotes; lines end in LF or CRLF. Empty lines
/// are ignored.
struct CSVScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var line = 1
  private var csv: CSV

  /// The rows of a file.
  ///
  /// - Complexity: O(*n*), for *n* bytes.
  static func scan(_ source: SourceText) throws(CSVError) -> CSV {
    if let offset = source.firstInvalidByte {
      throw CSVError(message: "these bytes are not UTF-8: save the file as UTF-8", offset: offset)
    }
    guard source.bytes.count < UInt32.max else {
      throw CSVError(message: "the file is larger than 4 GiB: split it", offset: 0)
    }
    return try source.bytes.withUnsafeBufferPointer { (bytes) throws(CSVError) in
      var scanner = CSVScanner(bytes: bytes, csv: CSV(source.bytes))
      while try scanner.takeRow() {}
      return scanner.csv
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, csv: CSV) {
    self.bytes = bytes
    self.csv = csv
  }

  private mutating func takeRow() throws(CSVError) -> Bool {
    while try takeLineEnd() {}
    guard index < bytes.count else { return false }
    csv.beginRow(inLine: line)
    try takeField()
    while index < bytes.count, bytes[index] == UInt8(ascii: ",") {
      index += 1
      try takeField()
    }
    csv.endRow()
    let isAtEnd = index == bytes.count
    guard try takeLineEnd() || isAtEnd else {
      throw CSVError(
        message: "there is text after a closing quote: double a quote inside quotes", offset: index)
    }
    return true
  }

  private mutating func takeLineEnd() throws(CSVError) -> Bool {
    guard index < bytes.count else { return false }
    switch bytes[index] {
    case UInt8(ascii: "\n"):
      index += 1
    case UInt8(ascii: "\r"):
      guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") else {
        throw CSVError(
          message: "a carriage return has no line feed after it: end lines with LF or CRLF",
          offset: index)
      }
      index += 2
    default:
      return false
    }
    line += 1
    return true
  }

  private mutating func takeField() throws(CSVError) {
    let start = index
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      try skipQuotedField()
    } else {
      var end = index
      while end < bytes.count, !bytes[end].endsPlainField { end += 1 }
      index = end
      guard end == bytes.count || bytes[end] != UInt8(ascii: "\"") else {
        throw CSVError(
          message: "there is a quote in a field without quotes: put the whole field in quotes and "
            + "double the quotes in it",
          offset: index)
      }
    }
    csv.append(start..<index)
  }

  private mutating func skipQuotedField() throws(CSVError) {
    let start = index
    index += 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      if bytes[index] != UInt8(ascii: "\"") {
        index += 1
      } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
        index += 2
      } else {
        index += 1
        return
      }
    }
    throw CSVError(message: "a quote is opened here and never closed", offset: start)
  }
}

extension UInt8 {
  /// Whether a field without quotes cannot go on with this byte.
  fileprivate var endsPlainField: Bool {
    switch self {
    case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\""): true
    default: false
    }
  }
}
