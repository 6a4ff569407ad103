internal import GEOS
internal import Geometry
internal import Theatre

/// The ground that is near enough to a report for the map to say something about it.
struct Reach {
  /// The outline, as segments of the grid.
  let lines: [GridSegment]

  private let reported: [Int]
  private let region: RegionIndex<PlanarPosition>

  /// The ground within a theatre's reach of the grounds that have a report; nil if the theatre sets
  /// none.
  ///
  /// - Parameter last: an earlier one, which is taken if the same grounds have a report.
  /// - Complexity: O(*n* log *n*), for *n* grounds.
  init?(_ tracker: FrontTracker, _ mosaic: Mosaic, after last: Reach?) throws(GEOSError) {
    guard let kilometers = tracker.theatre.settings.reachInKilometers else { return nil }
    let reported = (0..<tracker.grounds.count).filter {
      mosaic.current[$0] >= 0 && tracker.tessellation.cell(ofGround: $0) != nil
    }
    if let last, last.reported == reported {
      self = last
      return
    }
    let sites = reported.compactMap { tracker.tessellation.sites[$0] }
    let shape = try discs(around: sites, radiusInMeters: kilometers * 1_000)
    self.reported = reported
    region = RegionIndex(shape)
    lines = shape.polygons.flatMap(\.rings).flatMap { ring in
      ring.segments.map {
        GridSegment(start: GridPoint($0.start), end: GridPoint($0.end), isWall: false)
      }
    }
  }

  /// Whether another is of the same grounds.
  func isSame(as other: Reach?) -> Bool { reported == other?.reported }

  /// Whether a position is near enough.
  func covers(_ position: PlanarPosition) -> Bool { region.covers(position) }
}
