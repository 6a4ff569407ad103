import FrontTracking
import Geodesy
import Geometry
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import MapAnalysis
@testable import PlanarSubdivision

/// Measures between days and to the front. If one of these fails, a gain is reported that was none.
@Suite("Comparisons and distances")
struct ComparisonTests {
  @Test(
    "what one side wins the other loses, and the areas agree with the snapshots", arguments: 1...4)
  func balance(seed: Int) throws {
    var small = randomTheatre(seed: UInt64(seed), sites: 30, reports: 0)
    var random = SeededGenerator(seed: UInt64(seed))
    small.reportRows = (0..<60).map { index in
      let actor = Bool.random(using: &random) ? "red" : "blue"
      return "r\(index),2020-01-\(10 + index / 3),,p\(index % 30),\(actor),control,paper,,3,"
    }
    let tracker = try tracker(small)
    let (start, end) = (try day("2020-01-15"), try day("2020-01-30"))
    let comparison = try tracker.comparison(from: start, to: end)
    let (red, blue) = (comparison.balances[0], comparison.balances[1])
    #expect(red.side == "red" && blue.side == "blue")
    #expect(red.wonInSquareKilometers.isClose(to: blue.lostInSquareKilometers, within: 1e-6))
    #expect(red.placesWon == blue.placesLost && red.placesLost == blue.placesWon)
    let before = try tracker.snapshot(on: start).areas.held[ActorID(0)] ?? 0
    let after = try tracker.snapshot(on: end).areas.held[ActorID(0)] ?? 0
    let net = red.wonInSquareKilometers - red.lostInSquareKilometers
    #expect((after - before).isClose(to: net, within: 1e-6), "seed \(seed)")
  }

  @Test("a day compared with itself shows no change")
  func same() throws {
    let tracker = try tracker(SmallTheatre())
    let comparison = try tracker.comparison(from: day("2020-01-05"), to: day("2020-01-05"))
    #expect(comparison.changes.isEmpty)
    #expect(comparison.balances.allSatisfy { $0.wonInSquareKilometers == 0 })
  }

  @Test(
    "the nearest point of the front is as near as the nearest of many along it", arguments: 1...4)
  func nearestFront(seed: Int) throws {
    let tracker = try tracker(randomTheatre(seed: UInt64(seed), sites: 20, reports: 60))
    let snapshot = try tracker.snapshot(on: day("2020-01-31"))
    let position = tracker.theatre.places[PlaceID(0)].position
    let nearest = try #require(try snapshot.nearestFront(to: position))
    let found = WGS84.inverse(from: position, to: nearest.position).distanceInMeters
    let samples = snapshot.fronts.flatMap { $0.line.positions.densified(limit: 0.0002) }
    let distances = samples.map { WGS84.inverse(from: position, to: $0).distanceInMeters }
    let best = try #require(distances.min())
    #expect(found <= best + 0.5, "seed \(seed)")
    #expect(found >= best - 30, "seed \(seed)")
  }

  @Test("without a front there is no nearest point")
  func noFront() throws {
    let tracker = try tracker(theatre(reports: "r3,2020-01-01,,land,blue,control,paper,,3,"))
    let snapshot = try tracker.snapshot(on: day("2020-01-01"))
    #expect(try snapshot.nearestFront(to: Position(longitude: 43.2, latitude: 36.5)) == nil)
  }
}
