import FrontTracking
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

/// How old what the map rests on is. If one of these fails, ground of which nobody has spoken for a year
/// looks like yesterday's news.
@Suite("How old the last report of the ground is")
struct StalenessTests {
  @Test(
    "a class begins on the day after the last of the class before",
    arguments: [
      (0, StalenessClass.week), (7, .week), (8, .month), (30, .month), (31, .quarter),
      (90, .quarter), (91, .halfYear), (180, .halfYear), (181, .year), (365, .year),
      (366, .older), (100_000, .older),
    ])
  func classes(days: Int, age: StalenessClass) {
    #expect(StalenessClass(days: days) == age)
    #expect(age.days?.contains(days) == true)
  }

  @Test("the classes follow each other without a gap, and no report is the oldest of all")
  func order() {
    #expect(StalenessClass.allCases.sorted() == StalenessClass.allCases)
    let days = StalenessClass.allCases.compactMap(\.days)
    for (one, next) in zip(days, days.dropFirst()) {
      #expect(one.upperBound + 1 == next.lowerBound)
    }
    #expect(StalenessClass.none.days == nil)
  }

  /// A theatre of more than a year.
  private func long(_ small: SmallTheatre) -> SmallTheatre {
    var theatre = small
    theatre.settings = theatre.settings.replacing(
      "\"end\": \"2020-02-01\"", with: "\"end\": \"2021-03-01\"")
    return theatre
  }

  @Test("ground goes from class to class on the days between, until the next report")
  func turns() throws {
    var small = long(SmallTheatre())
    small.settings = small.settings.replacing("\"river.geojson\"", with: "")
    small.placeRows = ["only,Only,,town,36.5,43.5,,,test,"]
    small.reportRows = [
      "r1,2020-01-05,,only,red,control,paper,,3,", "r2,2021-02-10,,only,red,control,paper,,3,",
    ]
    let tracker = try tracker(small)
    let first = try day("2020-01-05")
    let spans = try tracker.timeline(of: [.staleness]).staleness
    #expect(
      spans.map(\.item.age) == [
        .none, .week, .month, .quarter, .halfYear, .year, .older, .week, .month,
      ])
    #expect(
      spans.map(\.start) == [
        try day("2020-01-01"), first, first.advanced(by: 8), first.advanced(by: 31),
        first.advanced(by: 91), first.advanced(by: 181), first.advanced(by: 366),
        try day("2021-02-10"), try day("2021-02-18"),
      ])
    #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.end == $1.start })
    #expect(spans.map(\.isOpenEnded) == [Bool](repeating: false, count: 8) + [true])
  }

  @Test("a report that changes nothing makes ground fresh, and so does an encirclement")
  func refreshed() throws {
    let tracker = try tracker(
      theatre(
        reports: "r3,2020-01-20,,north-west,red,control,paper,,3,",
        "r4,2020-01-20,,south-west,blue,encircled,paper,,3,"))
    let snapshot = try tracker.snapshot(on: day("2020-01-22"))
    let fresh = snapshot.staleness.filter { $0.age == .week }
    let half = tracker.tessellation.areaInSquareKilometers / 2
    #expect(fresh.count == 1)
    #expect(fresh[0].areaInSquareKilometers.isClose(to: half, relative: 1e-2))
  }

  private func expectLaws(_ tracker: FrontTracker, _ comment: String) throws {
    let spans = try tracker.timeline(of: [.staleness]).staleness
    let turns = MapLayers.staleness.days(of: tracker.map)
    let whole = tracker.tessellation.areaInSquareKilometers
    let days = Set(turns + turns.map(\.previous) + turns.map(\.next))
      .filter(tracker.theatre.contains).sorted()
    #expect(days.count > 20, "\(comment)")
    for day in days {
      let comment: Comment = "\(comment), \(day)"
      let snapshot = try tracker.snapshot(on: day, .staleness)
      let kept = spans.filter { $0.contains(day) }.map(\.item)
      #expect(Set(kept) == Set(snapshot.staleness), comment)
      #expect(kept.count == snapshot.staleness.count, comment)
      let areas = Dictionary(grouping: snapshot.staleness, by: \.age)
        .mapValues { $0.reduce(0) { $0 + $1.areaInSquareKilometers } }
      #expect(areas.values.reduce(0, +).isClose(to: whole, relative: 1e-6), comment)
      // The ages cell by cell, from what is known of each.
      var expected: [StalenessClass: Double] = [:]
      var measures = EdgeMeasures(snapshot.states.topology)
      for cell in snapshot.states.cells.indices {
        let interval = snapshot.states.state(ofCell: cell).interval
        let age = interval.map { StalenessClass(days: $0.lastReport.distance(to: day)) } ?? .none
        expected[age, default: 0] += measures.area(ofCells: [cell])
      }
      #expect(Set(expected.keys) == Set(areas.keys), comment)
      for (age, area) in expected {
        #expect(areas[age, default: 0].isClose(to: area, relative: 1e-9), comment)
      }
    }
    for same in Dictionary(grouping: spans, by: \.item).values {
      let sorted = same.sorted { $0.start < $1.start }
      for (one, next) in zip(sorted, sorted.dropFirst()) {
        #expect(one.end < next.start, "\(comment)")
      }
    }
  }

  @Test("on every day the pieces cover the theatre by the age of each cell", arguments: 1...3)
  func laws(seed: UInt64) throws {
    try expectLaws(
      try tracker(long(randomTheatre(seed: seed, sites: 12, reports: 14, barrier: seed == 1))),
      "seed \(seed)")
  }

  @Test("the same where a report speaks for the ground around it only, or lines are estimated")
  func redrawn() throws {
    var small = long(randomTheatre(seed: 7, sites: 10, reports: 8))
    try expectLaws(try FrontTracker(tracker(small).theatre, inference: .kriging), "kriging")
    small.addSetting("\"reach_km\": 15")
    try expectLaws(try tracker(small), "reach")
  }
}
