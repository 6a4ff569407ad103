import FrontTracking
import Geometry
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

/// The map kept from day to day, against the map of each day made from nothing. If one of these fails, an
/// animation shows ground that the day's own map does not, or breaks one feature into several.
@Suite("A replay of all days")
struct MapReplayTests {
  /// A theatre with regions that have reports, several places on one spot and, if wanted, an outline
  /// that cuts parts of cells off.
  private func theatre(seed: UInt64, barrier: Bool, cutOff: Bool) -> SmallTheatre {
    var theatre = randomTheatre(seed: seed, sites: 24, reports: 50, barrier: barrier)
    var random = SeededGenerator(seed: seed &+ 1_000)
    let regions = SmallTheatre().placeRows.prefix(3)
    theatre.placeRows = theatre.placeRows.map {
      $0.replacing(
        ",,,test,", with: [",,westland,test,", ",,,test,"].randomElement(using: &random) ?? "")
    }
    // Two more names for each of three spots.
    let doubles = theatre.placeRows.prefix(3).enumerated().flatMap { index, row in
      ["a", "b"].map { row.replacing("p\(index),", with: "p\(index)\($0),") }
    }
    theatre.placeRows = regions + theatre.placeRows + doubles
    theatre.reportRows += (0..<8).map { index in
      let place = ["westland", "land", "p1a", "p2b"].randomElement(using: &random) ?? "land"
      let actor = ["red", "blue", "crimson"].randomElement(using: &random) ?? "red"
      return "w\(index),2020-01-\(10 + 2 * index),,\(place),\(actor),control,paper,,3,"
    }
    if cutOff {
      theatre.boundary = """
        {"type": "Polygon", "coordinates": [[[43, 36], [44, 36], [44, 37], [43.7, 37], [43.7, 36.2],
        [43.6, 36.2], [43.6, 37], [43.4, 37], [43.4, 36.1], [43.3, 36.1], [43.3, 37], [43, 37],
        [43, 36]]]}
        """
    }
    return theatre
  }

  private func expectSame<Item: Hashable>(
    _ spans: [Span<Item>], _ fresh: [Item], on day: Day, _ comment: Comment
  ) {
    let kept = spans.filter { $0.contains(day) }.map(\.item)
    #expect(kept.count == fresh.count && Set(kept) == Set(fresh), comment)
  }

