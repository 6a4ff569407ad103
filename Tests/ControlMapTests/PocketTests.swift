import Diagnostics
import FrontTracking
import GeoJSON
import MapAnalysis
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

/// Pockets and islands. If one of these fails, a besieged town looks connected or a corridor cut.
@Suite("Pockets")
struct PocketTests {
  /// A row of five towns on one bank; the exits are the western and the eastern edge.
  private func row(_ holders: String..., exits: String? = westAndEast) -> SmallTheatre {
    var theatre = SmallTheatre()
    theatre.settings = theatre.settings.replacing("\"river.geojson\"", with: "")
    theatre.placeRows = holders.indices.map {
      "t\($0),Town \($0),,town,36.5,43.\($0 * 2 + 1),,,test,"
    }
    theatre.reportRows = holders.enumerated().map {
      "r\($0),2020-01-01,,t\($0),\($1),control,paper,,3,"
    }
    theatre.exits = exits
    if exits != nil {
      theatre.settings = theatre.settings.replacing(
        "\"exits\": null", with: "\"exits\": \"exits.geojson\"")
    }
    return theatre
  }

  private static let westAndEast = """
    {"type": "FeatureCollection", "features": [
    {"type": "Feature", "id": "west", "properties": {"sides": ["red", "blue"]},
     "geometry": {"type": "LineString", "coordinates": [[43, 36], [43, 37]]}},
    {"type": "Feature", "id": "east", "properties": {"sides": ["blue"]},
     "geometry": {"type": "LineString", "coordinates": [[44, 36], [44, 37]]}}]}
    """

  private func pockets(_ theatre: SmallTheatre) throws -> [[String]] {
    let tracker = try tracker(theatre)
    return try tracker.snapshot(on: day("2020-01-01")).pockets.map {
      $0.places.map { tracker.theatre.places[$0].id }
    }
  }

  @Test("ground that touches no exit of its side is a pocket")
  func pocket() throws {
    #expect(try pockets(row("blue", "blue", "red", "blue", "blue")) == [["t2"]])
  }

  @Test("ground at an exit that is open to its side is none")
  func connected() throws {
    #expect(try pockets(row("red", "red", "blue", "blue", "blue")) == [])
  }

  @Test("an exit open to the other side only does not help")
  func foreignExit() throws {
    #expect(try pockets(row("blue", "blue", "blue", "red", "red")) == [["t3", "t4"]])
  }

  @Test("a road is an exit: one much shorter than a cell's side is seen")
  func road() throws {
    var theatre = row("red", "red", "blue", "blue", "blue")
    theatre.exits = """
      {"type": "Feature", "id": "road", "properties": {"sides": ["red", "blue"]},
       "geometry": {"type": "LineString", "coordinates": [[43.205, 36], [43.21, 36]]}}
      """
    #expect(try pockets(theatre) == [["t2", "t3", "t4"]])
    #expect(try tracker(theatre).warnings().isEmpty)
  }

  @Test("a pocket is the actor's who holds most of it")
  func holder() throws {
    let tracker = try tracker(row("blue", "red", "crimson", "crimson", "blue"))
    let pocket = try #require(try tracker.snapshot(on: day("2020-01-01")).pockets.first)
    #expect(tracker.theatre.actors[pocket.holder].id == "crimson")
  }

  @Test("ground of an ally is a way out")
  func ally() throws {
    #expect(try pockets(row("crimson", "red", "blue", "blue", "blue")) == [])
  }

  @Test("contested ground is still its holder's way out")
  func contestedCorridor() throws {
    var theatre = row("red", "red", "red", "blue", "blue")
    theatre.reportRows.append("c,2020-01-01,,t1,blue,contested,paper,,1,")
    theatre.reportRows[1] = "r1,2019-12-31,,t1,red,control,paper,,3,"
    #expect(try pockets(theatre) == [])
  }

  @Test("in a theatre that names no exit the whole outline is one")
  func withoutExits() throws {
    #expect(try pockets(row("blue", "blue", "red", "blue", "blue", exits: nil)) == [])
    var theatre = randomTheatre(seed: 1, sites: 0, reports: 0, barrier: false)
    theatre.placeRows = [
      "middle,Middle,,town,36.5,43.5,,,test,", "n,N,,town,36.9,43.5,,,test,",
      "e,E,,town,36.5,43.9,,,test,", "s,S,,town,36.1,43.5,,,test,",
      "w,W,,town,36.5,43.1,,,test,",
    ]
    theatre.reportRows = ["middle,red", "n,blue", "e,blue", "s,blue", "w,blue"].enumerated().map {
      "r\($0),2020-01-01,,\($1),control,paper,,3,"
    }
    #expect(try pockets(theatre) == [["middle"]])
  }

  @Test("a pocket on reports older than the map is an island until somebody reports on it")
  func islands() throws {
    var theatre = row("blue", "blue", "red", "blue", "blue")
    theatre.reportRows[2] = "r2,2019-06,,t2,red,control,paper,,3,"
    let forsaken = try tracker(theatre)
    let island = try #require(try forsaken.islands().first)
    #expect(island.places == [PlaceID(2)])
    #expect(try island.start == day("2020-01-01") && island.end == day("2020-02-01"))
    #expect(try forsaken.findings().contains { $0.message.contains("Town 2") })

    theatre.reportRows.append("news,2020-01-10,,t2,red,control,paper,,3,")
    #expect(try tracker(theatre).islands().map(\.end) == [day("2020-01-10")])
  }
}
