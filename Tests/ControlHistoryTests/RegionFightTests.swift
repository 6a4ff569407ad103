import ControlHistory
import TestSupport
import Testing
import Theatre
import TypedIndices

/// Fighting that no report places. If one of these fails, a sentence about a whole bank paints each of its quarters, or a
/// reader is not told that there is fighting at all.
@Suite("Fighting somewhere in a region")
struct RegionFightTests {
  /// The fighting in regions as `westland red+blue 2020-01-05..2020-01-09 r3,r4`.
  private func fights(
    _ reports: String..., seenFrom perspective: Perspective = .plain
  ) throws -> [String] {
    var small = SmallTheatre()
    small.reportRows += reports
    let history = try history(small, seenFrom: perspective)
    let theatre = history.theatre
    return history.regionFights.map { fight in
      let actors = fight.actors.map { theatre.actors[$0].id }.joined(separator: "+")
      let reports = fight.reports.map { theatre.reports[$0].id }.joined(separator: ",")
      let end = fight.end.map { "\($0)" } ?? ""
      return "\(theatre.places[fight.region].id) \(actors) \(fight.start)..\(end) \(reports)"
    }
  }

  @Test(
    "it changes no place of the region, and the region is marked",
    arguments: ["contested", "entered"])
  func marks(status: String) throws {
    let history = try history(
      theatre(reports: "r3,2020-01-05,,westland,blue,\(status),paper,,1,"))
    for place in ["north-west", "south-west"] {
      #expect(try history.state(of: place, on: "2020-01-05") == "red")
    }
    #expect(
      try fights("r3,2020-01-05,,westland,blue,\(status),paper,,1,")
        == ["westland blue 2020-01-05.. r3"])
  }

  @Test("adding it leaves every interval of every site as it is", arguments: 1...20)
  func leavesSites(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let day = Int.random(in: 1...28, using: &random)
    let region = ["land", "westland"].randomElement(using: &random) ?? "land"
    let actor = ["red", "crimson", "blue"].randomElement(using: &random) ?? "red"
    let others = [
      "r3,2020-01-05,,north-west,blue,entered,paper,,3,",
      "r4,2020-01-12,,westland,blue,control,paper,,3,",
      "r5,2020-01-20,,south-west,red,control,poor,,2,",
    ]
    var with = SmallTheatre()
    with.reportRows +=
      others + ["r9,2020-01-\(day < 10 ? "0" : "")\(day),,\(region),\(actor),contested,paper,,1,"]
    var without = SmallTheatre()
    without.reportRows += others
    let (one, other) = (try history(with), try history(without))
    #expect(one.intervals == other.intervals, "seed \(seed)")
    #expect(!one.regionFights.isEmpty && other.regionFights.isEmpty)
  }

  @Test("more reports add who fights; each new set of reports begins a period of its own")
  func more() throws {
    #expect(
      try fights(
        "r3,2020-01-05,,westland,blue,contested,paper,,3,",
        "r4,2020-01-08,,westland,red,entered,poor,,3,")
        == ["westland blue 2020-01-05..2020-01-08 r3", "westland red+blue 2020-01-08.. r3,r4"])
  }

  @Test("control of the region or of one above it ends it; control of a place does not")
  func ends() throws {
    for region in ["westland", "land"] {
      #expect(
        try fights(
          "r3,2020-01-05,,westland,blue,contested,paper,,3,",
          "r4,2020-01-09,,\(region),blue,control,paper,,3,")
          == ["westland blue 2020-01-05..2020-01-09 r3"])
    }
    #expect(
      try fights(
        "r3,2020-01-05,,westland,blue,contested,paper,,3,",
        "r4,2020-01-09,,north-west,blue,control,paper,,3,")
        == ["westland blue 2020-01-05.. r3"])
  }

  @Test("who has left fights no longer, and the last to leave ends it")
  func leaves() throws {
    #expect(
      try fights(
        "r3,2020-01-05,,westland,blue,contested,paper,,3,",
        "r4,2020-01-05,,westland,red,contested,paper,,3,",
        "r5,2020-01-09,,westland,blue,withdrew,paper,,3,",
        "r6,2020-01-12,,land,red,withdrew,paper,,3,")
        == [
          "westland red+blue 2020-01-05..2020-01-09 r3,r4",
          "westland red 2020-01-09..2020-01-12 r4",
        ])
  }

  @Test("of one day the end needs a better grade than every report of fighting")
  func oneDay() throws {
    #expect(
      try fights(
        "r3,2020-01-05,,westland,blue,contested,paper,,3,",
        "r4,2020-01-05,,westland,blue,control,paper,,2,") == [])
    #expect(
      try fights(
        "r3,2020-01-05,,westland,blue,contested,paper,,3,",
        "r4,2020-01-05,,westland,blue,control,paper,,3,")
        == ["westland blue 2020-01-05.. r3"])
  }

  @Test("two independent sources confirm it; what is not known yet does not count")
  func perspectives() throws {
    let one = "r3,2020-01-05,2020-01-07,westland,blue,contested,paper,,3,"
    let other = "r4,2020-01-06,2020-01-06,westland,blue,contested,poor,,3,"
    #expect(try fights(one, seenFrom: Perspective(view: .confirmed)) == [])
    #expect(
      try fights(one, other, seenFrom: Perspective(view: .confirmed))
        == ["westland blue 2020-01-06.. r3,r4"])
    #expect(
      try fights(one, other, seenFrom: Perspective(knownOn: day("2020-01-06")))
        == ["westland blue 2020-01-06.. r4"])
  }
}
