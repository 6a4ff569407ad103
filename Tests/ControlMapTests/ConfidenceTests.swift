import Foundation
import FrontTracking
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

/// How far the map can be trusted, and on what that hangs. If one of these fails, old or distant news
/// counts as much as fresh news from the spot.
@Suite("The confidence")
struct ConfidenceTests {
  private func confidence(
    _ tracker: FrontTracker, _ id: String, _ text: String
  ) throws -> Confidence? {
    let site = try #require(tracker.sites.site(ofPlace: tracker.place(id)))
    let snapshot = try tracker.snapshot(on: day(text), .places)
    return tracker.confidence(in: try #require(snapshot.state(ofSite: site)), on: snapshot.day)
  }

  @Test("it halves in every half-life from the day of the report on")
  func age() throws {
    var theatre = theatre(reports: "r3,2020-01-05,,north-west,blue,control,paper,,3,")
    theatre.addSetting("\"half_life_days\": 10")
    let tracker = try tracker(theatre)
    for (text, days, share) in [
      ("2020-01-05", 0, 1.0), ("2020-01-15", 10, 0.5), ("2020-01-25", 20, 0.25),
    ] {
      let confidence = try #require(try confidence(tracker, "north-west", text))
      #expect(confidence.ageInDays == days)
      #expect(confidence.age.isClose(to: share, within: 1e-12))
      #expect(confidence.nearness == 1)
      #expect(confidence.value.isClose(to: confidence.evidence.belief * share, within: 1e-12))
    }
  }

  @Test("ground that is inferred halves with every half-distance")
  func distance() throws {
    var theatre = SmallTheatre()
    theatre.reportRows = ["r1,2020-01-01,,north-west,red,control,paper,,3,"]
    theatre.addSetting("\"half_distance_km\": 20")
    let tracker = try tracker(theatre)
    let confidence = try #require(try confidence(tracker, "south-west", "2020-01-01"))
    // Half a degree along the meridian, by the arc of WGS 84 between 36.25° and 36.75°.
    #expect(confidence.nearness.isClose(to: exp2(-55.483 / 20), within: 1e-4))
    #expect(try self.confidence(tracker, "north-east", "2020-01-01") == nil)
  }

  @Test("where kriging says how probable a state is, that counts in place of the distance")
  func kriging() throws {
    var theatre = randomTheatre(seed: 3, sites: 20, reports: 12)
    theatre.addSetting("\"half_distance_km\": 0.001")
    let tracker = try FrontTracker(tracker(theatre).theatre, inference: .kriging)
    let snapshot = try tracker.snapshot(on: day("2020-01-25"))
    let inferred = snapshot.places.filter { $0.cell.inference?.probability != nil }
    #expect(!inferred.isEmpty)
    for place in inferred {
      let confidence = tracker.confidence(in: place.cell, on: snapshot.day)
      #expect(confidence?.nearness == place.cell.inference?.probability)
    }
  }

  @Test("nobody is sure of ground that nobody holds")
  func unknown() throws {
    let tracker = try tracker(theatre(reports: "r3,2020-01-05,,north-west,red,withdrew,paper,,3,"))
    #expect(try confidence(tracker, "north-west", "2020-01-05") == nil)
    let unknown = try tracker.snapshot(on: day("2020-01-05")).territories
      .filter { $0.state.status == .unknown }
    #expect(unknown.count == 1 && unknown[0].confidence == nil)
  }

  /// The cells of each connected piece that is drawn as one, by a plain search.
  private func pieces(_ states: CellStates) -> [[CellID]] {
    let ground = IndexedArray<CellID, (GroundState, Bool)>(
      states.cells.indices.map {
        (states.groundState(ofCell: $0).inferred, states.isDateUncertain($0))
      })
    return states.plainComponents { ground[$0] == ground[$1] }
  }

  /// Expects every territory to have the mean of its cells by area.
  private func expectMeans(
    _ tracker: FrontTracker, _ snapshot: Snapshot, _ comment: Comment
  ) throws {
    let states = snapshot.states
    var rest = snapshot.territories
    for piece in pieces(states) {
      var (sum, whole) = (0.0, 0.0)
      for cell in piece {
        var measures = EdgeMeasures(states.topology)
        let area = measures.area(ofCells: [cell])
        whole += area
        let confidence = tracker.confidence(in: states.state(ofCell: cell), on: snapshot.day)
        sum += area * (confidence?.value ?? 0)
      }
      let state = states.groundState(ofCell: piece[0]).inferred
      let index = try #require(
        rest.firstIndex {
          $0.state == state && $0.areaInSquareKilometers.isClose(to: whole, within: 1e-6)
        }, comment)
      let territory = rest.remove(at: index)
      guard state.status != .unknown else {
        #expect(territory.confidence == nil, comment)
        continue
      }
      let confidence = try #require(territory.confidence, comment)
      #expect((0...1).contains(confidence), comment)
      #expect(confidence.isClose(to: sum / whole, within: 1e-9), comment)
    }
    #expect(rest.isEmpty, comment)
  }

