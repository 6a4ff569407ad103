import Diagnostics
import Foundation
import FrontTracking
import GeoJSON
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

/// Ground that nobody has reported taken though everything around it was. If one of these fails, the map
/// invents a conquest, or shows a village that nobody defends as besieged for months.
@Suite("Ground that is presumed taken")
struct RemnantTests {
  /// Five towns in a row, held by red on rumours; from the fifth on blue takes all but the middle one.
  /// The western edge is open to both, the eastern to blue.
  private func row(_ rows: String..., taken: Set<Int> = [0, 1, 3, 4]) -> SmallTheatre {
    var theatre = SmallTheatre()
    theatre.settings = theatre.settings.replacing("\"river.geojson\"", with: "")
    theatre.placeRows = (0..<5).map { "t\($0),Town \($0),,town,36.5,43.\($0 * 2 + 1),,,test," }
    theatre.reportRows = (0..<5).map { "r\($0),2019-12-01,,t\($0),red,control,poor,,3," }
    theatre.reportRows += taken.sorted().map { "b\($0),2020-01-05,,t\($0),blue,control,paper,,3," }
    theatre.reportRows += rows
    theatre.settings = theatre.settings.replacing(
      "\"exits\": null", with: "\"exits\": \"exits.geojson\"")
    theatre.exits = """
      {"type": "FeatureCollection", "features": [
      {"type": "Feature", "id": "west", "properties": {"sides": ["red", "blue"]},
       "geometry": {"type": "LineString", "coordinates": [[43, 36], [43, 37]]}},
      {"type": "Feature", "id": "east", "properties": {"sides": ["blue"]},
       "geometry": {"type": "LineString", "coordinates": [[44, 36], [44, 37]]}}]}
      """
    return theatre
  }

  /// The days on which the state of a town changes, each with the new one.
  private func course(_ theatre: SmallTheatre, of town: String = "t2") throws -> [String] {
    let tracker = try tracker(theatre)
    var course: [String] = []
    var last = ""
    for number in 1...31 {
      let text = "2020-01-\(number < 10 ? "0" : "")\(number)"
      let now = try tracker.shown(town, on: text)
      if now != last { course.append("\(number) \(now)") }
      last = now
    }
    return course
  }

  @Test("a village on rumours is presumed taken two weeks after it was surrounded, no day before")
  func presumed() throws {
    #expect(try course(row()) == ["1 red", "19 blue presumed"])
    let remnant = try #require(try tracker(row()).remnants.first)
    #expect(try remnant.surrounded == day("2020-01-05"))
    #expect(try remnant.start == day("2020-01-19"))
    #expect(try remnant.end == day("2020-02-01"))
    #expect(remnant.places == [PlaceID(2)])
  }

  @Test(
    "it counts from the day on which the ring closed, whatever was taken before or fell out of it")
  func lastGap() throws {
    let closed = row("b1,2020-01-12,,t1,blue,control,paper,,3,", taken: [3, 4])
    #expect(try course(closed) == ["1 red", "26 blue presumed"])
    // Surrounded together with its neighbour, which is then taken by word and deed.
    let shrunk = row("b3,2020-01-12,,t3,blue,control,paper,,3,", taken: [0, 1, 4])
    #expect(try course(shrunk) == ["1 red", "19 blue presumed"])
  }

  @Test("after how many days is the theatre's to say", arguments: [(0, 5), (1, 6), (20, 25)])
  func days(count: Int, first: Int) throws {
    var theatre = row()
    theatre.addSetting("\"remnant_days\": \(count)")
    #expect(try course(theatre) == ["1 red", "\(first) blue presumed"])
  }

  @Test("a period as long as the map presumes nothing")
  func never() throws {
    var theatre = row()
    theatre.addSetting("\"remnant_days\": 36525")
    #expect(try course(theatre) == ["1 red"])
  }

  @Test("a report after it was surrounded that it stands keeps it standing")
  func stands() throws {
    #expect(try course(row("n,2020-01-10,,t2,red,control,poor,,5,")) == ["1 red"])
  }

