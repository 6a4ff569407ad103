import FrontTracking
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import MapAnalysis

/// Whose word a map is drawn from. If one of these fails, a side's boast stands on the map as if
/// somebody else had seen it.
@Suite("Whose word a map is drawn from")
struct ViewTests {
  /// The small theatre with two papers of one publisher and a bulletin of each side.
  private func theatre(_ rows: String...) -> SmallTheatre {
    var theatre = SmallTheatre()
    theatre.sources = """
      id,title,publisher,published,reliability,favours,licence,note
      paper,A paper,Paper,2020-01-01,B,,none,
      late,The paper in the evening,Paper (late),2020-01-01,B,,none,
      wire,A wire,Wire,2020-01-01,C,,none,
      reds,The red bulletin,Reds,2020-01-01,B,red,none,
      blues,The blue bulletin,Blues,2020-01-01,E,blue,none,

      """
    theatre.reportRows += rows
    return theatre
  }

  @Test("the word of a side is that of the sources that favour it, and of no other")
  func claimed() throws {
    let plain = try tracker(
      theatre(
        "r3,2020-01-05,,north-west,blue,control,blues,,3,",
        "r4,2020-01-05,,north-west,red,control,paper,,1,",
        "r5,2020-01-05,,south-west,red,control,reds,,3,",
        "r6,2020-01-06,,south-west,blue,control,wire,,1,",
        "r7,2020-01-07,,north-east,red,withdrew,reds,,3,"))
    let blue = plain.seen(from: Perspective(view: .claimed(side: "blue")))
    #expect(try blue.shown("north-west", on: "2020-01-08") == "blue")
    #expect(try blue.state(of: "south-west", on: "2020-01-08") == "-")
    // What it does not say is inferred from what it does.
    #expect(try blue.shown("south-west", on: "2020-01-08") == "blue")
    #expect(try blue.shown("north-east", on: "2020-01-08") == "?")
    let red = plain.seen(from: Perspective(view: .claimed(side: "red")))
    #expect(try red.state(of: "north-west", on: "2020-01-08") == "-")
    #expect(try red.shown("south-west", on: "2020-01-08") == "red")
    #expect(try red.shown("north-east", on: "2020-01-08") == "?")
    for (tracker, side) in [(blue, "blue"), (red, "red")] {
      for index in tracker.decidingReports {
        let source = tracker.theatre.sources[tracker.theatre.reports[index].source]
        #expect(source.favours == side)
      }
    }
  }

  @Test("of a side that no source favours nothing is known")
  func silent() throws {
    let tracker = try tracker(SmallTheatre(), seenFrom: Perspective(view: .claimed(side: "blue")))
    let snapshot = try tracker.snapshot(on: day("2020-01-10"))
    #expect(snapshot.places.allSatisfy { $0.cell.state == .unknown })
  }

  @Test("confirmed is what two independent publishers say, and the rest is unknown")
  func confirmed() throws {
    let plain = try tracker(
      theatre(
        // Two publishers, then two papers of one, then one alone.
        "r3,2020-01-05,,north-west,blue,control,wire,,3,",
        "r4,2020-01-05,,north-west,blue,control,paper,,3,",
        "r5,2020-01-05,,south-west,blue,control,paper,,1,",
        "r6,2020-01-05,,south-west,blue,control,late,,1,",
        "r7,2020-01-05,,north-east,red,control,wire,,1,"))
    let tracker = plain.seen(from: Perspective(view: .confirmed))
    #expect(try tracker.shown("north-west", on: "2020-01-05") == "blue")
    #expect(try tracker.shown("south-west", on: "2020-01-05") == "?")
    #expect(try tracker.shown("north-east", on: "2020-01-05") == "?")
    // One paper says who holds the rest.
    #expect(try tracker.shown("north-west", on: "2020-01-04") == "?")
    #expect(try tracker.shown("south-east", on: "2020-01-05") == "?")
    let areas = try tracker.snapshot(on: day("2020-01-05")).areas
    #expect(areas.held.count == 1 && areas.unknown > 7_000)
  }

  @Test("a second source makes a state confirmed from its own day on")
  func secondSource() throws {
    let tracker = try tracker(
      theatre(
        "r3,2020-01-05,,north-west,blue,control,wire,,3,",
        "r4,2020-01-09,,north-west,blue,control,paper,,3,",
        "r5,2020-01-12,,north-west,red,control,wire,,3,"),
      seenFrom: Perspective(view: .confirmed))
    #expect(try tracker.shown("north-west", on: "2020-01-08") == "?")
    #expect(try tracker.shown("north-west", on: "2020-01-09") == "blue")
    #expect(try tracker.shown("north-west", on: "2020-01-12") == "?")
  }

  @Test("a confirmed map infers nothing")
  func noInference() throws {
    var small = theatre(
      "r3,2020-01-05,,north-west,red,control,wire,,3,",
      "r4,2020-01-05,,north-west,red,control,paper,,3,")
    small.reportRows.removeFirst(2)
    for setting in ["\"x\": 1", "\"reach_km\": 60"] {
      var small = small
      small.addSetting(setting)
      try expectNothingInferred(small)
    }
  }

  private func expectNothingInferred(_ small: SmallTheatre) throws {
    let plain = try tracker(small)
    #expect(try plain.shown("south-west", on: "2020-01-10") == "red")
    let tracker = plain.seen(from: Perspective(view: .confirmed))
    #expect(try tracker.shown("south-west", on: "2020-01-10") == "?")
    let snapshot = try tracker.snapshot(on: day("2020-01-10"))
    #expect(snapshot.places.allSatisfy { $0.cell.inference == nil })
  }

  @Test("what one source says is not even a doubt about what two confirm")
  func noDoubtByOne() throws {
    let tracker = try tracker(
      theatre(
        "r3,2020-01-05,,north-west,red,control,wire,,3,",
        "r4,2020-01-05,,north-west,red,control,paper,,3,",
        "r5,2020-01-10/2020-01-20,,north-west,blue,control,wire,,3,"),
      seenFrom: Perspective(view: .confirmed))
    // That it may have fallen is the word of one: whether anybody holds it is not confirmed then.
    let doubtful = try tracker.interval(of: "north-west", on: "2020-01-15")
    #expect(words(doubtful.state, tracker.theatre) == "red")
    #expect(doubtful.alternatives.map { words($0, tracker.theatre) } == ["?"])
    let after = try tracker.interval(of: "north-west", on: "2020-01-20")
    #expect(after.state == .unknown && after.alternatives.isEmpty)
    let ranges = try tracker.snapshot(on: day("2020-01-15")).areaRanges
    let blue = try #require(tracker.theatre.actors.firstIndex { $0.id == "blue" })
    #expect(ranges[.held(blue)] == nil)
  }

  @Test("where nothing is presumed the assessed map is the reported one", arguments: 1...3)
  func assessed(seed: UInt64) throws {
    var small = randomTheatre(seed: seed, sites: 15, reports: 40)
    small.addSetting("\"remnant_days\": 36525")
    let tracker = try tracker(small)
    let reported = ControlHistory(tracker.theatre, sites: tracker.sites)
    #expect(tracker.remnants.isEmpty, "seed \(seed)")
    #expect(tracker.history.intervals == reported.intervals, "seed \(seed)")
  }

  @Test("a view has the name by which it is typed")
  func names() {
    #expect(
      [MapView.assessed, .confirmed, .claimed(side: "is")].map(\.name) == [
        "assessed", "confirmed", "claimed:is",
      ])
  }
}
