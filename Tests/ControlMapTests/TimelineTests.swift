import FrontTracking
import TestSupport
import Testing
import Theatre
import TrackerTestSupport

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

/// The days put together. If one of these fails, an animation flickers, or shows yesterday's ground.
@Suite("A timeline")
struct TimelineTests {
  @Test("what stays the same is one feature, from its first day up to the day it changes")
  func halfOpen() throws {
    let tracker = try tracker(
      theatre(
        reports: "r3,2020-01-10,,north-west,blue,control,paper,,3,",
        "r4,2020-01-20,,north-west,red,control,paper,,3,"))
    let timeline = try tracker.timeline()
    #expect(try timeline.days == ["2020-01-01", "2020-01-10", "2020-01-20"].map(day))
    let spans = timeline.places.filter { $0.item.place == (try? tracker.place("north-west")) }
    #expect(spans.map { "\($0.start)" } == ["2020-01-01", "2020-01-10", "2020-01-20"])
    #expect(spans.map { "\($0.end)" } == ["2020-01-10", "2020-01-20", "2020-02-01"])
    #expect(spans.map(\.isOpenEnded) == [false, false, true])
    let untouched = timeline.places.filter { $0.item.place == (try? tracker.place("south-east")) }
    #expect(untouched.count == 1)
  }

  @Test("on every day its features are those of the day's snapshot", arguments: 1...3)
  func agreesWithSnapshots(seed: Int) throws {
    let tracker = try tracker(randomTheatre(seed: UInt64(seed), sites: 25, reports: 50))
    let timeline = try tracker.timeline()
    for day in tracker.theatre.settings.start..<tracker.theatre.settings.end {
      let snapshot = try tracker.snapshot(on: day)
      #expect(
        Set(timeline.territories.filter { $0.contains(day) }.map(\.item))
          == Set(snapshot.territories), "seed \(seed), \(day)")
      #expect(
        Set(timeline.fronts.filter { $0.contains(day) }.map(\.item)) == Set(snapshot.fronts),
        "seed \(seed), \(day)")
      #expect(
        Set(timeline.pockets.filter { $0.contains(day) }.map(\.item)) == Set(snapshot.pockets),
        "seed \(seed), \(day)")
      #expect(
        timeline.places.filter { $0.contains(day) }.map(\.item.place).sorted()
          == snapshot.places.map(\.place), "seed \(seed), \(day)")
    }
  }

  @Test("a part alone is the same as among all parts")
  func parts() throws {
    let tracker = try tracker(randomTheatre(seed: 4, sites: 25, reports: 50))
    let all = try tracker.timeline()
    let site = try tracker.timeline(of: .territories)
    #expect(site.territories == all.territories && site.days == all.days)
    #expect(site.fronts.isEmpty && site.pockets.isEmpty && site.places.isEmpty)
    let lines = try tracker.timeline(of: [.fronts, .pockets, .places])
    #expect(lines.fronts == all.fronts && lines.pockets == all.pockets)
    #expect(lines.places == all.places && lines.territories.isEmpty)
    #expect(!all.fronts.isEmpty)
  }

  @Test("no feature begins before the map or ends after it, and none is empty", arguments: 1...3)
  func bounds(seed: Int) throws {
    let tracker = try tracker(randomTheatre(seed: UInt64(seed), sites: 25, reports: 50))
    let settings = tracker.theatre.settings
    for span in try tracker.timeline().territories {
      #expect(span.start < span.end, "seed \(seed)")
      #expect(settings.start <= span.start && span.end <= settings.end, "seed \(seed)")
      #expect(span.isOpenEnded == (span.end == settings.end), "seed \(seed)")
    }
  }

  @Test("a theatre without a report is one day of unknown ground")
  func nothing() throws {
    var theatre = SmallTheatre()
    theatre.reportRows = []
    let timeline = try tracker(theatre).timeline()
    #expect(timeline.days.count == 1)
    #expect(timeline.territories.map(\.item.state) == [.unknown])
    #expect(timeline.fronts.isEmpty && timeline.pockets.isEmpty)
  }

  @Test("progress goes up to the number of days")
  func progress() throws {
    let tracker = try tracker(theatre(reports: "r3,2020-01-10,,land,blue,control,paper,,3,"))
    var seen: [Int] = []
    _ = try tracker.timeline { done, all in seen += [done, all] }
    // On the second of the days nothing happens but that the older reports turn a quarter old.
    #expect(seen == [1, 3, 2, 3, 3, 3])
    seen = []
    _ = try tracker.timeline(of: .places) { done, all in seen += [done, all] }
    #expect(seen == [1, 2, 2, 2])
  }
}
