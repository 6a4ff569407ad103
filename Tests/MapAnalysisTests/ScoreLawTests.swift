import FrontTracking
import Geometry
import TestSupport
import Testing
import Theatre
import TrackerTestSupport

@testable import ControlHistory
@testable import ControlMap
@testable import MapAnalysis
@testable import PlanarSubdivision

/// What holds for every two maps. If one of these fails, the figures of a comparison depend on
/// something other than the maps.
@Suite("The score of two maps")
struct ScoreLawTests {
  private let dates = ["2020-01-12", "2020-01-28"]

  private func maps(_ seed: UInt64) throws -> (FrontTracker, [Day]) {
    let tracker = try tracker(randomTheatre(seed: seed, sites: 25, reports: 70))
    return (tracker, try dates.map(day))
  }

  /// A map as somebody else's account of it would be.
  private func areas(_ tracker: FrontTracker, _ day: Day) throws -> Truth {
    let areas = try tracker.snapshot(on: day).territories.map {
      Truth.Area($0.shape.polygons, heldBy: $0.state.holder.map(Truth.Holder.actor) ?? .unknown)
    }
    return Truth(file: "map", content: .areas(areas))
  }

  @Test("of which both are one is perfect", arguments: UInt64(1)...6)
  func same(seed: UInt64) throws {
    let (tracker, days) = try maps(seed)
    for day in days {
      let score = try tracker.score(against: areas(tracker, day), on: day)
      #expect(score.disagreement ?? 1 < 1e-9, "seed \(seed)")
      let unions = score.classes.indices.compactMap { score.intersectionOverUnion(of: $0) }
      #expect(unions.allSatisfy { $0.isClose(to: 1, within: 1e-9) }, "seed \(seed)")
      #expect(score.front?.percentile95InKilometers ?? 0 < 1e-4, "seed \(seed)")
      #expect((score.front == nil) == (try tracker.snapshot(on: day).fronts.isEmpty))
    }
  }

  @Test("does not depend on which of them is the truth", arguments: UInt64(1)...6)
  func symmetric(seed: UInt64) throws {
    let (tracker, days) = try maps(seed)
    let one = try tracker.score(against: areas(tracker, days[0]), on: days[1])
    let two = try tracker.score(against: areas(tracker, days[1]), on: days[0])
    #expect(one.disagreement?.isClose(to: two.disagreement ?? 0, within: 1e-9) == true)
    for index in one.classes.indices {
      let unions = [one, two].map { $0.intersectionOverUnion(of: index) ?? -1 }
      #expect(unions[0].isClose(to: unions[1], within: 1e-9), "seed \(seed)")
    }
    let medians = [one, two].map { $0.front?.medianInKilometers ?? -1 }
    #expect(medians[0].isClose(to: medians[1], within: 0.3), "seed \(seed)")
  }

  @Test("is about the same by points scattered over it as by area", arguments: UInt64(1)...4)
  func pointsAndAreas(seed: UInt64) throws {
    let (tracker, days) = try maps(seed)
    let areas = try tracker.score(against: areas(tracker, days[0]), on: days[1])
    let before = try tracker.snapshot(on: days[0]).territories
      .map { (shape: $0.shape, holder: $0.state.holder) }
    var random = SeededGenerator(seed: seed)
    let box = Box(
      minimum: Position(longitude: 43.001, latitude: 36.001),
      maximum: Position(longitude: 43.999, latitude: 36.999))
    let points = (0..<2_000).map { _ in
      let position: Position = random.position(in: box)
      let holder = before.first { $0.shape.encloses(position) }?.holder
      return Truth.Point(position, heldBy: holder.map(Truth.Holder.actor) ?? .unknown)
    }
    let truth = Truth(file: "points", content: .points(points))
    let score = try tracker.score(against: truth, on: days[1])
    // Four standard deviations of a share of 2,000 points.
    #expect(
      score.disagreement?.isClose(to: areas.disagreement ?? 0, within: 0.045) == true,
      "seed \(seed): \(score.disagreement ?? -1), \(areas.disagreement ?? -1)")
  }
}

extension MultiPolygon<Position> {
  /// Whether a position lies inside, by counting how often a line to the east meets an edge.
  fileprivate func encloses(_ position: Position) -> Bool {
    let crossings = polygons.flatMap(\.rings).flatMap { Array($0.segments) }.count { segment in
      guard
        (segment.start.latitude > position.latitude) != (segment.end.latitude > position.latitude)
      else { return false }
      let share =
        (position.latitude - segment.start.latitude)
        / (segment.end.latitude - segment.start.latitude)
      return segment.start.longitude + share * (segment.end.longitude - segment.start.longitude)
        > position.longitude
    }
    return !crossings.isMultiple(of: 2)
  }
}
