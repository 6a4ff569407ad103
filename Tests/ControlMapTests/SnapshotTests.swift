import FrontTracking
import GEOS
import GEOSOracles
import Geodesy
import Geometry
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

/// The map of a day. If one of these fails, the map lies about area, front or place.
@Suite("A snapshot")
struct SnapshotTests {
  @Test("territories cover the theatre, do not overlap and are valid", arguments: 1...5)
  func partition(seed: Int) throws {
    let tracker = try tracker(
      randomTheatre(seed: UInt64(seed), sites: 40, reports: 60, barrier: seed.isMultiple(of: 2)))
    for text in ["2020-01-01", "2020-01-20", "2020-01-31"] {
      let snapshot = try tracker.snapshot(on: day(text))
      let sum = snapshot.territories.reduce(0) { $0 + $1.areaInSquareKilometers }
      let whole = tracker.tessellation.areaInSquareKilometers
      #expect(sum.isClose(to: whole, relative: 1e-9), "seed \(seed), \(text)")
      let outlines = snapshot.territories.reduce(0) { $0 + WGS84.area(of: $1.shape) / 1e6 }
      #expect(outlines.isClose(to: whole, relative: 1e-6), "seed \(seed), \(text)")
      // Territories that overlapped would cover less together than they sum to.
      let together = try united(MultiPolygon(snapshot.territories.flatMap(\.shape.polygons)))
      #expect((WGS84.area(of: together) / 1e6).isClose(to: whole, relative: 1e-6), "seed \(seed)")
      for territory in snapshot.territories {
        #expect(try territory.shape.invalidity() == nil, "seed \(seed), \(text)")
      }
    }
  }

  @Test("every site lies in the territory of its state", arguments: 1...5)
  func sitesInTheirTerritory(seed: Int) throws {
    let tracker = try tracker(randomTheatre(seed: UInt64(seed), sites: 40, reports: 60))
    let snapshot = try tracker.snapshot(on: day("2020-01-25"))
    let regions = try snapshot.territories.map { try PreparedRegion($0.shape) }
    for place in snapshot.places {
      let position = tracker.theatre.places[place.place].position
      let covering = try regions.indices.filter { try regions[$0].covers(position) }
      let matching = covering.contains { index in
        let state = snapshot.territories[index].state
        return state.holder == place.cell.state.holder && state.status == place.cell.state.status
          && snapshot.territories[index].places.contains(place.place)
      }
      #expect(matching, "seed \(seed), place \(place.place)")
    }
  }

  @Test("the front runs where the sides meet: here along the whole river")
  func frontAlongTheRiver() throws {
    let snapshot = try tracker(SmallTheatre()).snapshot(on: day("2020-01-01"))
    let south = Position(longitude: 43.5, latitude: 36)
    let north = Position(longitude: 43.5, latitude: 37)
    let expected = WGS84.inverse(from: south, to: north).distanceInMeters / 1_000
    #expect(snapshot.fronts.count == 1)
    #expect(snapshot.frontInKilometers.isClose(to: expected, relative: 1e-5))
  }

  @Test("there is no front between actors of one side, nor beside unknown ground")
  func noFront() throws {
    let friends = try tracker(
      theatre(reports: "r3,2020-01-05,,eastland,crimson,control,paper,,3,"))
    #expect(try friends.snapshot(on: day("2020-01-05")).fronts.isEmpty)
    let emptied = try tracker(theatre(reports: "r3,2020-01-05,,eastland,blue,withdrew,paper,,3,"))
    let snapshot = try emptied.snapshot(on: day("2020-01-05"))
    #expect(snapshot.fronts.isEmpty)
    #expect(snapshot.areas.unknown > 4_000)
  }

  @Test("contested ground stays its holder's: the front runs round it where its enemy is")
  func contestedGround() throws {
    let tracker = try tracker(
      theatre(
        reports: "r3,2020-01-05,,north-east,red,contested,paper,,3,",
        "r4,2020-01-05,,south-east,red,contested,paper,,3,"))
    let snapshot = try tracker.snapshot(on: day("2020-01-05"))
    #expect(snapshot.areas.contested > 4_000)
    #expect(snapshot.fronts.count == 1)
  }

