public import ControlMap
public import FrontTracking
public import TestSupport
internal import Theatre

/// Reads a small theatre and makes it ready.
///
/// - Throws: `MapError.badTheatre` with what is wrong in its files.
public func tracker(
  _ theatre: SmallTheatre, _ inference: InferenceMethod = .nearest
) throws -> FrontTracker {
  let folder = try theatre.write()
  let reading = Theatre.read(folder: folder.path)
  guard let read = reading.theatre else {
    throw MapError.badTheatre(reading.diagnostics)
  }
  return try FrontTracker(read, inference: inference)
}
