internal import GEOS
public import Geometry
internal import Theatre

/// What the map says at a point.
public struct PointState: Hashable, Sendable {
  /// The ground whose cell the point lies in; nil on a bank without a place.
  public let ground: Int?
  /// What is known of the cell.
  public let cell: CellState
}

extension FrontTracker {
  /// Returns what a map of this theatre says at a point; nil if that lies outside.
  ///
  /// - Parameters:
  ///   - position: longitude and latitude.
  ///   - snapshot: the map.
  /// - Throws: `FrontTrackingError.projection` if the plane does not reach the point.
  /// - Complexity: O(*n*), for *n* edges.
  public func state(
    at position: Position, in snapshot: Snapshot
  ) throws(FrontTrackingError) -> PointState? {
    guard
      RegionIndex(try withGEOS { () throws(GEOSError) in try theatre.boundary.ground() })
        .covers(position)
    else { return nil }
    let point = try tessellation.plane.project([position])[0]
    let mosaic = snapshot.mosaic
    guard let cell = mosaic.topology.cell(at: point) else { return nil }
    return PointState(ground: mosaic.cells[cell].ground, cell: mosaic.state(ofCell: cell))
  }
}

extension Topology {
  /// The cell in which a point lies: the one on whose edges a ray to the east from the point is crossed
  /// an odd number of times. A point on an edge counts to one of the two cells beside it.
  ///
  /// - Complexity: O(*n*), for *n* edges.
  func cell(at point: PlanarPosition) -> Int? {
    var crossings: [Int32: Int] = [:]
    for half in cells.indices where half & 1 == 0 {
      let start = vertices[Int(edges.origins[half])]
      let end = vertices[Int(edges.origins[half ^ 1])]
      guard (start.y > point.y) != (end.y > point.y) else { continue }
      let x = start.x + (point.y - start.y) / (end.y - start.y) * (end.x - start.x)
      guard x > point.x else { continue }
      for cell in [cells[half], cells[half ^ 1]] where cell >= 0 {
        crossings[cell, default: 0] += 1
      }
    }
    return crossings.filter { !$0.value.isMultiple(of: 2) }.keys.min().map { Int($0) }
  }
}
