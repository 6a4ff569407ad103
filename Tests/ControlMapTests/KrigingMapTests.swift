import FrontTracking
import GEOS
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

/// Maps whose line between the sides runs inside cells. If one of these fails, a reported place is drawn
/// in its enemy's ground, ground is lost, or a river is looked across.
@Suite("Maps by kriging")
struct KrigingMapTests {
  private func kriging(_ theatre: SmallTheatre) throws -> FrontTracker {
    try FrontTracker(tracker(theatre).theatre, inference: .kriging)
  }

  /// The area of the box of the small theatre, with its sides as fine as they are drawn.
  private func wholeArea(_ tracker: FrontTracker) -> Double {
    tracker.tessellation.areaInSquareKilometers
  }

  private func expectLaws(_ tracker: FrontTracker, on day: Day, _ comment: Comment) throws {
    let snapshot = try tracker.snapshot(on: day)
    let sum = snapshot.territories.reduce(0) { $0 + $1.areaInSquareKilometers }
    #expect(sum.isClose(to: wholeArea(tracker), relative: 1e-6), comment)
    let regions = snapshot.territories.map { RegionIndex($0.shape) }
    for territory in snapshot.territories {
      #expect(try territory.shape.invalidity() == nil, comment)
      #expect(territory.areaInSquareKilometers > 0, comment)
      #expect((0...1).contains(territory.inferredShare), comment)
      #expect(territory.probability.map { (0...1).contains($0) } ?? true, comment)
    }
    for site in tracker.sites.places.indices {
      guard let interval = tracker.history.interval(of: site, on: day) else { continue }
      let state = try #require(snapshot.state(ofSite: site), comment)
      #expect(state.state == interval.state && state.inference == nil, comment)
      let covering = regions.indices.filter {
        regions[$0].covers(tracker.sites.positions[site])
      }
      #expect(
        covering.contains { snapshot.territories[$0].state == interval.state.inferred },
        "\(comment), site \(site)")
    }
    #expect(snapshot.places.count == tracker.theatre.placesWithGround.count, comment)
  }

  @Test("reported places keep their own side, and the areas sum to the theatre", arguments: 1...4)
  func random(seed: UInt64) throws {
    var small = randomTheatre(
      seed: seed, sites: 50, reports: 60, barrier: seed.isMultiple(of: 2))
    if seed > 2 {
      small.actors += "green,Green,green,#00cc00\n"
      small.reportRows += (0..<10).map {
        "g\($0),2020-01-12,,p\($0 * 4),green,control,paper,,3,"
      }
    }
    let tracker = try kriging(small)
    for text in ["2020-01-01", "2020-01-12", "2020-01-31"] {
      try expectLaws(tracker, on: day(text), "seed \(seed), \(text)")
    }
    #expect(try !tracker.snapshot(on: day("2020-01-31")).fronts.isEmpty)
  }

  @Test("between reports that mirror each other the line is the axis", arguments: 1...3)
  func axis(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var theatre = SmallTheatre()
    theatre.settings = theatre.settings.replacing("\"river.geojson\"", with: "")
    theatre.placeRows = []
    theatre.reportRows = []
    for index in 0..<40 {
      let latitude = Double.random(in: 36.01...36.99, using: &random)
      let away = Double(Int.random(in: 5...250, using: &random)) / 512
      for (side, longitude) in [("red", 43.5 - away), ("blue", 43.5 + away)] {
        theatre.placeRows.append("\(side)\(index),P,,town,\(latitude),\(longitude),,,test,")
        theatre.reportRows.append(
          "r\(side)\(index),2020-01-01,,\(side)\(index),\(side),control,paper,,3,")
      }
    }
    let fronts = try kriging(theatre).snapshot(on: day("2020-01-01")).fronts
    #expect(!fronts.isEmpty)
    // The line keeps a fiftieth of the way to a place away from the corners on the axis.
    for position in fronts.flatMap(\.line.positions) {
      #expect(abs(position.longitude - 43.5) < 0.005, "seed \(seed), \(position)")
    }
  }

  @Test("what is reported in one compartment says nothing about the other", arguments: 1...3)
  func barrier(seed: UInt64) throws {
    var states: [[CellState?]] = []
    var areas: [[ActorID: Double]] = []
    for east in ["red", "blue"] {
      var theatre = randomTheatre(seed: seed, sites: 60, reports: 0)
      for (index, row) in theatre.placeRows.enumerated() where index.isMultiple(of: 2) {
        let longitude = try #require(
          Double(row.split(separator: ",", omittingEmptySubsequences: false)[5]))
        let holder = longitude > 43.5 ? east : longitude > 43.25 ? "red" : "blue"
        theatre.reportRows.append("r\(index),2020-01-01,,p\(index),\(holder),control,paper,,3,")
      }
      let tracker = try kriging(theatre)
      let snapshot = try tracker.snapshot(on: day("2020-01-01"))
      states.append(
        (SiteID(0)..<SiteID(60)).filter { tracker.sites.positions[$0].longitude < 43.5 }
          .map(snapshot.state(ofSite:)))
      let blue = snapshot.areas.held
      let whole = try wholeEast(tracker)
      areas.append(blue.merging([ActorID(east == "red" ? 0 : 2): -whole]) { $0 + $1 })
      if east == "blue" {
        for front in snapshot.fronts {
          let isRiver = front.line.positions.contains { abs($0.longitude - 43.5) < 1e-5 }
          let isWest = front.line.positions.contains { $0.longitude < 43.499 }
          #expect(isRiver || isWest, "seed \(seed)")
          #expect(front.line.positions.allSatisfy { $0.longitude < 43.50001 }, "seed \(seed)")
        }
      }
    }
    #expect(states[0] == states[1], "seed \(seed)")
    #expect(
      (areas[0][ActorID(0)] ?? 0).isClose(to: areas[1][ActorID(0)] ?? 0, within: 0.5),
      "seed \(seed), \(areas)")
  }

  /// The area of the compartment in the east.
  private func wholeEast(_ tracker: FrontTracker) throws -> Double {
    let cells = tracker.tessellation.cells
    return tracker.tessellation.area(
      of: cells.indices.filter { cells[$0].compartment == CompartmentID(1) })
  }

  @Test("ground whose report names no holder, and a compartment without reports, stay unknown")
  func unknown() throws {
    var theatre = SmallTheatre()
    theatre.reportRows = [
      "r1,2020-01-02,,north-east,blue,control,paper,,3,",
      "r2,2020-01-02,,south-east,red,entered,paper,,3,",
    ]
    let tracker = try kriging(theatre)
    let snapshot = try tracker.snapshot(on: day("2020-01-05"))
    for name in ["south-east", "north-west", "south-west"] {
      let site = try #require(tracker.sites.site(ofPlace: tracker.place(name)))
      #expect(try #require(snapshot.state(ofSite: site)).state.holder == nil)
    }
    let west = try wholeArea(tracker) - wholeEast(tracker)
    #expect(snapshot.areas.unknown > west * 0.999)
    #expect(snapshot.fronts.isEmpty && snapshot.bands.isEmpty)
  }

  @Test(
    "estimates kept from day to day are those made anew, and few are made again", arguments: 1...3)
  func incremental(seed: UInt64) throws {
    var small = randomTheatre(
      seed: seed, sites: 150, reports: 40, barrier: seed.isMultiple(of: 2))
    small.reportRows += (0..<150).map { index in
      let longitude =
        Double(small.placeRows[index].split(separator: ",", omittingEmptySubsequences: false)[5])
        ?? 0
      return
        "i\(index),2020-01-0\(index < 140 ? 1 : 9),,p\(index),\(longitude < 43.4 ? "red" : "blue"),control,paper,,3,"
    }
    let tracker = try kriging(small)
    var cellReplay = CellStateReplay(tracker.map)
    var kept = KrigingField(tracker.map)
    var counts: [Int] = []
    for day in tracker.days {
      _ = cellReplay.advance(to: day)
      counts.append(kept.update(cellReplay.states))
      var fresh = KrigingField(tracker.map)
      let all = fresh.update(cellReplay.states)
      #expect(counts[0] == all, "seed \(seed), \(day)")
      for site in tracker.sites.places.indices {
        #expect(
          kept.estimates(ofSite: site) == fresh.estimates(ofSite: site),
          "seed \(seed), \(day)")
      }
      let topology = tracker.tessellation.topology
      for half in topology.halfEdges where topology.cell(leftOf: half) != nil {
        #expect(
          kept.estimates(ofOrigin: half) == fresh.estimates(ofOrigin: half),
          "seed \(seed), \(day)")
      }
    }
    #expect(kept.update(cellReplay.states) == 0, "seed \(seed)")
    #expect(counts.dropFirst().contains { 0 < $0 && $0 < counts[0] }, "seed \(seed): \(counts)")
  }
}
