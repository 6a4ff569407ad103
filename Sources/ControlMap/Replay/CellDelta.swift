internal import ControlHistory
public import PlanarSubdivision

/// A cell of which something else is known than before.
public struct CellDelta: Sendable {
  /// The cell.
  public let cell: CellID
  /// The site whose state it had before; nil for none.
  let source: SiteID?
  /// Which of that site's intervals was in force; nil for none.
  let interval: Int?
}
