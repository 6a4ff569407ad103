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

/// The widest way against floods through ever narrower borders, and the shortest of its width against
/// plain relaxing. If one of these fails, a corridor is called narrower or longer than it was.
@Suite("The widest path")
struct WidestPathTests {
  /// The borders and crossings of a theatre, edge by edge from the topology.
  private struct Plain {
    var widths: [[CellID]: Double] = [:]
    let tracker: FrontTracker

    init(_ tracker: FrontTracker) {
      self.tracker = tracker
      let topology = tracker.tessellation.topology
      let cells = tracker.tessellation.cells
      for half in topology.edges.forward {
        guard let (left, right) = topology.cells(beside: half),
          cells[left].compartment == cells[right].compartment
        else { continue }
        let way = WGS84.inverse(
          from: topology.position(ofOrigin: half),
          to: topology.position(ofOrigin: half.twin))
        widths[[left, right].sorted(), default: 0] += way.distanceInMeters / 1_000
      }
      for link in tracker.map.cells.crossings.links { widths[link.cells.sorted()] = .infinity }
    }

    /// Whether borders of at least a width lead through some cells from one to another.
    func isConnected(
      _ start: CellID, _ end: CellID, _ isHeld: IndexedArray<CellID, Bool>, atLeast width: Double
    ) -> Bool {
      guard isHeld[start], isHeld[end] else { return false }
      var found: Set = [start]
      var isNew = true
      while isNew {
        isNew = false
        for (pair, border) in widths where border >= width && pair.allSatisfy({ isHeld[$0] }) {
          if found.contains(pair[0]) != found.contains(pair[1]) {
            found.formUnion(pair)
            isNew = true
          }
        }
      }
      return found.contains(end)
    }

    /// The greatest width at which two cells are connected, by halving.
    func width(
      _ start: CellID, _ end: CellID, _ isHeld: IndexedArray<CellID, Bool>
    ) -> Double? {
      let known = Set(widths.values).union([.infinity]).sorted()
      var (low, high) = (0, known.count - 1)
      guard isConnected(start, end, isHeld, atLeast: known[0]) else { return nil }
      while low < high {
        let middle = (low + high + 1) / 2
        if isConnected(start, end, isHeld, atLeast: known[middle]) {
          low = middle
        } else {
          high = middle - 1
        }
      }
      return known[low]
    }
  }

  /// A theatre of random sites on both banks of a river with bridges, held at random.
  private func random(
    seed: Int
  ) throws -> (tracker: FrontTracker, isHeld: IndexedArray<CellID, Bool>) {
    var random = SeededGenerator(seed: UInt64(seed))
    var theatre = randomTheatre(
      seed: UInt64(seed), sites: 50, reports: 1, barrier: !seed.isMultiple(of: 3))
    if !seed.isMultiple(of: 3) {
      let bridges = (0..<2).map { _ in "[43.5, \(Double.random(in: 36.1...36.9, using: &random))]" }
      theatre.addSetting("\"crossings\": [\(bridges.joined(separator: ", "))]")
    }
    let tracker = try tracker(theatre)
    let isHeld = tracker.tessellation.cells.mapElements { _ in
      Int.random(in: 0..<10, using: &random) < 7
    }
    return (tracker, isHeld)
  }