  @Test(
    "fighting somewhere in a region is drawn on the ground of its places, and changes no other layer"
  )
  func fightingSomewhere() throws {
    let plain = try tracker(SmallTheatre())
    let fought = try tracker(theatre(reports: "r3,2020-01-05,,eastland,red,contested,paper,,3,"))
    let (before, after) = (
      try plain.snapshot(on: day("2020-01-05")), try fought.snapshot(on: day("2020-01-05"))
    )
    #expect(before.territories == after.territories && before.fronts == after.fronts)
    #expect(before.places == after.places && before.pockets == after.pockets)
    let ground = try #require(after.fighting.first)
    #expect(after.fighting.count == 1 && before.fighting.isEmpty)
    let blue = try #require(after.territories.first { $0.state.holder == ActorID(2) })
    #expect(ground.outline == blue.outline)
    #expect(ground.areaInSquareKilometers.isClose(to: blue.areaInSquareKilometers, within: 1e-6))
    let spans = try fought.timeline(of: .fighting).fighting
    #expect(spans.map { "\($0.start) \($0.isOpenEnded)" } == ["2020-01-05 true"])
  }

  @Test("a region whose places lie apart has a piece for each, all of one fight")
  func fightingApart() throws {
    var small = theatre(reports: "r3,2020-01-05,,corners,red,contested,paper,,3,")
    small.placeRows.append("corners,Corners,,district,36.5,43.5,,land,test,")
    small.placeRows = small.placeRows.map {
      $0.hasPrefix("north-west")
        ? $0.replacing("westland", with: "corners")
        : $0.hasPrefix("south-east") ? $0.replacing("eastland", with: "corners") : $0
    }
    let tracker = try tracker(small)
    let snapshot = try tracker.snapshot(on: day("2020-01-05"))
    let corners = try tracker.place("corners")
    #expect(snapshot.fighting.map(\.region) == [corners, corners])
    for (piece, name) in zip(snapshot.fighting, ["north-west", "south-east"]) {
      let place = tracker.theatre.places[try tracker.place(name)]
      let box = try #require(Box(around: piece.outline.polygon.exterior.positions))
      #expect(box.contains(place.position), "\(name)")
    }
    let whole = snapshot.territories.reduce(0) { $0 + $1.areaInSquareKilometers }
    let fought = snapshot.fighting.reduce(0) { $0 + $1.areaInSquareKilometers }
    #expect(fought > 0.4 * whole && fought < 0.6 * whole)
  }

  @Test("ground without a report takes the state of the nearest reported place of its compartment")
  func inference() throws {
    var theatre = SmallTheatre()
    theatre.placeRows += [
      "lonely,Lonely,,village,36.7,43.26,,,test,", "across,Across,,village,36.7,43.51,,,test,",
    ]
    let tracker = try tracker(theatre)
    let snapshot = try tracker.snapshot(on: day("2020-01-01"))
    let lonely = try #require(snapshot.places.first { $0.place == (try? tracker.place("lonely")) })
    let across = try #require(snapshot.places.first { $0.place == (try? tracker.place("across")) })
    #expect(words(lonely.cell.state, tracker.theatre) == "red")
    // A stone's throw from red's bank, but on blue's.
    #expect(words(across.cell.state, tracker.theatre) == "blue")
    let way = WGS84.inverse(
      from: Position(longitude: 43.25, latitude: 36.75),
      to: Position(longitude: 43.26, latitude: 36.7))
    let inference = try #require(lonely.cell.inference)
    #expect(inference.distanceInKilometers.isClose(to: way.distanceInMeters / 1_000, within: 1e-9))
    let share = snapshot.territories.first { $0.places.contains(lonely.place) }?.inferredShare
    #expect(try #require(share) > 0.05)
  }

  @Test("a compartment without a report is unknown, whatever the other's reports say")
  func unknownBank() throws {
    var theatre = SmallTheatre()
    theatre.reportRows.removeLast()
    let snapshot = try tracker(theatre).snapshot(on: day("2020-01-01"))
    #expect(
      snapshot.areas.unknown.isClose(to: snapshot.areas.held[ActorID(0)] ?? 0, relative: 0.001))
  }

  @Test("drawing twice gives the same map")
  func determinism() throws {
    let small = randomTheatre(seed: 9, sites: 50, reports: 80)
    let first = try tracker(small).snapshot(on: day("2020-01-20"))
    let second = try tracker(small).snapshot(on: day("2020-01-20"))
    #expect(first.territories.map(\.shape) == second.territories.map(\.shape))
    #expect(first.fronts == second.fronts)
  }
}
