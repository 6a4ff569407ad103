internal import ControlHistory

/// A cell of which something else is known than before.
public struct CellDelta: Sendable {
  /// The cell, by index.
  public let cell: Int
  /// The site whose state it had before; nil for none.
  let source: SiteID?
  /// The interval of that site that was in force; -1 for none.
  let interval: Int32
}
