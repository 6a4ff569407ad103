/// A cell of which something else is known than before.
public struct CellDelta: Sendable {
  /// The cell, by index.
  public let cell: Int
  /// The site whose state it had before; -1 for none.
  let source: Int32
  /// The interval of that site that was in force; -1 for none.
  let interval: Int32
}
