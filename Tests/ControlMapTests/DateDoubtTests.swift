import FrontTracking
import TestSupport
import Testing
import Theatre
import TrackerTestSupport

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

/// What the map may be instead, because the day of a report is not known. If one of these fails, a month
/// looks like its last day, and a range of areas leaves out the true one.
@Suite("Where the day of a report is not known")
struct DateDoubtTests {
  /// The state of North West on a day with what it may be instead: `red`, `red or blue`.
  private func words(_ tracker: FrontTracker, _ text: String) throws -> String {
    let interval = try tracker.interval(of: "north-west", on: text)
    return ([interval.state] + interval.alternatives)
      .map { TrackerTestSupport.words($0, tracker.theatre) }.joined(separator: " or ")
  }

  /// North West, which red holds, from day to day: what changes on which.
  private func course(_ claims: String...) throws -> [String] {
    var small = SmallTheatre()
    small.reportRows += claims.enumerated().map { index, claim in
      let parts = claim.split(separator: " ")
      return "f\(index),\(parts[0]),,north-west,\(parts[1]),control,paper,,3,"
    }
    let tracker = try tracker(small)
    var course: [String] = []
    var last = ""
    for number in 1...31 {
      let day = number < 10 ? "0\(number)" : "\(number)"
      let now = try words(tracker, "2020-01-\(day)")
      if now != last { course.append("\(day) \(now)") }
      last = now
    }
    return course
  }

  @Test(
    "a report may be true from its first day on, and is from its last",
    arguments: [
      ("2020-01-10", ["01 red", "10 blue"]),
      ("2020-01", ["01 red or blue", "31 blue"]),
      ("2020-01-05/2020-01-10", ["01 red", "05 red or blue", "10 blue"]),
      ("2019-12-20/2020-01-10", ["01 red or blue", "10 blue"]),
      ("2020-01-25/2020-02-10", ["01 red", "25 red or blue"]),
      // A mark leaves a day more open on either side, and the map goes by what is written.
      ("2020-01-10~", ["01 red", "09 red or blue", "10 blue or red", "11 blue"]),
      ("2020-01-10?", ["01 red", "09 red or blue", "10 blue or red", "11 blue"]),
      ("2020-01-10%", ["01 red", "08 red or blue", "10 blue or red", "12 blue"]),
      (
        "2020-01-05~/2020-01-10", ["01 red", "04 red or blue", "10 blue"]
      ),
      // What has no end is true from its first day on.
      ("2020-01-10/..", ["01 red", "10 blue"]),
      ("2020-01-10~/..", ["01 red", "09 red or blue", "10 blue"]),
      // What has no beginning may be older than what red was last seen with.
      ("../2020-01-10", ["01 red or blue", "10 blue or red"]),
      ("2019-11/2020-01-10", ["01 red or blue", "10 blue or red"]),
      ("2020-01-XX", ["01 red or blue", "31 blue"]),
    ])
  func forms(date: String, expected: [String]) throws {
    #expect(try course("\(date) blue") == expected)
  }

