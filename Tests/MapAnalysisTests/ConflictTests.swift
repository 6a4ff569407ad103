import FrontTracking
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import MapAnalysis
@testable import PlanarSubdivision

/// Where reports of one day contradict each other. If one of these fails, somebody reviews a quarrel on
/// which nothing hangs before the one that moves a town.
@Suite("Reports that contradict each other")
struct ConflictTests {
  /// A conflict in words: day, places, who decided, who was beaten and why, and what it would be else.
  private func words(_ conflict: Conflict, _ tracker: FrontTracker) -> String {
    let theatre = tracker.theatre
    let places = conflict.sites.flatMap { tracker.sites.places[$0] }
      .map { theatre.places[$0].id }.joined(separator: "+")
    let decided = conflict.decidedBy.map { theatre.reports[$0].id }.joined(separator: "+")
    let beaten = conflict.beaten.map { "\(theatre.reports[$0.report].id) \($0.verdict.rawValue)" }
      .joined(separator: ", ")
    let states = [conflict.state, conflict.alternative]
      .map { TrackerTestSupport.words($0, theatre) }
    return
      "\(conflict.day) \(places): \(decided) before \(beaten); \(states[0]), else \(states[1]), "
      + "\(conflict.dayCount) days"
  }

  private func conflicts(_ rows: String...) throws -> [String] {
    var theatre = SmallTheatre()
    theatre.reportRows += rows
    let tracker = try tracker(theatre)
    return try tracker.conflicts().map { words($0, tracker) }
  }

