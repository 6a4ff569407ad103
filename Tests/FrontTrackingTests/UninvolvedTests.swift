import FrontTracking
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import MapAnalysis

/// Words about parties that have nothing to do with a place. If one of these fails, a doubtful word about a
/// third side keeps a map fresh, or makes a rumour look confirmed.
@Suite("Words about sides that are not involved")
struct UninvolvedTests {
  private func theatre(sides: Int, _ rows: String...) -> SmallTheatre {
    var theatre = SmallTheatre()
    if sides > 2 { theatre.actors += "green,Green,green,#00cc00\n" }
    theatre.reportRows += rows
    return theatre
  }

  @Test("that a side which was never there has left says nothing where there are three")
  func neverThere() throws {
    let row = "r3,2020-01-05,,north-west,green,withdrew,paper,,2,"
    let tracker = try tracker(theatre(sides: 3, row))
    #expect(try tracker.verdicts(on: "north-west", "2020-01-06")["r3"] == .silent)
    let interval = try tracker.interval(of: "north-west", on: "2020-01-06")
    #expect(try interval.lastReport == day("2019-12-01"))
    // Where it fights or surrounds, its leaving ends that.
    for status in ["contested", "encircled"] {
      let involved = try TrackerTestSupport.tracker(
        theatre(sides: 3, "r2b,2020-01-03,,north-west,green,\(status),paper,,2,", row))
      #expect(try involved.verdicts(on: "north-west", "2020-01-06")["r3"] == .decided, "\(status)")
      #expect(try involved.state(of: "north-west", on: "2020-01-06") == "red", "\(status)")
    }
    // Of two sides the other has it.
    let two = try TrackerTestSupport.tracker(
      theatre(sides: 2, "r3,2020-01-05,,north-west,blue,withdrew,paper,,2,"))
    #expect(try two.verdicts(on: "north-west", "2020-01-06")["r3"] == .decided)
  }

  @Test("what another side gains is no loss of the favoured one where there are three")
  func interest() throws {
    for (sides, expected) in [(2, Interest.against), (3, Interest.none)] {
      let tracker = try tracker(
        theatre(sides: sides, "r3,2020-01-05,,north-west,blue,control,reds,,3,"))
      let report = tracker.theatre.reports[try tracker.report("r3")]
      #expect(tracker.theatre.interest(of: report) == expected, "\(sides) sides")
    }
    let boast = try tracker(
      theatre(sides: 3, "r3,2020-01-05,,north-west,red,control,reds,,3,"))
    let report = boast.theatre.reports[try boast.report("r3")]
    #expect(boast.theatre.interest(of: report) == .served)
  }

  @Test("a report of which the day is vague is true no later than it was reported")
  func reported() throws {
    let tracker = try tracker(
      theatre(sides: 2, "r3,2020-01-05/2020-01-20,2020-01-12,north-west,blue,control,paper,,3,"))
    #expect(try tracker.state(of: "north-west", on: "2020-01-11") == "red")
    #expect(try tracker.state(of: "north-west", on: "2020-01-12") == "blue")
    let report = tracker.theatre.reports[try tracker.report("r3")]
    #expect(report.date.text == "2020-01-05/2020-01-20")
    #expect(try report.date.possibleDays.latest == day("2020-01-12"))
  }

  @Test("a place without an earlier report may have been reached before its first takes effect")
  func prospect() throws {
    var small = theatre(sides: 2)
    small.reportRows = [
      "r1,2019-12-01,,north-west,red,control,paper,,3,",
      "r2,2020-01-10/2020-01-20,,south-west,blue,control,paper,,3,",
    ]
    let tracker = try tracker(small)
    let place = try tracker.place("south-west")
    for (text, expected) in [
      ("2020-01-09", "red"), ("2020-01-10", "red or blue"), ("2020-01-19", "red or blue"),
      ("2020-01-20", "blue"),
    ] {
      let snapshot = try tracker.snapshot(on: day(text))
      let cell = try #require(snapshot.places.first { $0.place == place }).cell
      let states = ([cell.state] + cell.alternatives).map { words($0, tracker.theatre) }
      #expect(states.joined(separator: " or ") == expected, "\(text)")
      let ranges = snapshot.areaRanges
      let blue = try #require(tracker.theatre.actors.firstIndex { $0.id == "blue" })
      let isOpen = (ranges[.held(blue)]?.high ?? 0) > (ranges[.held(blue)]?.best ?? 0)
      #expect(isOpen == expected.contains(" or "), "\(text)")
      #expect(snapshot.territories.contains(where: \.isDateUncertain) == isOpen, "\(text)")
    }
  }
}
