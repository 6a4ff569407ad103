import FrontTracking
import Geodesy
import Geometry
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import MapAnalysis
@testable import PlanarSubdivision

/// Corridors. If one of these fails, a town seems supplied that was cut off, or the wrong place seems to
/// be where its last road ran.
@Suite("Corridors")
struct CorridorTests {
  /// Five towns from west to east between the western edge, which is open to red, and the eastern; the
  /// ground narrows to a waist half way between the fourth and the fifth.
  private func waist(_ holders: String..., reports: [String] = []) -> SmallTheatre {
    var theatre = SmallTheatre()
    theatre.settings = theatre.settings.replacing("\"river.geojson\"", with: "")
    theatre.boundary = """
      {"type": "Polygon", "coordinates": [[[43, 36], [43.8, 36.4], [44, 36], [44, 37],
      [43.8, 36.6], [43, 37], [43, 36]]]}
      """
    theatre.placeRows = holders.indices.map {
      "t\($0),Town \($0),,town,36.5,43.\($0 * 2 + 1),,,test,"
    }
    theatre.placeRows += ["edge,Edge,,district,36.5,43.7,,,test,"]
    theatre.placeRows[4] = theatre.placeRows[4].replacing(",,,test", with: ",,edge,test")
    theatre.reportRows =
      holders.enumerated().map { "r\($0),2019-12-01,,t\($0),\($1),control,paper,,3," } + reports
    theatre.openWest(to: "\"red\"")
    return theatre
  }

  private func question(
    _ tracker: FrontTracker, _ place: String, _ target: String? = nil, by actor: String = "red"
  ) throws -> CorridorQuestion {
    CorridorQuestion(
      from: try tracker.place(place),
      to: try target.map { .place(try tracker.place($0)) } ?? .exits([ExitID(0)]),
      heldBy: try #require(tracker.theatre.actors.firstIndex { $0.id == actor }))
  }

  private func corridor(
    _ theatre: SmallTheatre, _ place: String, _ target: String? = nil, by actor: String = "red"
  ) throws -> (corridor: Corridor, path: [String]) {
    let tracker = try tracker(theatre)
    let corridor = try tracker.corridor(
      question(tracker, place, target, by: actor), on: day("2020-01-01"))
    return (corridor, (corridor.way?.places ?? []).map { tracker.theatre.places[$0].id })
  }

  private func kilometers(_ from: (Double, Double), _ to: (Double, Double)) -> Double {
    WGS84.inverse(
      from: Position(longitude: from.0, latitude: from.1),
      to: Position(longitude: to.0, latitude: to.1)
    ).distanceInMeters / 1_000
  }

  @Test("a corridor is as wide as the narrowest border on its way")
  func width() throws {
    let (corridor, path) = try corridor(waist("red", "red", "red", "red", "red"), "t4")
    let way = try #require(corridor.way)
    #expect(path == ["t4", "t3", "t2", "t1", "t0"])
    let expected = kilometers((43.8, 36.4), (43.8, 36.6))
    #expect(try #require(way.widthInKilometers).isClose(to: expected, relative: 0.02))
    let narrowest = try #require(way.narrowest)
    #expect(kilometers((narrowest.longitude, narrowest.latitude), (43.8, 36.5)) < 0.5)
    // From site to site over the middles of the borders, all on one parallel.
    #expect(
      way.lengthInKilometers.isClose(to: kilometers((43.1, 36.5), (43.9, 36.5)), relative: 0.001))
  }

  @Test("where no border is passed there is no width")
  func oneCell() throws {
    let (corridor, path) = try corridor(waist("red", "red", "red", "red", "red"), "t0")
    #expect(path == ["t0"])
    #expect(corridor.way?.widthInKilometers == nil && corridor.way?.narrowest == nil)
    #expect(corridor.way?.lengthInKilometers == 0)
  }

  @Test("ground of an ally and contested ground is ground of the side")
  func allies() throws {
    let contested = "c,2020-01-01,,t1,blue,contested,paper,,1,"
    let theatre = waist("red", "crimson", "red", "red", "red", reports: [contested])
    #expect(try corridor(theatre, "t3").path == ["t3", "t2", "t1", "t0"])
    #expect(try corridor(theatre, "t3", by: "crimson").path == ["t3", "t2", "t1", "t0"])
  }

  @Test("why there is no corridor")
  func obstacles() throws {
    let divided = waist("red", "blue", "red", "blue", "blue")
    func obstacle(_ place: String, _ target: String? = nil, by actor: String = "red") throws
      -> CorridorObstacle?
    {
      let (corridor, path) = try corridor(divided, place, target, by: actor)
      #expect(corridor.way == nil && path == [])
      return corridor.obstacle
    }
    #expect(try obstacle("t2") == .cut)
    #expect(try obstacle("t2", "t0") == .cut)
    #expect(try obstacle("t4", by: "blue") == .exitClosed)
    let blue = CorridorObstacle.Holding(holder: ActorID(2), sites: 1)
    #expect(try obstacle("edge") == .notHeld(place: PlaceID(5), by: [blue]))
    #expect(try obstacle("t0", "t4") == .notHeld(place: PlaceID(4), by: [blue]))
  }

  @Test("an exit that lies nowhere along the boundary leads nowhere")
  func idleExit() throws {
    var theatre = waist("red", "red", "red", "red", "red")
    theatre.exits = theatre.exits?.replacing("[43, 36], [43, 37]", with: "[41, 36], [41, 37]")
    #expect(try corridor(theatre, "t4").corridor.obstacle == .exitOutside)
  }

