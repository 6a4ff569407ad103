internal import ControlHistory
package import GEOS
package import Geometry
package import PlanarSubdivision
internal import Theatre
internal import TypedIndices

/// The ground that is near enough to a report for the map to say something about it.
package struct Reach {
  /// The outline, as segments of the grid.
  package let lines: [GridSegment]

  private let reported: [SiteID]
  private let region: RegionIndex<PlanarPosition>

  /// The ground within a theatre's reach of the sites that have a report; nil if the theatre sets
  /// none.
  ///
  /// - Parameter last: an earlier one, which is taken if the same sites have a report.
  /// - Complexity: O(*n* log *n*), for *n* sites.
  package init?(_ map: ControlMap, _ states: CellStates, after last: Reach?) throws(GEOSError) {
    guard let kilometers = map.settings.reachInKilometers else { return nil }
    let reported = map.sitesWithCells.filter(states.hasReport)
    if let last, last.reported == reported {
      self = last
      return
    }
    let sites = reported.compactMap { map.tessellation.sitePositions[$0] }
    let shape = try discs(around: sites, radiusInMeters: kilometers * 1_000)
    self.reported = reported
    region = RegionIndex(shape)
    lines = shape.polygons.flatMap(\.rings).flatMap { ring in
      ring.segments.map {
        GridSegment(start: GridPoint($0.start), end: GridPoint($0.end), isWall: false)
      }
    }
  }

  /// Whether another is of the same sites.
  package func isSame(as other: Reach?) -> Bool { reported == other?.reported }

  /// Whether a position is near enough.
  package func covers(_ position: PlanarPosition) -> Bool { region.covers(position) }
}