  @Test("that it is encircled says that it stands")
  func encircled() throws {
    #expect(
      try course(row("n,2020-01-10,,t2,blue,encircled,poor,,5,")) == ["1 red", "10 red@blue"])
  }

  @Test("that it was taken later says that it stood until then")
  func takenLater() throws {
    #expect(try course(row("n,2020-01-28,,t2,blue,control,poor,,5,")) == ["1 red", "28 blue"])
    #expect(
      try course(row("n,2020-01-28,,t2,blue,entered,poor,,5,")) == ["1 red", "28 red<blue"])
  }

  @Test("a report better than the theatre's grade holds it, one of the grade itself does not")
  func grade() throws {
    #expect(try course(row("n,2019-12-05,,t2,red,control,paper,,3,")) == ["1 red"])
    var worse = row("n,2019-12-05,,t2,red,control,paper,,3,")
    worse.addSetting("\"remnant_grade\": \"B3\"")
    #expect(try course(worse) == ["1 red", "19 blue presumed"])
    var better = row()
    better.addSetting("\"remnant_grade\": \"E3\"")
    #expect(try course(better) == ["1 red"])
  }

  @Test("what the first day shows surrounded it shows standing")
  func fromTheFirstDay() throws {
    var theatre = row()
    theatre.reportRows = theatre.reportRows.map { $0.replacing("2020-01-05", with: "2019-12-15") }
    #expect(try course(theatre) == ["1 red"])
  }

  @Test("between two sides nobody can be presumed to hold it")
  func twoSides() throws {
    var theatre = row(taken: [0, 1])
    theatre.actors += "green,Green,green,#00cc00\n"
    theatre.reportRows += [
      "g3,2020-01-05,,t3,green,control,paper,,3,", "g4,2020-01-05,,t4,green,control,paper,,3,",
    ]
    #expect(try course(theatre) == ["1 red"])
  }

  @Test("ground at an exit of its side is not surrounded")
  func exit() throws {
    #expect(try course(row(taken: [1, 2, 3, 4]), of: "t0") == ["1 red"])
    // The eastern edge is not open to red.
    #expect(
      try course(row(taken: [0, 1, 2, 3]), of: "t4") == ["1 red", "19 blue presumed"])
  }

  @Test("when the ring opens again it is its own side's, as if nothing had been presumed")
  func reopened() throws {
    let theatre = row(
      "o0,2020-01-25,,t0,red,control,paper,,3,", "o1,2020-01-25,,t1,red,control,paper,,3,")
    #expect(try course(theatre) == ["1 red", "19 blue presumed", "25 red"])
    let remnant = try #require(try tracker(theatre).remnants.first)
    #expect(try remnant.end == day("2020-01-25"))
  }

  @Test("ground without a report of its own is inferred as before when the ring opens again")
  func reopenedUnreported() throws {
    var theatre = row(
      "o0,2020-01-25,,t0,red,control,paper,,3,", "o1,2020-01-25,,t1,red,control,paper,,3,",
      "o2,2020-01-28,,t3b,crimson,control,paper,,3,")
    // A place near the middle one of which nobody speaks, and one outside of which somebody does late.
    theatre.placeRows += [
      "t2b,Town 2b,,town,36.5,43.56,,,test,", "t3b,Town 3b,,town,36.5,43.61,,,test,",
    ]
    var never = theatre
    never.addSetting("\"remnant_days\": 36525")
    let (tracker, plain) = (try tracker(theatre), try tracker(never))
    #expect(tracker.remnants.map(\.places) == [[PlaceID(2), PlaceID(5)]])
    for text in ["2020-01-18", "2020-01-25", "2020-01-26", "2020-01-28", "2020-01-31"] {
      let maps = try [tracker, plain].map { try $0.snapshot(on: day(text)) }
      for (one, other) in zip(maps[0].places, maps[1].places) {
        let name = tracker.theatre.places[one.place].name
        #expect(one.cell.state == other.cell.state, "\(text), \(name)")
        #expect(one.cell.inference == other.cell.inference, "\(text), \(name)")
      }
      #expect(maps[0].territories == maps[1].territories, "\(text)")
    }
  }

  @Test("a first report on a place that was only inferred says that the ground around it stands")
  func newsOfUnreportedGround() throws {
    var theatre = row()
    theatre.placeRows.append("t2b,Town 2b,,town,36.5,43.56,,,test,")
    #expect(try course(theatre, of: "t2b") == ["1 red", "19 blue presumed"])
    theatre.reportRows.append("n1,2020-01-25,,t2b,red,control,paper,,2,It stands.")
    #expect(try course(theatre) == ["1 red"])
    #expect(try course(theatre, of: "t2b") == ["1 red"])
  }

  @Test("when the ground around it changes hands, the new holder is presumed to hold it")
  func newRing() throws {
    var theatre = row()
    theatre.actors += "green,Green,green,#00cc00\n"
    theatre.reportRows += [0, 1, 3, 4].map { "g\($0),2020-01-25,,t\($0),green,control,paper,,3," }
    #expect(try course(theatre) == ["1 red", "19 blue presumed", "25 green presumed"])
    let tracker = try tracker(theatre)
    let blue = try #require(tracker.theatre.actors.firstIndex { $0.id == "blue" })
    let pockets = try tracker.snapshot(on: day("2020-01-26")).pockets
    #expect(!pockets.contains { $0.holder == blue }, "nobody ever reported a pocket of blue")
  }

  @Test(
    "where the ground around it is too far from every report, it is nobody's, and nothing is presumed"
  )
  func beyondReach() throws {
    var theatre = row()
    theatre.addSetting("\"reach_km\": 15")
    #expect(try course(theatre) == ["1 red"])
    #expect(try tracker(theatre).remnants.isEmpty)
    var wide = row()
    wide.addSetting("\"reach_km\": 100")
    #expect(try course(wide) == ["1 red", "19 blue presumed"])
  }

  @Test("ground that is presumed taken is no pocket, and no front runs around it")
  func noPocket() throws {
    let tracker = try tracker(row())
    let before = try tracker.snapshot(on: day("2020-01-18"))
    #expect(before.pockets.map(\.places) == [[PlaceID(2)]])
    #expect(before.fronts.count == 2)
    let after = try tracker.snapshot(on: day("2020-01-19"))
    #expect(after.pockets.isEmpty && after.fronts.isEmpty)
    #expect(after.territories.map(\.state.isPresumed).filter(\.self).count == 1)
    let blue = try #require(tracker.theatre.actors.firstIndex { $0.id == "blue" })
    let held = try #require(after.areas.held[blue])
    #expect(held.isClose(to: tracker.tessellation.areaInSquareKilometers, relative: 1e-9))
  }

  @Test("a presumption counts half of the best report around it")
  func confidence() throws {
    let tracker = try tracker(row())
    let snapshot = try tracker.snapshot(on: day("2020-01-19"))
    let places = Dictionary(uniqueKeysWithValues: snapshot.places.map { ($0.place, $0.cell) })
    let around = try #require(
      places[PlaceID(1)].flatMap { tracker.confidence(in: $0, on: snapshot.day) })
    let inside = try #require(
      places[PlaceID(2)].flatMap { tracker.confidence(in: $0, on: snapshot.day) })
    #expect(inside.evidence.belief.isClose(to: around.evidence.belief, within: 1e-12))
    #expect(inside.presumption == 0.5 && around.presumption == 1)
    // Surrounded on the day on which the ground around it was taken.
    #expect(inside.value.isClose(to: around.value / 2, within: 1e-12))
  }

  @Test("a side's own word and what is confirmed presume nothing")
  func otherViews() throws {
    let tracker = try tracker(row())
    for view in [MapView.confirmed, .claimed(side: "red"), .claimed(side: "blue")] {
      #expect(tracker.seen(from: Perspective(view: view)).remnants.isEmpty)
    }
  }

  @Test("what was presumed is told with the reports that were not enough")
  func findings() throws {
    let tracker = try tracker(row())
    let finding = try #require(tracker.remnantFindings().first)
    #expect(tracker.remnantFindings().count == 1)
    #expect(finding.file == "reports.csv" && finding.location?.line == 4)
    #expect(finding.severity == .note)
    #expect(
      finding.message
        == "Town 2 of Red is presumed taken by Blue from 2020-01-19 on: surrounded since 2020-01-05, "
        + "and nothing later or better graded than C3 says that it held out (r2, D3, 2019-12-01)")
    let reopened = row(
      "o0,2020-01-25,,t0,red,control,paper,,3,", "o1,2020-01-25,,t1,red,control,paper,,3,")
    let message = try #require(try TrackerTestSupport.tracker(reopened).remnantFindings().first)
    #expect(message.message.contains(" from 2020-01-19 to 2020-01-24: "))
  }

  @Test("news that comes later takes a presumption back, and before it the map presumed")
  func knownOn() throws {
    let tracker = try tracker(row("n,2020-01-10,2020-01-22,t2,red,control,poor,,3,"))
    #expect(try tracker.shown("t2", on: "2020-01-20") == "red")
    let then = tracker.seen(from: Perspective(knownOn: try day("2020-01-21")))
    #expect(try then.shown("t2", on: "2020-01-20") == "blue presumed")
  }
}