  private static let halfLives = [0.000_01, 0.01, 0.1, 1, 180, 36_525]

  @Test("of a piece of ground it is the mean of its cells by area", arguments: halfLives)
  func means(halfLife: Double) throws {
    for seed in UInt64(1)...2 {
      var theatre = randomTheatre(seed: seed, sites: 30, reports: 60, barrier: seed == 1)
      theatre.addSetting("\"half_life_days\": \(halfLife), \"half_distance_km\": 15")
      let tracker = try tracker(theatre)
      for text in ["2020-01-01", "2020-01-12", "2020-01-19", "2020-01-31"] {
        try expectMeans(
          tracker, tracker.snapshot(on: day(text)), "\(halfLife), seed \(seed), \(text)")
      }
    }
  }

  @Test("the same where lines run inside cells", arguments: [0.01, 30])
  func redrawnMeans(halfLife: Double) throws {
    var theatre = randomTheatre(seed: 4, sites: 20, reports: 25)
    theatre.addSetting("\"half_life_days\": \(halfLife), \"reach_km\": 12")
    let tracker = try tracker(theatre)
    let kriging = try FrontTracker(tracker.theatre, inference: .kriging)
    for text in ["2020-01-15", "2020-01-31"] {
      for tracker in [tracker, kriging] {
        try expectMeans(tracker, tracker.snapshot(on: day(text)), "\(halfLife), \(text)")
      }
    }
  }

  @Test("kept from day to day it is the same as drawn anew", arguments: halfLives)
  func replayed(halfLife: Double) throws {
    var theatre = randomTheatre(seed: 5, sites: 24, reports: 50)
    theatre.addSetting("\"half_life_days\": \(halfLife)")
    let tracker = try tracker(theatre)
    let timeline = try tracker.timeline(of: [.territories])
    for start in Set(timeline.territories.map(\.start)) {
      let fresh = try tracker.snapshot(on: start, .territories).territories
      for span in timeline.territories where span.start == start {
        let same = try #require(fresh.first { $0 == span.item })
        guard let one = span.item.confidence, let other = same.confidence else {
          #expect(span.item.confidence == same.confidence, "\(halfLife), \(start)")
          continue
        }
        #expect(one.isFinite && other.isFinite, "\(halfLife), \(start)")
        #expect(one.isClose(to: other, within: 1e-9), "\(halfLife), \(start)")
      }
    }
  }

  @Test("it never rises while no report comes", arguments: 1...4)
  func falling(seed: UInt64) throws {
    var theatre = randomTheatre(seed: seed, sites: 20, reports: 30)
    theatre.addSetting("\"half_life_days\": 3")
    let tracker = try tracker(theatre)
    let settings = tracker.theatre.settings
    var before: Snapshot?
    var compared = 0
    for number in 0..<settings.start.distance(to: settings.end) {
      let snapshot = try tracker.snapshot(on: settings.start.advanced(by: number), .places)
      if let before {
        for (old, new) in zip(before.places, snapshot.places) where old.cell == new.cell {
          let values = [(old, before.day), (new, snapshot.day)].map {
            tracker.confidence(in: $0.0.cell, on: $0.1)?.value
          }
          #expect((values[0] == nil) == (values[1] == nil), "seed \(seed), \(snapshot.day)")
          guard let one = values[0], let other = values[1] else { continue }
          #expect(other < one, "seed \(seed), \(snapshot.day)")
          compared += 1
        }
      }
      before = snapshot
    }
    #expect(compared > 50, "seed \(seed)")
  }
}
