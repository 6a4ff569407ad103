internal import GeoJSON
internal import JSON
internal import MapFeatures

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Whole numbers as a page carries them: the step from each to the next, zigzag, as LEB128 in base64.
///
/// Columns of a table change little from row to row, so most steps take one byte. Zigzag and LEB128 are
/// those of Protocol Buffers ("Encoding", signed integers); base64 is that of RFC 4648, section 4.
struct PackedColumn {
  private var bytes: [UInt8] = []
  private var last = 0
  /// How many numbers there are.
  private(set) var count = 0

  /// Creates a column.
  init(_ numbers: some Sequence<Int> = []) {
    for number in numbers { append(number) }
  }

  /// Adds a number.
  mutating func append(_ number: Int) {
    let step = number - last
    last = number
    count += 1
    var rest = UInt(bitPattern: (step << 1) ^ (step >> (Int.bitWidth - 1)))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The column as a string of JSON.
  var json: JSON { .string(Data(bytes).base64EncodedString()) }
}

/// Several columns of one table, written side by side.
struct PackedTable {
  private var columns: [(name: String, column: PackedColumn)]

  /// Begins an empty table with these columns.
  init(_ names: String...) {
    columns = names.map { ($0, PackedColumn()) }
  }

  /// Adds a row: a number for each column, in their order.
  mutating func append(_ row: Int...) {
    precondition(row.count == columns.count, "a row must have a number for each column")
    for (index, number) in row.enumerated() { columns[index].column.append(number) }
  }

  /// How many rows there are.
  var count: Int { columns.first?.column.count ?? 0 }

  /// The columns as members of an object, the number of rows first.
  var members: [JSONMember] {
    [JSONMember("count", .int(count))] + columns.map { JSONMember($0.name, $0.column.json) }
  }
}
