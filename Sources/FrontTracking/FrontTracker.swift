internal import GEOS
public import TheatreModel

/// A theatre made ready to draw maps of.
///
///     let tracker = try FrontTracker(theatre)
///     let snapshot = try tracker.snapshot(on: day)
///     snapshot.areas.contested  // km²
public struct FrontTracker: Sendable {
  /// The theatre.
  public let theatre: Theatre
  /// Its spots.
  public let grounds: Grounds
  /// Who held each spot when.
  public let chronicle: Chronicle
  /// The cells around the spots.
  public let tessellation: Tessellation

  let exits: ExitTable

  /// Makes a theatre ready: decides who held what, divides the ground into cells and proves them.
  ///
  /// - Throws: `FrontTrackingError.badTheatre` with the errors that need geometry to be seen;
  ///   others if the cells cannot be made.
  /// - Complexity: O(*n* log *n*), for *n* places, reports and vertices.
  public init(_ theatre: Theatre) throws(FrontTrackingError) {
    let faults = try theatre.geometricDiagnostics().filter { $0.severity == .error }
    guard faults.isEmpty else { throw .badTheatre(faults) }
    self.theatre = theatre
    grounds = Grounds(theatre)
    chronicle = Chronicle(theatre, grounds: grounds)
    tessellation = try Tessellation(theatre, grounds: grounds)
    exits = try ExitTable(theatre, tessellation)
  }

  /// Returns the map of a day.
  ///
  /// - Precondition: the theatre has that day.
  /// - Complexity: O(*n* log *n*), for *n* cells.
  public func snapshot(on day: Day) throws(FrontTrackingError) -> Snapshot {
    precondition(theatre.contains(day), "the theatre has no \(day)")
    let cartographer = Cartographer(self)
    return try withGEOS { () throws(GEOSError) in try cartographer.snapshot(on: day, .all) }
  }

  /// The reports that decide a state of the map on some day, or by which a holder holds, by index.
  public var decidingReports: Set<Int> {
    var deciding: Set<Int> = []
    for ground in 0..<grounds.count where tessellation.cell(ofGround: ground) != nil {
      let entries = chronicle.entries[ground]
      for (index, entry) in entries.enumerated() where entry.day < theatre.settings.end {
        let end =
          entries.indices.contains(index + 1) ? entries[index + 1].day : theatre.settings.end
        guard theatre.settings.start < end else { continue }
        deciding.formUnion(entry.decidedBy + [entry.holderReport].compactMap(\.self))
      }
    }
    return deciding
  }

  /// The days on which the map changes, the theatre's first day among them.
  public var days: [Day] {
    let start = theatre.settings.start
    return [start] + chronicle.days.filter { start < $0 && $0 < theatre.settings.end }
  }
}
