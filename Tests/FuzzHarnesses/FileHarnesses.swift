import Diagnostics
import FrontTracking
import MapAnalysis
import TestSupport
import Theatre

/// `theatre.json` of a theatre whose other files are right.
struct SettingsHarness: Harness {
  let name = "settings"

  func run(_ bytes: [UInt8]) {
    let reading = FuzzedTheatre().replacing("theatre.json", with: bytes).read()
    require(
      "a fault of the settings has a place in them",
      reading.diagnostics.filter { $0.file == "theatre.json" }.allSatisfy {
        $0.isLocated(in: bytes)
      })
    require(
      "without a theatre there is a reason", reading.theatre != nil || !reading.diagnostics.isEmpty)
    if let theatre = reading.theatre { _ = try? FrontTracker(theatre) }
  }
}

/// Files that the map is compared with: tables of points and GeoJSON.
struct TruthHarness: Harness {
  let name = "truth"

  private static let tracker: FrontTracker = {
    guard let theatre = FuzzedTheatre().read().theatre, let tracker = try? FrontTracker(theatre)
    else {
      fatalError("the small theatre cannot be drawn")
    }
    return tracker
  }()

  func run(_ bytes: [UInt8]) {
    let tracker = Self.tracker
    let day = tracker.theatre.settings.start
    for file in [bytes, Array("longitude,latitude,held_by\n".utf8) + bytes] {
      let input = InputFile(name: "truth", bytes: file)
      let reading = tracker.theatre.readTruth(input, holderIn: nil, on: day)
      require(
        "a fault has a place in the file", reading.diagnostics.allSatisfy { $0.isLocated(in: file) }
      )
      guard let truth = reading.truth else {
        require("without a truth there is a reason", !reading.diagnostics.isEmpty)
        continue
      }
      _ = try? tracker.score(against: truth, on: day)
    }
  }
}
