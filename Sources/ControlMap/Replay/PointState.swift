public import ControlHistory
internal import GEOS
public import Geometry
internal import PlanarSubdivision
internal import Theatre
public import TypedIndices

/// What the map says at a point.
public struct PointState: Hashable, Sendable {
  /// The site whose cell the point lies in; nil in a compartment without one.
  public let site: SiteID?
  /// What is known of the cell.
  public let cell: CellState
}

extension Snapshot {
  /// Returns what the map says at a point; nil if that lies outside the theatre.
  ///
  /// - Parameters:
  ///   - position: longitude and latitude, in degrees.
  ///   - cells: the cells that the map was drawn on.
  /// - Throws: `MapError.projection` if the plane does not reach the point.
  /// - Complexity: O(*n*), for *n* edges.
  public func state(
    at position: Position, on cells: TheatreCells
  ) throws(MapError) -> PointState? {
    guard
      RegionIndex(try withGEOS { () throws(GEOSError) in try cells.theatre.boundary.ground() })
        .covers(position)
    else { return nil }
    let point = try cells.tessellation.plane.project([position])[0]
    guard let cell = states.topology.cell(at: point) else { return nil }
    return PointState(site: states.cells[cell].site, cell: states.state(ofCell: cell))
  }
}