  @Test("is as wide as the narrowest border through which a flood still passes", arguments: 1...12)
  func width(seed: Int) throws {
    let (tracker, isHeld) = try random(seed: seed)
    let plain = Plain(tracker)
    let paths = WidestPath(network: CellNetwork(tracker.map), isPassable: isHeld)
    var connected = 0
    for start in stride(from: isHeld.startIndex, to: isHeld.endIndex, by: 7) {
      for end in stride(from: CellID(3), to: isHeld.endIndex, by: 5) {
        let expected = plain.width(start, end, isHeld)
        let way = paths.way(from: [start], to: [end])
        #expect((way == nil) == (expected == nil), "seed \(seed): \(start) to \(end)")
        guard let way, let expected else { continue }
        if way.cells.count > 2 { connected += 1 }
        #expect(
          way.width == expected || way.width.isClose(to: expected, relative: 1e-12),
          "seed \(seed): \(start) to \(end)")
        #expect(
          way.cells.first == start && way.cells.last == end && way.cells.allSatisfy { isHeld[$0] })
        let borders = zip(way.cells, way.cells.dropFirst()).map { plain.widths[[$0, $1].sorted()] }
        #expect(borders.allSatisfy { $0 != nil }, "seed \(seed): \(start) to \(end)")
        #expect(
          way.links.map(\.width).min() ?? .infinity == way.width, "seed \(seed): \(start) to \(end)"
        )
      }
    }
    #expect(connected > 5, "seed \(seed): too few ways to try anything")
  }

  @Test("is the shortest of its width", arguments: 1...12)
  func length(seed: Int) throws {
    let (tracker, isHeld) = try random(seed: seed)
    let network = CellNetwork(tracker.map)
    let paths = WidestPath(network: network, isPassable: isHeld)
    for start in stride(from: isHeld.startIndex, to: isHeld.endIndex, by: 9) where isHeld[start] {
      for end in stride(from: CellID(3), to: isHeld.endIndex, by: 8) {
        guard let way = paths.way(from: [start], to: [end]) else { continue }
        var lengths = IndexedArray<CellID, Double>(repeating: .infinity, count: isHeld.count)
        lengths[start] = 0
        for _ in isHeld.indices {
          for cell in isHeld.indices where isHeld[cell] {
            for link in network.links(from: cell)
            where isHeld[link.cell] && link.width >= way.width {
              lengths[link.cell] = min(lengths[link.cell], lengths[cell] + link.length)
            }
          }
        }
        #expect(
          way.length.isClose(to: lengths[end], within: 1e-9), "seed \(seed): \(start) to \(end)")
        #expect(way.links.reduce(0) { $0 + $1.length }.isClose(to: way.length, within: 1e-9))
      }
    }
  }

  @Test("from several cells to several it is the widest of all pairs", arguments: 1...6)
  func several(seed: Int) throws {
    let (tracker, isHeld) = try random(seed: seed)
    let plain = Plain(tracker)
    let paths = WidestPath(network: CellNetwork(tracker.map), isPassable: isHeld)
    let (starts, ends) = ([0, 1, 2, 3].map { CellID($0) }, [20, 30, 40].map { CellID($0) })
    let expected = starts.flatMap { start in ends.compactMap { plain.width(start, $0, isHeld) } }
      .max()
    let width = paths.greatestWidth(from: starts, to: Set(ends))
    #expect((width == nil) == (expected == nil), "seed \(seed)")
    if let width, let expected {
      #expect(width == expected || width.isClose(to: expected, relative: 1e-12), "seed \(seed)")
    }
  }

  @Test("a border that comes in several runs is as wide as the longest of them")
  func runs() throws {
    // A hole in the ground parts the border between two towns into two runs of different length.
    var theatre = SmallTheatre()
    theatre.settings = theatre.settings.replacing("\"river.geojson\"", with: "")
    theatre.boundary = """
      {"type": "Polygon", "coordinates": [[[43, 36], [44, 36], [44, 37], [43, 37], [43, 36]],
      [[43.4, 36.3], [43.6, 36.3], [43.6, 36.5], [43.4, 36.5], [43.4, 36.3]]]}
      """
    theatre.placeRows = ["w,W,,town,36.5,43.2,,,test,", "e,E,,town,36.5,43.8,,,test,"]
    theatre.reportRows = []
    let tracker = try tracker(theatre)
    let link = try #require(
      CellNetwork(tracker.map).links(from: CellID(0)).first { $0.cell == CellID(1) })
    let long = WGS84.inverse(
      from: Position(longitude: 43.5, latitude: 36.5), to: Position(longitude: 43.5, latitude: 37))
    #expect(link.width.isClose(to: long.distanceInMeters / 1_000, relative: 0.001))
    #expect(abs(link.point.latitude - 36.75) < 0.001 && abs(link.point.longitude - 43.5) < 0.001)
  }
}