  private func expectMaximal<Item: Hashable>(_ spans: [Span<Item>], _ comment: Comment) {
    for same in Dictionary(grouping: spans, by: \.item).values {
      let days = same.sorted { $0.start < $1.start }
      for (one, next) in zip(days, days.dropFirst()) { #expect(one.end < next.start, comment) }
      #expect(days.allSatisfy { $0.start < $0.end }, comment)
    }
  }

  private func expectLaws(
    _ tracker: FrontTracker, every step: Int = 1, _ comment: String
  ) throws {
    let timeline = try tracker.timeline()
    let settings = tracker.theatre.settings
    for number in stride(from: 0, to: settings.start.distance(to: settings.end), by: step) {
      let day = settings.start.advanced(by: number)
      let fresh = try tracker.snapshot(on: day)
      let comment: Comment = "\(comment), \(day)"
      expectSame(timeline.territories, fresh.territories, on: day, comment)
      expectSame(timeline.fronts, fresh.fronts, on: day, comment)
      expectSame(timeline.pockets, fresh.pockets, on: day, comment)
      expectSame(timeline.places, fresh.places, on: day, comment)
      expectSame(timeline.bands, fresh.bands, on: day, comment)
      expectSame(timeline.staleness, fresh.staleness, on: day, comment)
      for span in timeline.territories where span.contains(day) {
        let same = try #require(fresh.territories.first { $0 == span.item }, comment)
        #expect(same.places == span.item.places, comment)
        #expect(same.inferredShare.isClose(to: span.item.inferredShare, within: 1e-9), comment)
      }
      for span in timeline.pockets where span.contains(day) {
        let same = try #require(fresh.pockets.first { $0 == span.item }, comment)
        #expect(same.places == span.item.places, comment)
      }
    }
    expectMaximal(timeline.territories, "\(comment)")
    expectMaximal(timeline.fronts, "\(comment)")
    expectMaximal(timeline.pockets, "\(comment)")
    expectMaximal(timeline.places, "\(comment)")
    expectMaximal(timeline.bands, "\(comment)")
    expectMaximal(timeline.staleness, "\(comment)")
    #expect(timeline.territories.count > 10, "\(comment)")
  }

  @Test("on every day it is the map of that day, and no feature is broken", arguments: 1...7)
  func laws(seed: UInt64) throws {
    let small = theatre(
      seed: seed, barrier: seed.isMultiple(of: 2), cutOff: seed.isMultiple(of: 3))
    try expectLaws(try tracker(small), "seed \(seed)")
  }

  @Test("the same by kriging, where lines run inside cells", arguments: 1...2)
  func kriging(seed: UInt64) throws {
    let small = theatre(seed: seed, barrier: seed == 1, cutOff: seed == 2)
    try expectLaws(
      try FrontTracker(tracker(small).theatre, inference: .kriging), every: 4,
      "kriging, seed \(seed)")
  }

  @Test("the same where a report speaks for no more than the ground around it")
  func reach() throws {
    var small = theatre(seed: 3, barrier: true, cutOff: true)
    small.addSetting("\"reach_km\": 15")
    try expectLaws(try tracker(small), every: 3, "reach")
  }

  @Test(
    "the same where ground is presumed taken, and no longer is",
    arguments: [3, 7, 36, 42, 45, 53, 55, 59])
  func remnants(seed: UInt64) throws {
    var small = theatre(seed: seed, barrier: seed.isMultiple(of: 2), cutOff: seed.isMultiple(of: 3))
    small.openWest(to: "\"red\"")
    small.addSetting("\"remnant_days\": 1, \"remnant_grade\": \"A1\"")
    let tracker = try tracker(small)
    let end = tracker.theatre.settings.end
    #expect(tracker.remnants.contains { $0.end < end }, "seed \(seed)")
    try expectLaws(tracker, "remnants, seed \(seed)")
  }

  @Test("of two equally near reports the place listed first counts, on whichever day it came")
  func equallyNear() throws {
    var theatre = SmallTheatre()
    theatre.settings = theatre.settings.replacing("\"river.geojson\"", with: "")
    theatre.boundary = """
      {"type": "Polygon", "coordinates": [[[-1, 36], [1, 36], [1, 37], [-1, 37], [-1, 36]]]}
      """
    theatre.placeRows = [
      "east,East,,town,36.5,0.25,,,test,", "west,West,,town,36.5,-0.25,,,test,",
      "middle,Middle,,town,36.5,0,,,test,",
    ]
    for (first, second) in [("east", "west"), ("west", "east")] {
      theatre.reportRows = [
        "r1,2020-01-05,,\(first),red,control,paper,,3,",
        "r2,2020-01-15,,\(second),blue,control,paper,,3,",
      ]
      let tracker = try tracker(theatre)
      let middle = try #require(tracker.tessellation.sitePositions[SiteID(2)])
      let ways = try [SiteID(0), SiteID(1)].map {
        try #require(tracker.tessellation.sitePositions[$0]).distance(to: middle)
      }
      try #require(ways[0] == ways[1], "the test needs two equally near places")
      let state = try #require(tracker.snapshot(on: day("2020-01-20")).state(ofSite: SiteID(2)))
      #expect(state.inference?.site == SiteID(0))
      let last = try #require(
        tracker.timeline().places.last { $0.item.place == PlaceID(2) })
      #expect(last.item.cell == state, "\(first) first")
    }
  }

  @Test("two replays give the same numbers, and lifetimes end when the replay ends them")
  func numbers() throws {
    for seed in UInt64(1)...3 {
      let tracker = try tracker(theatre(seed: seed, barrier: true, cutOff: false))
      let (one, other) = (MapReplay(tracker.map), MapReplay(tracker.map))
      let lifetimes = try Lifetimes(tracker.map, .all)
      var ended: [Int: Day] = [:]
      var begun: Set<Int> = []
      while let delta = try one.advance() {
        #expect(try other.advance() == delta, "seed \(seed)")
        for number in delta[TerritoryLayer.self].ended { ended[number] = delta.day }
        begun.formUnion(delta[TerritoryLayer.self].begun)
      }
      #expect(try other.advance() == nil, "seed \(seed)")
      for number in begun {
        #expect(lifetimes[TerritoryLayer.self][number] == ended[number], "seed \(seed), \(number)")
      }
      #expect(begun.count == (begun.max() ?? 0) + 1, "seed \(seed)")
    }
  }
}