  @Test("of two spans that overlap either may be the later, or both may lie on one day")
  func overlapping() throws {
    #expect(
      try course("2020-01-05/2020-01-15 blue", "2020-01-10/2020-01-20 crimson") == [
        "01 red", "05 red or blue", "10 red or blue or crimson", "15 blue or crimson or red<blue",
        "20 crimson or blue or red<blue",
      ])
  }

  @Test("spans that do not overlap come one after the other")
  func separate() throws {
    #expect(
      try course("2020-01-05/2020-01-10 blue", "2020-01-11/2020-01-20 crimson") == [
        "01 red", "05 red or blue", "10 blue", "11 blue or crimson", "20 crimson",
      ])
  }

  @Test("a known day inside a span may be before it, on it or after, until a later day settles it")
  func inside() throws {
    #expect(
      try course("2020-01-05/2020-01-15 blue", "2020-01-10 crimson") == [
        "01 red", "05 red or blue", "10 crimson or red<blue", "11 crimson or red<blue or blue",
        "15 blue or crimson or red<blue",
      ])
    #expect(
      try course("2020-01-05/2020-01-15 blue", "2020-01-10 crimson", "2020-01-20 red").suffix(2)
        == ["15 blue or crimson or red<blue", "20 red"])
  }

  @Test("that the same holds anyway is no doubt")
  func same() throws {
    #expect(try course("2020-01-05/2020-01-15 red") == ["01 red"])
  }

  @Test("territories are divided where the date of one part is not known")
  func territories() throws {
    let tracker = try tracker(
      theatre(reports: "r3,2020-01-05/2020-01-10,,north-west,blue,control,paper,,3,"))
    let counts = try ["2020-01-04", "2020-01-07", "2020-01-10"].map { text in
      let snapshot = try tracker.snapshot(on: day(text))
      return (snapshot.territories.count, snapshot.territories.filter(\.isDateUncertain).count)
    }
    #expect(counts.map(\.0) == [2, 3, 2])
    #expect(counts.map(\.1) == [0, 1, 0])
  }

  @Test(
    "where all days are known the least, the drawn and the greatest area are one", arguments: 1...3)
  func exact(seed: UInt64) throws {
    let tracker = try tracker(randomTheatre(seed: seed, sites: 12, reports: 40))
    for text in ["2020-01-12", "2020-01-20", "2020-01-31"] {
      let snapshot = try tracker.snapshot(on: day(text))
      for (state, range) in snapshot.areaRanges {
        #expect(range.low == range.best && range.best == range.high, "seed \(seed), \(state)")
      }
    }
  }

  @Test(
    "the drawn area lies between the least and the greatest, of many unknown days", arguments: 1...4
  )
  func ordered(seed: UInt64) throws {
    let tracker = try tracker(fuzzy(seed: seed, sites: 10, reports: 40))
    for text in ["2020-01-05", "2020-01-12", "2020-01-20", "2020-01-31"] {
      let snapshot = try tracker.snapshot(on: day(text))
      let whole = snapshot.territories.reduce(0) { $0 + $1.areaInSquareKilometers }
      let ranges = snapshot.areaRanges
      for (state, range) in ranges {
        #expect(range.low <= range.best && range.best <= range.high, "seed \(seed), \(state)")
        #expect(range.low >= 0 && range.high <= whole * (1 + 1e-9), "seed \(seed), \(state)")
      }
      let best = ranges.values.reduce(0) { $0 + $1.best }
      #expect(best.isClose(to: whole, relative: 1e-9), "seed \(seed)")
    }
  }

  /// A random theatre in which half of the days are spans.
  private func fuzzy(seed: UInt64, sites: Int, reports: Int) throws -> SmallTheatre {
    var theatre = randomTheatre(seed: seed, sites: sites, reports: reports)
    var random = SeededGenerator(seed: seed &+ 9)
    theatre.reportRows = try theatre.reportRows.map { row in
      let date = try #require(Day(String(row.split(separator: ",")[1])))
      guard Bool.random(using: &random) else { return row }
      let first = date.advanced(by: -Int.random(in: 1...8, using: &random))
      return row.replacing("\(date),", with: "\(first)/\(date),")
    }
    return theatre
  }

  /// A theatre with one report whose day is not known, and the days on which it may lie.
  private struct OneUnknown {
    var theatre = SmallTheatre()
    let span: ClosedRange<Int>
    let row: (String) -> String

    init(seed: UInt64, _ statuses: [String]) {
      var random = SeededGenerator(seed: seed)
      let first = Int.random(in: 4...20, using: &random)
      span = first...first + Int.random(in: 1...8, using: &random)
      func claim() -> String {
        let actor = ["red", "blue", "crimson"].randomElement(using: &random) ?? "red"
        return "\(actor),\(statuses.randomElement(using: &random) ?? "control"),paper,,3,"
      }
      let place = "north-west"
      theatre.reportRows += (0..<8).map { index in
        let day = Int.random(in: 2...29, using: &random)
        let spot = index < 6 ? place : "south-east"
        return "r\(10 + index),2020-01-\(day < 10 ? "0" : "")\(day),,\(spot),\(claim())"
      }
      let last = claim()
      row = { "unknown,\($0),,\(place),\(last)" }
    }

    func text(_ day: Int) -> String { "2020-01-\(day < 10 ? "0" : "")\(day)" }

    /// The theatre with a date for the report.
    func dated(_ date: String) -> SmallTheatre {
      var theatre = theatre
      theatre.reportRows.append(row(date))
      return theatre
    }
  }

  /// Draws every map that there may be, and expects the ranges to reach from the least to the greatest.
  private func expectEnumeration(seed: UInt64, _ statuses: [String]) throws {
    let theatre = OneUnknown(seed: seed, statuses)
    let (first, last) = (theatre.span.lowerBound, theatre.span.upperBound)
    let unknown = try tracker(
      theatre.dated("\(theatre.text(first))/\(theatre.text(last))"))
    let possible = try theatre.span.map { try tracker(theatre.dated(theatre.text($0))) }
    for number in 1...31 {
      let day = try day(theatre.text(number))
      let ranges = try unknown.snapshot(on: day, .territories).areaRanges
      let areas = try possible.map {
        try $0.snapshot(on: day, .territories).areaRanges.mapValues(\.best)
      }
      let states = Set(ranges.keys).union(areas.flatMap(\.keys))
      for state in states {
        let found = areas.map { $0[state] ?? 0 }
        let (low, high) = (ranges[state]?.low ?? 0, ranges[state]?.high ?? 0)
        let (least, most) = (try #require(found.min()), try #require(found.max()))
        let comment: Comment = "seed \(seed), \(day), \(state): \(low) to \(high) of \(found)"
        #expect(low.isClose(to: least, within: 1e-6), comment)
        #expect(high.isClose(to: most, within: 1e-6), comment)
      }
    }
  }

  @Test(
    "of one unknown day every possible one is drawn, and the ranges reach just as far",
    arguments: 1...12)
  func enumeration(seed: UInt64) throws {
    try expectEnumeration(seed: seed, ["control"])
  }

  @Test("the same whatever is reported", arguments: 1...25)
  func enumerationOfAll(seed: UInt64) throws {
    try expectEnumeration(
      seed: seed, ["control", "control", "contested", "entered", "withdrew", "encircled"])
  }
}