/// The shipped theatre, whose villages are why there is such a rule.
@Suite("Ground that is presumed taken around Mosul")
struct MosulRemnantTests {
  private static let data = packageFolder.appending(path: "Data/mosul").path

  @Test("a village that AP saw fall would be presumed taken without its reports, from December on")
  func bazwaya() throws {
    let folder = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.data) {
      let text = try String(contentsOfFile: "\(Self.data)/\(name)", encoding: .utf8)
      guard name == "reports.csv" else {
        try folder.write(text, to: name)
        continue
      }
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let kept = lines.filter { $0.firstMatch(of: /^x-00[1-4],/) == nil }
      #expect(kept.count == lines.count - 4)
      try folder.write(kept.joined(separator: "\n"), to: name)
    }
    let tracker = try tracker(ofFolder: folder.path)
    let bazwaya = try tracker.place("bazwaya")
    let remnant = try #require(tracker.remnants.first { $0.places.contains(bazwaya) })
    #expect(try remnant.start == day("2016-12-01"))
    #expect(try !tracker.shown("bazwaya", on: "2016-11-30").hasSuffix("presumed"))
    #expect(try tracker.shown("bazwaya", on: "2016-12-01").hasSuffix(" presumed"))
  }

  @Test(
    "as it is shipped nothing is presumed, and west Mosul and Tal Afar stand as long as they did")
  func shipped() throws {
    let tracker = try tracker(ofFolder: Self.data)
    #expect(tracker.remnants.isEmpty)
    #expect(tracker.remnantFindings().isEmpty)
    #expect(try tracker.shown("tal-afar", on: "2017-07-31").hasPrefix("is"))
    let may = try tracker.snapshot(on: day("2017-05-15"), [.pockets])
    let quarter = try tracker.place("maidan")
    let pocket = try #require(may.pockets.first { $0.places.contains(quarter) })
    #expect(tracker.theatre.actors[pocket.holder].id == "is")
    #expect(pocket.places.count > 5)
  }
}
