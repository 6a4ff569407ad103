import FrontTracking
import GEOS
import PlanarSubdivision
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import MapAnalysis

/// The map as it could have been drawn on a day. If one of these fails, somebody is blamed for not
/// knowing what nobody had reported yet.
@Suite("A map of what was known on a day")
struct KnownOnTests {
  /// A random theatre in which news travels for up to 20 days.
  private func slow(seed: UInt64) throws -> SmallTheatre {
    var theatre = randomTheatre(seed: seed, sites: 12, reports: 40, barrier: seed.isMultiple(of: 2))
    theatre.reportRows = try delayed(theatre.reportRows, seed: seed)
    return theatre
  }

  private func delayed(_ rows: [String], seed: UInt64) throws -> [String] {
    var random = SeededGenerator(seed: seed &+ 77)
    return try rows.map { row in
      let date = try #require(Day(String(row.split(separator: ",")[1])))
      let reported = date.advanced(by: Int.random(in: 0...20, using: &random))
      return row.replacing("\(date),,", with: "\(date),\(reported),")
    }
  }

  private func expectSame(_ one: FrontTracker, _ other: FrontTracker, _ comment: Comment) throws {
    let (one, other) = (try one.timeline(), try other.timeline())
    #expect(one.territories == other.territories, comment)
    #expect(
      one.territories.map(\.item.confidence) == other.territories.map(\.item.confidence), comment)
    #expect(one.fronts == other.fronts, comment)
    #expect(one.pockets == other.pockets, comment)
    #expect(one.places == other.places, comment)
    #expect(one.staleness == other.staleness, comment)
  }

  @Test("once the last report is known it is the plain map", arguments: 1...5)
  func last(seed: UInt64) throws {
    let plain = try tracker(slow(seed: seed))
    let last = try #require(plain.theatre.reports.map(plain.theatre.knownDay(of:)).max())
    try expectSame(plain, plain.seen(from: Perspective(knownOn: last)), "seed \(seed)")
    // The day before something is missing, though it need not be seen on the map.
    let before = Perspective(knownOn: last.previous)
    #expect(!plain.theatre.reports.indices.allSatisfy { before.sees($0, of: plain.theatre) })
  }

  @Test("what is learned later changes no map of what was known before", arguments: 1...5)
  func later(seed: UInt64) throws {
    var theatre = try slow(seed: seed)
    let knownOn = try day("2020-01-22")
    let small = try tracker(theatre, seenFrom: Perspective(knownOn: knownOn))
    let more = randomTheatre(seed: seed &+ 500, sites: 12, reports: 30).reportRows
      .map { $0.replacing("r", with: "late", maxReplacements: 1) }
    theatre.reportRows += more.map { row in
      let date = String(row.split(separator: ",")[1])
      return row.replacing("\(date),,", with: "\(date),\(max(date, "2020-01-23")),")
    }
    let large = try tracker(theatre, seenFrom: Perspective(knownOn: knownOn))
    try expectSame(small, large, "seed \(seed)")
    #expect(
      large.history.intervals != large.seen(from: .plain).history.intervals, "seed \(seed)")
  }

  @Test("the same as a theatre whose table ends there", arguments: 1...5)
  func shorter(seed: UInt64) throws {
    var theatre = try slow(seed: seed)
    let whole = try tracker(theatre)
    let knownOn = try day("2020-01-24")
    let rows = theatre.reportRows
    theatre.reportRows = zip(rows, whole.theatre.reports).filter {
      whole.theatre.knownDay(of: $0.1) <= knownOn
    }.map(\.0)
    try #require(theatre.reportRows.count < rows.count)
    let part = try tracker(theatre)
    let known = whole.seen(from: Perspective(knownOn: knownOn))
    for text in ["2020-01-15", "2020-01-24", "2020-01-31"] {
      let maps = try [part, known].map { try $0.snapshot(on: day(text)) }
      #expect(
        maps[0].places.map(\.cell.state) == maps[1].places.map(\.cell.state),
        "seed \(seed), \(text)")
      #expect(
        maps[0].territories.map(\.outline.shape) == maps[1].territories.map(\.outline.shape),
        "seed \(seed), \(text)")
      #expect(maps[0].fronts.map(\.line) == maps[1].fronts.map(\.line), "seed \(seed), \(text)")
    }
  }

  @Test("a report is seen from the day on which it was reported, or else its source was published")
  func firstDay() throws {
    var theatre = theatre(
      reports: "r3,2020-01-05,2020-01-09,north-west,blue,control,paper,,3,",
      "r4,2020-01-05,,south-west,blue,control,weekly,,3,",
      "r5,2020-01-20,,north-east,red,control,weekly,,3,")
    theatre.sources += "weekly,A weekly,,2020-01-12,B,,none,\n"
    let plain = try tracker(theatre)
    for (place, first, before, after) in [
      ("north-west", "2020-01-09", "red", "blue"), ("south-west", "2020-01-12", "red", "blue"),
      ("north-east", "2020-01-20", "blue", "red"),
    ] {
      let first = try day(first)
      let unknown = plain.seen(from: Perspective(knownOn: first.previous))
      #expect(try unknown.state(of: place, on: "2020-01-25") == before)
      let known = plain.seen(from: Perspective(knownOn: first))
      #expect(try known.state(of: place, on: "2020-01-25") == after)
    }
    // It is true from its date on, not from the day on which it became known.
    let known = plain.seen(from: Perspective(knownOn: try day("2020-01-09")))
    #expect(try known.state(of: "north-west", on: "2020-01-05") == "blue")
    #expect(try known.state(of: "north-west", on: "2020-01-04") == "red")
  }

  @Test("before anything is known the map is whole, and nobody holds any of it")
  func nothing() throws {
    let plain = try tracker(randomTheatre(seed: 2, sites: 20, reports: 30))
    let tracker = plain.seen(from: Perspective(knownOn: try day("1900-01-01")))
    for text in ["2020-01-01", "2020-01-31"] {
      let snapshot = try tracker.snapshot(on: day(text))
      #expect(snapshot.areas.held.isEmpty && snapshot.areas.contested == 0)
      #expect(
        snapshot.areas.unknown.isClose(
          to: tracker.tessellation.areaInSquareKilometers, relative: 1e-9))
      #expect(snapshot.fronts.isEmpty && snapshot.pockets.isEmpty)
      #expect(snapshot.places.count == 20)
      #expect(snapshot.places.allSatisfy { $0.cell.state == .unknown && $0.cell.interval == nil })
      #expect(snapshot.territories.allSatisfy { $0.confidence == nil && $0.reports.isEmpty })
      #expect(snapshot.staleness.map(\.age) == [.none])
      #expect(try snapshot.territories.allSatisfy { try $0.shape.invalidity() == nil })
    }
    #expect(tracker.days == [try day("2020-01-01")])
    #expect(try tracker.timeline().territories.count == 1)
    #expect(try tracker.decidingReports.isEmpty && tracker.revisions().isEmpty)
    #expect(try tracker.conflicts().isEmpty)
  }

  @Test("what is taken away and put back leaves no trace", arguments: 1...4)
  func putBack(seed: UInt64) throws {
    let plain = try tracker(slow(seed: seed))
    var random = SeededGenerator(seed: seed)
    let gone = Set(plain.theatre.reports.indices.filter { _ in Bool.random(using: &random) })
    let without = plain.seen(from: Perspective(withheld: gone))
    #expect(without.history.intervals != plain.history.intervals, "seed \(seed)")
    try expectSame(plain, without.seen(from: .plain), "seed \(seed)")
    // Without them it is the map of a theatre that never had them.
    var theatre = try slow(seed: seed)
    theatre.reportRows = theatre.reportRows.indices.filter { !gone.contains(ReportID($0)) }
      .map { theatre.reportRows[$0] }
    let never = try tracker(theatre)
    let maps = try [without, never].map { try $0.snapshot(on: day("2020-01-28")) }
    #expect(maps[0].places.map(\.cell.state) == maps[1].places.map(\.cell.state), "seed \(seed)")
    #expect(maps[0].fronts.map(\.line) == maps[1].fronts.map(\.line), "seed \(seed)")
  }

  @Test("a report that decides flips its place when it is taken away, one that is agreed to none")
  func withdrawal() throws {
    let tracker = try tracker(
      theatre(
        reports: "r3,2020-01-05,,north-west,blue,control,paper,,3,",
        "r4,2020-01-05,,south-west,blue,control,paper,,3,",
        "r5,2020-01-05,,south-west,blue,control,poor,,4,"))
    let deciding = try tracker.withdrawal(of: [tracker.report("r3")], on: day("2020-01-06"))
    #expect(deciding.comparison.changes.map(\.place) == [try tracker.place("north-west")])
    let change = try #require(deciding.comparison.changes.first)
    #expect(words(change.before, tracker.theatre) == "blue")
    #expect(words(change.after, tracker.theatre) == "red")
    let blue = try #require(deciding.comparison.balances.first { $0.side == "blue" })
    #expect(blue.lostInSquareKilometers > 2_000 && blue.wonInSquareKilometers == 0)
    #expect(deciding.frontInKilometers != deciding.frontWithoutInKilometers)
    #expect(deciding.reports == [try tracker.report("r3")])

    for one in ["r4", "r5"] {
      let agreed = try tracker.withdrawal(of: [tracker.report(one)], on: day("2020-01-06"))
      #expect(agreed.comparison.changes.isEmpty)
      #expect(agreed.frontInKilometers == agreed.frontWithoutInKilometers)
    }
    let both = try tracker.withdrawal(
      of: [tracker.report("r4"), tracker.report("r5")], on: day("2020-01-06"))
    #expect(both.comparison.changes.map(\.place) == [try tracker.place("south-west")])
    // Before it took effect nothing hangs on it.
    let early = try tracker.withdrawal(of: [tracker.report("r3")], on: day("2020-01-04"))
    #expect(early.comparison.changes.isEmpty)
  }
}
