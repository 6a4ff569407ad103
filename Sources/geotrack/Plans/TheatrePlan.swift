internal import ControlHistory
internal import ControlMap
internal import Diagnostics
internal import FrontTracking
internal import Theatre
internal import TypedIndices

/// Reading the theatre, for commands that cannot go on without one.
extension TheatreOptions {
  /// The theatre, if its files have no error. Nothing is said about its geometry.
  func read() throws(Failure) -> Theatre {
    let reading = Theatre.read(folder: folder, allowingOutside: allowOutside)
    guard let theatre = reading.theatre else {
      throw .badTheatre(reading.diagnostics, folder: folder)
    }
    return theatre
  }

  /// The places and the boundary, if neither their files nor their geometry has an error, and what
  /// is odd about them.
  ///
  /// Where a place lies does not depend on reports, so the files that only a map needs are not opened.
  func terrain() throws(Failure) -> (terrain: Terrain, oddities: [Diagnostic]) {
    let reading = Terrain.read(folder: folder, allowingOutside: allowOutside)
    guard let terrain = reading.terrain else {
      throw .badTheatre(reading.diagnostics, folder: folder)
    }
    let found = try drawing { () throws(MapError) in
      try terrain.boundary.geometricDiagnostics(of: terrain.places)
    }
    guard !found.containsError else { throw .badTheatre(found.sortedByPlace, folder: folder) }
    return (terrain, found)
  }

  /// A theatre that was read, made ready to draw maps of.
  func tracker(
    of theatre: Theatre, inference: InferenceMethod = .nearest, reported: Set<SiteID>? = nil,
    seenFrom perspective: Perspective = .plain
  ) throws(Failure) -> FrontTracker {
    do {
      return try FrontTracker(
        theatre, inference: inference, reported: reported, seenFrom: perspective)
    } catch {
      guard let faults = error.diagnostics(in: theatre) else { throw .drawing(error) }
      throw .badTheatre(faults.sortedByPlace, folder: folder)
    }
  }

  /// Warns on standard error about some places: of one outside the boundary only distances are right.
  func warn(about places: IndexedArray<PlaceID, Place>, among oddities: [Diagnostic]) {
    let locations = places.map(\.location)
    for oddity in oddities where oddity.location.map(locations.contains) == true {
      standardError("\(oddity.inFolder(folder))")
    }
  }

  /// Says on standard error how many warnings there are about a theatre that is drawn.
  func warn(about tracker: FrontTracker) throws(Failure) {
    let settings = tracker.theatre.settings
    let warnings =
      try settings.oddities
      + drawing { () throws(MapError) in try tracker.warnings() }
    guard let first = warnings.sortedByPlace.first else { return }
    let more = warnings.count > 1 ? " (and \(warnings.count - 1) more: geotrack check)" : ""
    standardError("\(first.inFolder(folder))\(more)")
  }

  /// Runs a body that draws a theatre which is ready.
  func drawing<Result>(
    _ body: () throws(MapError) -> Result
  ) throws(Failure) -> Result {
    do {
      return try body()
    } catch {
      throw .drawing(error)
    }
  }
}
