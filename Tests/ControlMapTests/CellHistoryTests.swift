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
@testable import PlanarSubdivision

/// The cells of all days against the map of each day. If one of these fails, an animated map or a page
/// shows ground that the map of the day does not.
@Suite("The cells of all days")
struct CellHistoryTests {
  private func expectLaws(
    _ tracker: FrontTracker, every step: Int, tolerance: Double, _ comment: Comment
  ) throws {
    let history = try tracker.cellHistory()
    let areas = history.areas
    #expect(history.days == tracker.days, comment)
    #expect(areas.count == history.days.count, comment)
    let whole = tracker.tessellation.areaInSquareKilometers
    let sum = history.cells.reduce(0) { $0 + $1.areaInSquareKilometers }
    #expect(abs(sum - whole) < max(tolerance, 1e-6), comment)
    for index in stride(from: 0, to: history.days.count, by: step) {
      let snapshot = try tracker.snapshot(on: history.days[index], [.territories, .places])
      expectSame(areas[index], snapshot.areas, tolerance, "\(comment), \(snapshot.day)")
      expectSamePlaces(history, snapshot, tracker, "\(comment), \(snapshot.day)")
    }
  }

  private func expectSame(
    _ areas: Snapshot.Areas, _ others: Snapshot.Areas, _ tolerance: Double, _ comment: Comment
  ) {
    #expect(Set(areas.held.keys) == Set(others.held.keys), comment)
    for (holder, area) in others.held {
      #expect(abs((areas.held[holder] ?? 0) - area) < tolerance, comment)
    }
    #expect(abs(areas.contested - others.contested) < tolerance, comment)
    #expect(abs(areas.unknown - others.unknown) < tolerance, comment)
  }

  /// Every site has the state that the day's map gives it.
  private func expectSamePlaces(
    _ history: CellHistory, _ snapshot: Snapshot, _ tracker: FrontTracker, _ comment: Comment
  ) {
    var homes: [SiteID: CellID] = [:]
    for (number, cell) in history.cells.indexed() where cell.holdsSite {
      if let site = cell.site { homes[site] = number }
    }
    for place in snapshot.places {
      let home = tracker.sites.site(ofPlace: place.place).flatMap { homes[$0] }
      #expect(
        home.map { history.state(ofCell: $0, on: snapshot.day) } == place.cell, comment)
    }
  }

  @Test("cells that no line cuts have each day's states and areas", arguments: 1...6)
  func steady(seed: UInt64) throws {
    let theatre = randomTheatre(
      seed: seed, sites: 30, reports: 60, barrier: seed.isMultiple(of: 2))
    try expectLaws(tracker(theatre), every: 1, tolerance: 1e-6, "seed \(seed)")
  }

  @Test("cells cut by the reach of all days have each day's states and areas", arguments: 1...4)
  func reach(seed: UInt64) throws {
    var theatre = randomTheatre(seed: seed, sites: 12, reports: 12)
    theatre.addSetting("\"reach_km\": 14")
    // Snap rounding moves a vertex by 0.35 m at most, and there are some hundred kilometres of circles.
    try expectLaws(tracker(theatre), every: 1, tolerance: 0.2, "reach, seed \(seed)")
  }

  @Test("cells cut by the lines that kriging draws have each day's areas", arguments: 1...2)
  func kriging(seed: UInt64) throws {
    let theatre = try tracker(randomTheatre(seed: seed, sites: 14, reports: 30)).theatre
    let tracker = try FrontTracker(theatre, inference: .kriging)
    let history = try tracker.cellHistory()
    for (day, areas) in zip(history.days, history.areas) {
      let snapshot = try tracker.snapshot(on: day, [.territories, .places])
      // Of one side's ground the piece of a cell decides whose of its actors it is, and the pieces of
      // all days are smaller than those of one: the sides' ground is compared.
      for side in theatre.sides {
        func area(_ areas: Snapshot.Areas) -> Double {
          areas.held.filter { theatre.actors[$0.key].side == side }.reduce(0) { $0 + $1.value }
        }
        let contested = abs(areas.contested - snapshot.areas.contested)
        #expect(
          abs(area(areas) - area(snapshot.areas)) <= contested + 0.5,
          "kriging, seed \(seed), \(day), \(side)")
      }
      #expect(abs(areas.unknown - snapshot.areas.unknown) < 0.5, "kriging, seed \(seed), \(day)")
    }
  }

  @Test("edges have the cells on the sides that they say, and close around each")
  func edges() throws {
    var theatre = randomTheatre(seed: 5, sites: 20, reports: 30)
    theatre.addSetting("\"reach_km\": 20")
    let history = try tracker(theatre).cellHistory()
    // The area of a cell again, from its edges alone: those with it on the left run round it.
    var sums = IndexedArray<CellID, Double>(repeating: 0, count: history.cells.count)
    for edge in history.edges {
      let (start, end) = (
        history.vertices.positions[Int(edge.start)], history.vertices.positions[Int(edge.end)]
      )
      let below = WGS84.areaBelow(from: start, to: end) / 1e6
      if let left = edge.left { sums[left] -= below }
      if let right = edge.right { sums[right] += below }
      #expect(edge.left != edge.right)
    }
    let outlines = history.outlines(labelled: IndexedArray(history.cells.indices.map(\.offset)))
    for (number, cell) in history.cells.indexed() {
      let index = number.offset
      #expect(abs(sums[number] - cell.areaInSquareKilometers) < 1e-6)
      // A cell is connected, so it is one piece.
      #expect(outlines[index].count == 1)
      let outline = outlines[index].reduce(0) { $0 + WGS84.area(of: $1.shape) } / 1e6
      #expect(abs(outline - cell.areaInSquareKilometers) < 1e-6)
    }
  }

  @Test("with nothing reported every cell is unknown on all days")
  func silence() throws {
    var theatre = SmallTheatre()
    theatre.reportRows = []
    let history = try tracker(theatre).cellHistory()
    #expect(history.days.count == 1)
    #expect(history.runs.allSatisfy { $0.count == 1 && $0[0].state.state == .unknown })
    #expect(history.areas.allSatisfy { $0.held.isEmpty && $0.unknown > 0 })
  }
}
