import ControlHistory
import ControlMap
import Foundation
import FrontTracking
import TestSupport
import Testing
import Theatre
import TypedIndices

/// The built-in theatre, read and made ready once for all tests of this target: in a program that is built
/// for debugging that takes as long as some of the programs that are tried.
enum BuiltInTheatre {
  /// The path of its folder.
  static let folder = packageFolder.appending(path: "Data/mosul").path

  private static let made = Result {
    try FrontTracker(try #require(Theatre.read(folder: folder).theatre))
  }

  static func tracker() throws -> FrontTracker { try made.get() }

  /// Each place on a day with its colour.
  static func places(
    on date: String
  ) throws -> [(place: Place, color: String, isContested: Bool)] {
    let tracker = try tracker()
    let snapshot = try tracker.snapshot(on: try #require(Day(date)), .places)
    return snapshot.places.map { state in
      let holder = state.cell.state.holder
      return (
        tracker.theatre.places[state.place],
        holder.map { tracker.theatre.actors[$0].color } ?? "#d9d9d9", state.cell.state.isContested
      )
    }
  }
}
