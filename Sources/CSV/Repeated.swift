/// What a column's last good value was read as: most rows say the same as the row before.
@usableFromInline
package struct Repeated<Value> {
  @usableFromInline var last: (range: Range<Int>, value: Value)?

  /// Begins with no value.
  @inlinable
  package init() {}

  /// The value of a field, from the row before if that has the same text.
  @inlinable
  package mutating func read(
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
  @usableFromInline
  func hasSameBytes(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard first.count == second.count else { return false }
    return withBytes(first) { first in withBytes(second) { first.elementsEqual($0) } }
  }
}