  @Test("a weaker grade that says otherwise, until a later report settles it")
  func weaker() throws {
    #expect(
      try conflicts(
        "r3,2020-01-05,,north-west,blue,control,paper,,2,",
        "r4,2020-01-05,,north-west,red,control,paper,,3,",
        "r5,2020-01-10,,north-west,red,control,paper,,3,") == [
          "2020-01-05 north-west: r3 before r4 weaker_grade; blue, else red, 5 days"
        ])
  }

  @Test("a report on the region that says otherwise")
  func lessSpecific() throws {
    #expect(
      try conflicts(
        "r3,2020-01-05,,westland,blue,control,paper,,1,",
        "r4,2020-01-05,,north-west,red,control,poor,,5,") == [
          "2020-01-05 north-west: r4 before r3 less_specific; red, else blue, 27 days"
        ])
  }

  @Test("equals that contradict each other: what if the first were not there")
  func dispute() throws {
    #expect(
      try conflicts(
        "r3,2020-01-05,,north-west,blue,control,paper,,3,",
        "r4,2020-01-05,,north-west,red,control,paper,,3,") == [
          "2020-01-05 north-west: r3+r4 before r4 disputed; red<blue, else red, 27 days"
        ])
  }

  @Test("a dispute in which the first has somebody beside it is one between two sides all the same")
  func disputeOfThree() throws {
    #expect(
      try conflicts(
        "r3,2020-01-05,,north-west,blue,control,paper,,3,",
        "r4,2020-01-05,,north-west,red,control,paper,,3,",
        "r5,2020-01-05,,north-west,blue,control,paper,,3,") == [
          "2020-01-05 north-west: r3+r4+r5 before r4 disputed; red<blue, else red, 27 days"
        ])
  }

  @Test("who agrees with the report that decides goes with it")
  func agreeing() throws {
    #expect(
      try conflicts(
        "r3,2020-01-05,,north-west,blue,control,paper,,2,",
        "r4,2020-01-05,,north-west,blue,control,poor,,4,",
        "r5,2020-01-05,,north-west,red,control,poor,,3,") == [
          "2020-01-05 north-west: r3 before r5 weaker_grade; blue, else red, 27 days"
        ])
  }

  @Test("nothing is a conflict that may be true as well, or on which nothing hangs")
  func none() throws {
    #expect(
      try conflicts(
        "r3,2020-01-05,,north-west,blue,control,paper,,2,",
        "r4,2020-01-05,,north-west,red,withdrew,paper,,3,",
        "r5,2020-01-05,,south-west,blue,encircled,paper,,3,",
        "r6,2020-01-05,,south-west,red,control,paper,,3,",
        "r7,2020-01-06,,north-east,blue,control,paper,,3,",
        "r8,2020-01-07,,north-east,red,control,paper,,3,",
        "r9,2020-01-08,,south-east,red,control,paper,,3,",
        "s1,2020-01-08,,south-east,crimson,control,paper,,4,") == [])
  }

  @Test("one contradiction on several places is one conflict")
  func grouped() throws {
    #expect(
      try conflicts(
        "r3,2020-01-05,,westland,blue,control,paper,,2,",
        "r4,2020-01-05,,westland,red,control,paper,,3,") == [
          "2020-01-05 north-west+south-west: r3 before r4 weaker_grade; blue, else red, 27 days"
        ])
  }

  @Test("one older than the map counts for the days of the map")
  func beforeTheMap() throws {
    #expect(
      try conflicts(
        "r3,2019-12-20,,north-west,blue,control,paper,,2,",
        "r4,2019-12-20,,north-west,red,control,paper,,3,",
        "r5,2020-01-04,,north-west,red,control,paper,,3,") == [
          "2019-12-20 north-west: r3 before r4 weaker_grade; blue, else red, 3 days"
        ])
    #expect(
      try conflicts(
        "r3,2019-12-20,,north-west,blue,control,paper,,2,",
        "r4,2019-12-20,,north-west,red,control,paper,,3,",
        "r5,2019-12-25,,north-west,red,control,paper,,3,") == [])
  }

  @Test("the most hangs on the first", arguments: 1...6)
  func law(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var small = randomTheatre(seed: seed, sites: 8, reports: 0)
    let rows = (0..<70).map { index in
      let day = Int.random(in: 10...24, using: &random)
      let place = Int.random(in: 0..<8, using: &random)
      let actor = ["red", "blue"].randomElement(using: &random) ?? "red"
      let grade = Int.random(in: 1...5, using: &random)
      return "r\(index),2020-01-\(day),,p\(place),\(actor),control,paper,,\(grade),"
    }
    // One of a grade at most, so that nothing is disputed.
    var seen: Set<String> = []
    small.reportRows = rows.filter { row in
      let parts = row.split(separator: ",", omittingEmptySubsequences: false)
      return seen.insert("\(parts[1]) \(parts[3]) \(parts[8])").inserted
    }
    let tracker = try tracker(small)
    let conflicts = try tracker.conflicts()
    #expect(conflicts.count > 2, "seed \(seed)")
    #expect(
      zip(conflicts, conflicts.dropFirst()).allSatisfy { $0.weight >= $1.weight }, "seed \(seed)")
    let settings = tracker.theatre.settings
    for conflict in conflicts {
      let comment: Comment = "seed \(seed), \(words(conflict, tracker))"
      try #require(conflict.sites.count == 1 && conflict.decidedBy.count == 1, comment)
      let site = conflict.sites[0]
      // The table without the reports that say what decided.
      let holder = tracker.theatre.reports[conflict.decidedBy[0]].actor
      let gone = Set(
        tracker.theatre.reports.indices.filter { index in
          let report = tracker.theatre.reports[index]
          return report.actor == holder && report.date.effectiveDay == conflict.day
            && tracker.sites.site(ofPlace: report.place) == site
        })
      let other = tracker.seen(from: Perspective(withheld: gone))
      var days = 0
      for number in 0..<conflict.day.distance(to: settings.end) {
        let day = conflict.day.advanced(by: number)
        let states = [tracker, other].map { $0.history.interval(of: site, on: day)?.state }
        guard states[0] != states[1] else { break }
        days += 1
      }
      #expect(conflict.dayCount == days, comment)
      let snapshot = try tracker.snapshot(on: conflict.day, .places)
      let cells = snapshot.states.cells.indices.filter {
        snapshot.states.source(ofCell: $0) == site
      }
      let area = tracker.tessellation.area(of: cells)
      #expect(conflict.areaInSquareKilometers.isClose(to: area, relative: 1e-9), comment)
      #expect(conflict.weight.isClose(to: area * Double(days), relative: 1e-9), comment)
    }
  }
}
