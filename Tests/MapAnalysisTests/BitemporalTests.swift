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

/// What was believed at the time and what is known now. If one of these fails, the record says that
/// somebody knew what was reported a month later, or hides that a map had to be corrected.
@Suite("What later reports changed")
struct HindsightTests {
  private func revisions(_ rows: String..., baseline: Bool = true) throws -> [String] {
    var theatre = SmallTheatre()
    if !baseline { theatre.reportRows = [] }
    theatre.reportRows += rows
    let tracker = try tracker(theatre)
    return try tracker.revisions().map { revision in
      let places = revision.sites.flatMap { tracker.sites.places[$0] }
        .map { tracker.theatre.places[$0].id }.joined(separator: "+")
      let states = [revision.before, revision.after].map { words($0, tracker.theatre) }
      let reports = revision.reports.map { tracker.theatre.reports[$0].id }.joined(separator: "+")
      return "\(revision.knownOn) \(places) \(revision.period.lowerBound)..<"
        + "\(revision.period.upperBound) \(states[0])→\(states[1]) \(reports)"
    }
  }

  @Test("a report that comes late changes what was believed of the days since its date")
  func late() throws {
    #expect(
      try revisions("r3,2020-01-05,2020-01-09,north-west,blue,control,paper,,3,") == [
        "2020-01-09 north-west 2020-01-05..<2020-01-09 red→blue r3"
      ])
  }

  @Test("a report that comes in time changes no past")
  func inTime() throws {
    #expect(try revisions("r3,2020-01-05,2020-01-05,north-west,blue,control,paper,,3,") == [])
  }

  @Test("late news that agrees with what was believed is no revision, nor is an encirclement")
  func agreeing() throws {
    #expect(
      try revisions(
        "r3,2020-01-05,2020-01-09,north-west,red,control,paper,,3,",
        "r4,2020-01-05,2020-01-09,south-west,blue,encircled,paper,,3,") == [])
  }

  @Test("that somebody is heard of for the first time is no revision")
  func firstNews() throws {
    #expect(
      try revisions(
        "r3,2020-01-05,2020-01-09,north-west,red,control,paper,,3,", baseline: false) == [])
  }

  @Test("a revision ends where what was believed comes to be the same")
  func partial() throws {
    #expect(
      try revisions(
        "r3,2020-01-08,2020-01-08,north-west,blue,control,paper,,3,",
        "r4,2020-01-05,2020-01-20,north-west,blue,control,paper,,3,") == [
          "2020-01-20 north-west 2020-01-05..<2020-01-08 red→blue r4"
        ])
  }

  @Test("a past before the map's first day is not revised")
  func beforeTheMap() throws {
    #expect(
      try revisions("r3,2019-12-15,2020-01-03,north-west,blue,control,paper,,3,") == [
        "2020-01-03 north-west 2020-01-01..<2020-01-03 red→blue r3"
      ])
    #expect(try revisions("r3,2019-12-15,2019-12-31,north-west,blue,control,paper,,3,") == [])
  }

  @Test("what one late report says of a whole region is one revision, of all its ground")
  func grouped() throws {
    let row = "r3,2020-01-05,2020-01-09,westland,blue,control,paper,,3,"
    #expect(
      try revisions(row) == [
        "2020-01-09 north-west+south-west 2020-01-05..<2020-01-09 red→blue r3"
      ])
    let tracker = try tracker(theatre(reports: row))
    let area = try #require(try tracker.revisions().first).areaInSquareKilometers
    #expect(
      area.isClose(to: tracker.tessellation.areaInSquareKilometers / 2, relative: 1e-6))
  }

  @Test("a correction is itself corrected, in the order of the news")
  func twice() throws {
    #expect(
      try revisions(
        "r3,2020-01-05,2020-01-09,north-west,blue,control,paper,,3,",
        "r4,2020-01-05,2020-01-15,north-west,red,control,paper,,2,") == [
          "2020-01-09 north-west 2020-01-05..<2020-01-09 red→blue r3",
          "2020-01-15 north-west 2020-01-05..<2020-01-15 blue→red r4",
        ])
  }

  /// A random theatre in which news travels for up to 15 days.
  private func slow(seed: UInt64) throws -> SmallTheatre {
    var theatre = randomTheatre(seed: seed, sites: 6, reports: 30)
    theatre.addSetting("\"remnant_days\": 36525")
    var random = SeededGenerator(seed: seed &+ 3)
    theatre.reportRows = try theatre.reportRows.map { row in
      let date = try #require(Day(String(row.split(separator: ",")[1])))
      let reported = date.advanced(by: Int.random(in: 0...15, using: &random))
      let first =
        Int.random(in: 0...3, using: &random) == 0 ? "\(date.advanced(by: -4))/\(date)" : "\(date)"
      return row.replacing("\(date),,", with: "\(first),\(reported),")
    }
    return theatre
  }

  @Test("each day has what was known on it and what is known now", arguments: 1...6)
  func hindsight(seed: UInt64) throws {
    let tracker = try tracker(slow(seed: seed))
    let settings = tracker.theatre.settings
    var isDifferent = false
    for site in tracker.sites.places.indices {
      let periods = tracker.bitemporalComparison(of: site)
      #expect(periods.first?.period.lowerBound == settings.start, "seed \(seed)")
      #expect(periods.last?.period.upperBound == settings.end, "seed \(seed)")
      for (one, next) in zip(periods, periods.dropFirst()) {
        #expect(one.period.upperBound == next.period.lowerBound, "seed \(seed)")
        #expect(one.then != next.then || one.now != next.now, "seed \(seed)")
      }
    }
    for number in 0..<settings.start.distance(to: settings.end) {
      let day = settings.start.advanced(by: number)
      let then = tracker.seen(from: Perspective(knownOn: day))
      for site in tracker.sites.places.indices {
        let comment: Comment = "seed \(seed), \(day), site \(site)"
        let period = try #require(
          tracker.bitemporalComparison(of: site).first { $0.period.contains(day) }, comment)
        #expect(period.now == tracker.history.interval(of: site, on: day), comment)
        #expect(period.then == then.history.interval(of: site, on: day), comment)
        if period.now?.state != period.then?.state { isDifferent = true }
      }
    }
    #expect(isDifferent, "seed \(seed)")
  }

  @Test(
    "a revision is the difference between the map of one day's knowledge and the next",
    arguments: 1...6)
  func law(seed: UInt64) throws {
    let tracker = try tracker(slow(seed: seed))
    let settings = tracker.theatre.settings
    let revisions = try tracker.revisions()
    #expect(!revisions.isEmpty, "seed \(seed)")
    var expected: [String] = []
    var last: FrontTracker?
    for knownOn in Set(tracker.theatre.reports.map(tracker.theatre.knownDay(of:))).sorted() {
      let before = last ?? tracker.seen(from: Perspective(knownOn: knownOn.previous))
      let after = tracker.seen(from: Perspective(knownOn: knownOn))
      last = after
      let end = min(knownOn, settings.end)
      guard settings.start < end else { continue }
      for site in tracker.sites.places.indices {
        for number in 0..<settings.start.distance(to: end) {
          let day = settings.start.advanced(by: number)
          let states = [before, after].map {
            $0.history.interval(of: site, on: day)?.state.inferred
          }
          guard let one = states[0], one.status != .unknown, one != states[1] else { continue }
          expected.append("\(knownOn) \(site) \(day)")
        }
      }
    }
    let found = revisions.flatMap { revision in
      revision.sites.flatMap { site in
        (0..<revision.period.lowerBound.distance(to: revision.period.upperBound)).map {
          "\(revision.knownOn) \(site) \(revision.period.lowerBound.advanced(by: $0))"
        }
      }
    }
    #expect(found.sorted() == expected.sorted(), "seed \(seed)")
    #expect(revisions.allSatisfy { !$0.reports.isEmpty }, "seed \(seed)")
  }
}
