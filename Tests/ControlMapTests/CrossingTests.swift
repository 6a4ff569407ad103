import Diagnostics
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

/// Bridges. If one of these fails, a garrison behind a river is drawn as cut off while it has a bridge,
/// or a report speaks across water that nobody can cross.
@Suite("Crossings")
struct CrossingTests {
  /// The small theatre with crossings, red on both banks, the western edge open to all.
  private func theatre(_ crossings: String?) -> SmallTheatre {
    var theatre = SmallTheatre()
    theatre.reportRows = ["r1,2019-12-01,,land,red,control,paper,1,3,"]
    theatre.openWest(to: "\"red\", \"blue\"")
    if let crossings { theatre.addSetting("\"crossings\": \(crossings)") }
    return theatre
  }

  private static let north = "[[43.5, 36.75]]"

  private func names(_ tracker: FrontTracker, ofCells cells: [CellID]) -> [String] {
    cells.compactMap { tracker.tessellation.cells[$0].site }
      .map { tracker.theatre.places[tracker.sites.places[$0][0]].id }.sorted()
  }

  @Test("a crossing joins the cells on both sides of the barrier beside it")
  func cells() throws {
    let tracker = try tracker(theatre("[[43.503, 36.75], [43.498, 36.2]]"))
    #expect(tracker.map.cells.crossings.links.map(\.crossing) == [CrossingID(0), CrossingID(1)])
    #expect(
      tracker.map.cells.crossings.links.map { names(tracker, ofCells: $0.cells) }
        == [["north-east", "north-west"], ["south-east", "south-west"]])
  }

  @Test(
    "a crossing at no barrier is an error of the theatre, where it stands",
    arguments: [
      (
        "[[43.52, 36.5]]",
        "the crossing \"43.52, 36.5\" lies 1.8 km from the nearest barrier: a crossing lies within "
          + "1 km of one; mend its position, longitude first"
      ),
      (
        "[[36.5, 43.5]]",
        "the crossing \"36.5, 43.5\" lies "
      ),
      // The river goes on beyond the boundary.
      (
        "[[43.5, 35.91]]",
        "the crossing \"43.5, 35.91\" is not at a barrier that divides the ground there: a crossing "
          + "lies within 1 km of where a barrier separates two compartments"
      ),
    ])
  func faults(crossings: String, message: String) throws {
    let error = try #require(throws: MapError.self) { try tracker(theatre(crossings)) }
    guard case .badTheatre(let found) = error else {
      Issue.record("another error: \(error)")
      return
    }
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.severity == .error && $0.file == "theatre.json" })
    #expect(found.map { $0.location?.description } == ["11:17"])
    #expect(found[0].message.hasPrefix(message), "\(found[0].message)")
  }

  @Test("a crossing in a theatre without a barrier crosses nothing")
  func withoutBarrier() throws {
    var dry = theatre(Self.north)
    dry.settings = dry.settings.replacing("\"river.geojson\"", with: "")
    let error = try #require(throws: MapError.self) { try tracker(dry) }
    #expect("\(error)".contains("crosses nothing, since the theatre has no barrier"))
  }

  private func pockets(_ theatre: SmallTheatre) throws -> [[String]] {
    let tracker = try tracker(theatre)
    return try tracker.snapshot(on: day("2020-01-02")).pockets.map {
      $0.places.map { tracker.theatre.places[$0].id }
    }
  }

  @Test("a theatre that names its crossings is crossed there only")
  func pocketsWithBridge() throws {
    let east = ["north-east", "south-east"]
    #expect(try pockets(theatre(nil)) == [])
    #expect(try pockets(theatre("[]")) == [east])
    #expect(try pockets(theatre(Self.north)) == [])
    // The other end of the bridge is lost.
    var lost = theatre(Self.north)
    lost.reportRows.append("r2,2020-01-02,,north-west,blue,control,paper,,3,")
    #expect(try pockets(lost) == [east])
    // There is a second one.
    lost.settings = lost.settings.replacing(
      "[[43.5, 36.75]]", with: "[[43.5, 36.75], [43.5, 36.2]]")
    #expect(try pockets(lost) == [])
  }

  @Test("bridges change neither the ground nor the front")
  func site() throws {
    for report in ["north-west,blue", "westland,blue"] {
      let snapshots = try [nil, "[]", Self.north].map { crossings in
        var theatre = theatre(crossings)
        theatre.reportRows.append("r2,2020-01-02,,\(report),control,paper,,3,")
        return try tracker(theatre).snapshot(on: day("2020-01-02"), [.territories, .fronts])
      }
      for snapshot in snapshots {
        #expect(snapshot.territories == snapshots[0].territories)
        #expect(snapshot.fronts == snapshots[0].fronts)
      }
    }
  }

  @Test("a report speaks across a bridge if the way over it is shorter than that on the bank")
  func inference() throws {
    func northEast(_ crossings: String?) throws -> (holder: String, inference: Inference?) {
      var theatre = theatre(crossings)
      theatre.reportRows = [
        "r1,2019-12-01,,north-west,red,control,paper,1,3,",
        "r2,2019-12-01,,south-east,blue,control,paper,1,3,",
      ]
      let tracker = try tracker(theatre)
      let place = try tracker.place("north-east")
      let snapshot = try tracker.snapshot(on: day("2020-01-02"))
      let state = try #require(snapshot.places.first { $0.place == place }).cell
      return (words(state.state, tracker.theatre), state.inference)
    }
    #expect(try northEast(nil).holder == "blue")
    #expect(try northEast("[]").holder == "blue")
    #expect(try northEast("[[43.5, 36.1]]").holder == "blue")
    let over = try northEast(Self.north)
    #expect(over.holder == "red")
    let ends = [43.25, 43.5, 43.75].map { Position(longitude: $0, latitude: 36.75) }
    let way = WGS84.length(of: LineString(ends)) / 1_000
    #expect(try #require(over.inference).distanceInKilometers.isClose(to: way, relative: 1e-12))
  }

  /// Two rivers, bridges over both, and most places without a report.
  private func threeBanks(seed: UInt64) -> SmallTheatre {
    var theatre = randomTheatre(seed: seed, sites: 40, reports: 14)
    theatre.river = """
      {"type": "MultiLineString", "coordinates": [[[43.3, 35.9], [43.3, 37.1]],
      [[43.6, 35.9], [43.6, 37.1]]]}
      """
    var random = SeededGenerator(seed: seed + 1_000)
    let bridges = (0..<4).map { bridge in
      let latitude = Double.random(in: 36.05...36.95, using: &random)
      return "[\(bridge < 2 ? 43.3 : 43.6), \(latitude)]"
    }
    theatre.addSetting("\"crossings\": [\(bridges.joined(separator: ", "))]")
    return theatre
  }

  /// The nearest reported ground and the way there, by relaxing all ways until nothing changes.
  private func nearest(
    to site: SiteID, among reported: [SiteID], _ tracker: FrontTracker
  ) throws -> (site: SiteID, planar: Double, geodesic: Double)? {
    let crossings = try #require(tracker.theatre.crossings)
    let compartment = { (longitude: Double) in longitude < 43.3 ? 0 : longitude < 43.6 ? 1 : 2 }
    let positions: [Position] = crossings.map(\.position) + [tracker.sites.positions[site]]
    let projector = Projector(tracker.theatre.plane)
    let planar = try projector.project(positions)
    let start = crossings.count
    let compartments =
      crossings.map { $0.position.longitude == 43.3 ? [0, 1] : [1, 2] }
      + [[compartment(positions[start].longitude)]]
    var ways = [(planar: Double, geodesic: Double)](
      repeating: (.infinity, 0), count: positions.count)
    ways[start] = (0, 0)
    for _ in positions {
      for one in positions.indices {
        for other in positions.indices
        where !Set(compartments[one]).isDisjoint(with: compartments[other]) {
          let length = ways[one].planar + planar[one].distance(to: planar[other])
          guard length < ways[other].planar else { continue }
          let way = WGS84.inverse(from: positions[one], to: positions[other])
          ways[other] = (length, ways[one].geodesic + way.distanceInMeters)
        }
      }
    }
    var best: (site: SiteID, planar: Double, geodesic: Double)?
    for end in reported {
      let position = tracker.sites.positions[end]
      let site = try projector.project(position)
      for node in positions.indices
      where compartments[node].contains(compartment(position.longitude)) {
        let length = ways[node].planar + planar[node].distance(to: site)
        guard length < best?.planar ?? .infinity else { continue }
        let way = WGS84.inverse(from: positions[node], to: position)
        best = (end, length, ways[node].geodesic + way.distanceInMeters)
      }
    }
    return best
  }

  @Test(
    "over chains of bridges the nearest report is found that a plain search finds",
    arguments: 1...12)
  func chains(seed: Int) throws {
    let tracker = try tracker(threeBanks(seed: UInt64(seed)))
    var overBridges = 0
    for text in ["2020-01-12", "2020-01-20", "2020-01-31"] {
      let snapshot = try tracker.snapshot(on: day(text), .places)
      let reported = try tracker.sites.places.indices.filter {
        try tracker.history.interval(of: $0, on: day(text)) != nil
      }
      for place in snapshot.places {
        let site = try #require(tracker.sites.site(ofPlace: place.place))
        guard !reported.contains(site) else { continue }
        let expected = try nearest(to: site, among: reported, tracker)
        #expect(place.cell.inference?.site == expected?.site, "seed \(seed), \(text)")
        guard let inference = place.cell.inference, let expected else { continue }
        #expect(
          inference.distanceInKilometers.isClose(to: expected.geodesic / 1_000, relative: 1e-9),
          "seed \(seed), \(text)")
        if tracker.tessellation.compartment(ofSite: inference.site)
          != tracker.tessellation.compartment(ofSite: site)
        {
          overBridges += 1
        }
      }
    }
    #expect(overBridges > 0, "seed \(seed): no report speaks over a bridge, so nothing is tried")
  }
}
