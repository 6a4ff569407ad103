import Diagnostics
import Foundation
import FrontTracking
import Testing
import Theatre
import TrackerTestSupport

@testable import ControlHistory
@testable import ControlMap
@testable import MapAnalysis

/// A large theatre that is no part of this package: a folder with the tables and with
/// `truth-2022-05-01.csv` and `truth-2023-06-02.csv`, points near the real front of these days.
private let folder = ProcessInfo.processInfo.environment["GEOTRACK_UKRAINE"]

/// If this fails, the map of a large theatre has become worse, or the score measures something else.
@Suite(
  "The score of a large theatre",
  .enabled(if: folder != nil, "set GEOTRACK_UKRAINE to the folder of the theatre of Ukraine"))
struct UkraineTests {
  private func disagreement(
    _ theatre: Theatre, share: Double, seed: UInt64
  ) throws -> [Double] {
    let reported = Sites(theatre).sample(share: share, seed: seed)
    let tracker = try FrontTracker(theatre, reported: reported)
    return try ["2022-05-01", "2023-06-02"].map { date in
      let day = try day(date)
      let path = "\(folder ?? "")/truth-\(date).csv"
      let reading = theatre.readTruth(at: path, holderIn: nil, on: day)
      let truth = try #require(reading.truth, "\(reading.diagnostics)")
      return try #require(try tracker.score(against: truth, on: day).disagreement)
    }
  }

  @Test(
    "nearest places disagree as often as was measured, within one point of a hundred",
    arguments: [(0.01, 0.163), (0.05, 0.093), (0.2, 0.063), (1, 0.0384)])
  func nearest(share: Double, expected: Double) throws {
    let theatre = try #require(Theatre.read(folder: folder ?? "").theatre)
    var all: [Double] = []
    for seed in UInt64(1)...(share < 1 ? 3 : 1) {
      all += try disagreement(theatre, share: share, seed: seed)
    }
    let mean = all.reduce(0, +) / Double(all.count)
    #expect(abs(mean - expected) < 0.01, "share \(share): \(all)")
  }
}