  @Test("a region stands for any place in it, and is named by that place")
  func region() throws {
    let theatre = waist("red", "red", "red", "red", "red")
    #expect(try corridor(theatre, "edge").path == ["t4", "t3", "t2", "t1", "t0"])
    #expect(try corridor(theatre, "t2", "edge").path == ["t2", "t3", "t4"])
  }

  /// The small theatre, red on both banks, with crossings.
  private func river(_ crossings: String?, reports: String...) -> SmallTheatre {
    var theatre = SmallTheatre()
    theatre.reportRows = ["r1,2019-12-01,,land,red,control,paper,1,3,"] + reports
    theatre.openWest(to: "\"red\"")
    if let crossings { theatre.addSetting("\"crossings\": \(crossings)") }
    return theatre
  }

  @Test("a river is crossed at a bridge only, which has no width")
  func bridge() throws {
    for crossings in [nil, "[]"] {
      #expect(try corridor(river(crossings), "north-east").corridor.obstacle == .barrier)
    }
    let (straight, path) = try corridor(river("[[43.5, 36.75]]"), "north-east")
    #expect(path == ["north-east", "north-west"])
    #expect(straight.way?.crossings == [CrossingID(0)])
    #expect(straight.way?.widthInKilometers == nil && straight.way?.narrowest == nil)
    #expect(
      try #require(straight.way).lengthInKilometers.isClose(
        to: kilometers((43.25, 36.75), (43.5, 36.75)) * 2, relative: 1e-9))

    let (around, detour) = try corridor(river("[[43.5, 36.25]]"), "north-east")
    #expect(detour == ["north-east", "south-east", "south-west"])
    #expect(
      try #require(around.way?.widthInKilometers).isClose(
        to: kilometers((43.5, 36.5), (44, 36.5)), relative: 0.001))
    let lost = river("[[43.5, 36.25]]", reports: "r2,2020-01-01,,south-west,blue,control,paper,,3,")
    #expect(try corridor(lost, "north-east").corridor.obstacle == .barrier)
  }

  @Test("the days on which a corridor was cut and opened")
  func history() throws {
    let tracker = try tracker(
      waist(
        "red", "red", "red", "red", "red",
        reports: [
          "a,2020-01-05,,t3,blue,control,paper,,3,", "b,2020-01-07,,t4,blue,control,paper,,3,",
          "c,2020-01-10,,t3,red,control,paper,,3,", "d,2020-01-10,,t4,red,control,paper,,3,",
          "e,2020-01-12,,t1,blue,contested,paper,,3,", "f,2020-01-20,,t0,blue,control,paper,,3,",
        ]))
    let spans = try tracker.corridorHistory(question(tracker, "t4"))
    #expect(
      spans.map(\.start)
        == (try ["01-01", "01-05", "01-10", "01-20"].map { try day("2020-\($0)") }))
    #expect(
      spans.map(\.end) == (try ["01-05", "01-10", "01-20", "02-01"].map { try day("2020-\($0)") }))
    #expect(spans.map(\.isOpenEnded) == [false, false, false, true])
    #expect(spans.map(\.item.isConnected) == [true, false, true, false])
    #expect(spans.map(\.item.obstacle) == [nil, .cut, nil, .cut])
    let width = try #require(
      try tracker.corridor(question(tracker, "t4"), on: day("2020-01-01")).way?.widthInKilometers)
    #expect(spans.map(\.item.widthsInKilometers) == [width...width, nil, width...width, nil])
  }

  @Test("a history tells the least and the greatest width")
  func widths() throws {
    // Two ways from the middle to the western edge: the straight one, and after its loss one around.
    var theatre = randomTheatre(seed: 1, sites: 0, reports: 0, barrier: false)
    theatre.placeRows = [
      "w,W,,town,36.5,43.2,,,test,", "m,M,,town,36.5,43.6,,,test,", "n,N,,town,36.9,43.4,,,test,",
    ]
    theatre.reportRows = ["w", "m", "n"].map { "r\($0),2019-12-01,,\($0),red,control,paper,,3," }
    theatre.reportRows.append("l,2020-01-05,,w,blue,control,paper,,3,")
    theatre.openWest(to: "\"red\"")
    let tracker = try tracker(theatre)
    let spans = try tracker.corridorHistory(question(tracker, "m"))
    let days = try ["2020-01-01", "2020-01-05"].map { try day($0) }
    let widths = try days.map {
      try #require(try tracker.corridor(question(tracker, "m"), on: $0).way?.widthInKilometers)
    }
    #expect(widths[1] < widths[0])
    #expect(spans.map(\.item.widthsInKilometers) == [widths[1]...widths[0]])
  }

  @Test("ground that the map calls unknown is no way: a corridor to an exit is no pocket's")
  func reach() throws {
    for (reach, isConnected) in [(100.0, true), (5, false)] {
      var theatre = waist("red", "red", "red", "red", "red")
      theatre.settings = theatre.settings.replacing(
        "\"licence\"", with: "\"reach_km\": \(reach), \"licence\"")
      let (corridor, _) = try corridor(theatre, "t4")
      #expect((corridor.way != nil) == isConnected, "reach \(reach)")
      let tracker = try tracker(theatre)
      let pockets = try tracker.snapshot(on: day("2020-01-01")).pockets
      let place = try tracker.place("t4")
      #expect(pockets.contains { $0.places.contains(place) } == !isConnected, "reach \(reach)")
      let history = try tracker.corridorHistory(question(tracker, "t4"))
      #expect(history.map(\.item.isConnected) == [isConnected], "reach \(reach)")
    }
  }
}
