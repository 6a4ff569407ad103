import FrontTracking
import GEOS
import GEOSOracles
import GeoJSON
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

/// The cells, looked at by means that have no part in making them. If one of these fails, ground
/// is lost, counted twice or given to the wrong place.
@Suite("The cells")
struct TessellationTests {
  private static let box = Polygon(
    LinearRing(
      [(43.0, 36.0), (44, 36), (44, 37), (43, 37), (43, 36)]
        .map { Position(longitude: $0.0, latitude: $0.1) }))

  /// The area of the box on the ellipsoid: its sides divided so finely that they follow the
  /// parallels.
  private static var boxArea: Double {
    WGS84.area(of: box.map { $0.densified(limit: 0.001) }) / 1e6
  }

  @Test("areas sum to the theatre on the ellipsoid", arguments: 1...6)
  func areas(seed: Int) throws {
    let tracker = try tracker(randomTheatre(seed: UInt64(seed), sites: 40, reports: 1))
    let sum = tracker.tessellation.areaInSquareKilometers
    #expect(sum.isClose(to: Self.boxArea, relative: 1e-6), "seed \(seed)")
  }

  @Test("every position is in the cell of the nearest site of its compartment", arguments: 1...4)
  func nearest(seed: Int) throws {
    let tracker = try tracker(randomTheatre(seed: UInt64(seed), sites: 30, reports: 1))
    let cells = tracker.tessellation.cells
    let regions = try cells.indices.map {
      try PreparedRegion(MultiPolygon([tracker.tessellation.topology.polygon(ofCell: $0)]))
    }
    let projector = Projector(tracker.theatre.plane)
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<200 {
      let position = Position(
        longitude: .random(in: 43.0005...43.9995, using: &random),
        latitude: .random(in: 36.0005...36.9995, using: &random))
      let planar = try projector.project(position)
      let isWest = position.longitude < 43.5
      let sameBank = tracker.sites.positions.indices.filter {
        (tracker.sites.positions[$0].longitude < 43.5) == isWest
      }
      let sites = try sameBank.map { try projector.project(tracker.sites.positions[$0]) }
      let best = try #require(sites.map { $0.distance(to: planar) }.min())
      let found = try cells.indices.filter { try regions[$0.offset].covers(planar) }
      // On an edge two cells cover the position; each must be as near as the nearest.
      #expect(!found.isEmpty, "seed \(seed): nothing covers \(position)")
      for cell in found {
        let home = try #require(cells[cell].site)
        let site = try projector.project(tracker.sites.positions[home])
        #expect(
          site.distance(to: planar) <= best + 2,
          "seed \(seed): \(position) is in the cell of place \(site)")
      }
    }
  }

  @Test("neighbours share their edges vertex by vertex", arguments: 1...4)
  func sharedEdges(seed: Int) throws {
    let tracker = try tracker(randomTheatre(seed: UInt64(seed), sites: 40, reports: 1))
    let topology = tracker.tessellation.topology
    let edges = topology.edges.forward
    #expect(
      edges.allSatisfy { topology.cell(leftOf: $0) != topology.cell(leftOf: $0.twin) },
      "seed \(seed)")
    // What is not shared is the outline of the box, so it is as long as that.
    let outline = edges.filter { topology.cells(beside: $0) == nil }
    let length = outline.reduce(0.0) { sum, half in
      let ends = [half, half.twin].map { topology.vertices[Int(topology.edges.origins[$0])] }
      return sum + ends[0].distance(to: ends[1])
    }
    let projector = Projector(tracker.theatre.plane)
    let box = try Self.box.map { try projector.project($0.densified(limit: 0.01)) }
    let expected = box.exterior.segments.reduce(0.0) { $0 + $1.start.distance(to: $1.end) }
    #expect(length.isClose(to: expected, relative: 1e-4), "seed \(seed)")
  }

  @Test(
    "sites in a line, on the river, on the outline, on one spot, or few still fill the theatre",
    arguments: [
      ["36.5,43.1", "36.5,43.2", "36.5,43.3"],
      ["36.5,43.5", "36.2,43.5"],
      ["36.0,43.25", "36.5,43.0", "36.9,43.9"],
      ["36.5,43.2", "36.5,43.2"],
      ["36.5,43.2"],
      [],
    ])
  func oddSites(sites: [String]) throws {
    var theatre = SmallTheatre()
    theatre.placeRows = sites.enumerated().map { "p\($0),P\($0),,town,\($1),,,test," }
    theatre.reportRows = []
    let tracker = try tracker(theatre)
    #expect(tracker.tessellation.areaInSquareKilometers.isClose(to: Self.boxArea, relative: 1e-6))
    for site in tracker.sites.places.indices {
      #expect(tracker.tessellation.cell(ofSite: site) != nil)
    }
    let snapshot = try tracker.snapshot(on: day("2020-01-01"))
    #expect(snapshot.areas.unknown.isClose(to: Self.boxArea, relative: 1e-6))
  }

  @Test("a place outside, even where the plane does not reach, has no cell and spoils nothing")
  func outside() throws {
    var theatre = SmallTheatre()
    theatre.setProjection("EPSG:32638")
    theatre.placeRows += ["pole,Pole,,town,90,0,,,test,", "far,Far,,town,-36.5,-136.5,,,test,"]
    let tracker = try tracker(theatre)
    let far = try #require(tracker.sites.site(ofPlace: tracker.place("far")))
    #expect(tracker.tessellation.cell(ofSite: far) == nil)
    #expect(tracker.tessellation.cells.count == 4)
  }

  @Test("a part that the outline cuts off from its site is a piece of its own")
  func cutOff() throws {
    var theatre = SmallTheatre()
    theatre.settings = theatre.settings.replacing("\"river.geojson\"", with: "")
    // A U: the site in the left arm is the nearest to the top of the right arm too.
    theatre.boundary = """
      {"type": "Polygon", "coordinates": [[[43, 36], [44, 36], [44, 37], [43.6, 37], [43.6, 36.2],
      [43.4, 36.2], [43.4, 37], [43, 37], [43, 36]]]}
      """
    theatre.placeRows = [
      "left,Left,,town,36.8,43.3,,,test,", "right,Right,,town,36.1,43.9,,,test,",
    ]
    theatre.reportRows = [
      "r1,2020-01-01,,left,red,control,paper,,3,", "r2,2020-01-01,,right,blue,control,paper,,3,",
    ]
    theatre.exits = """
      {"type": "Feature", "id": "north-west", "properties": {"sides": ["red", "blue"]},
       "geometry": {"type": "LineString", "coordinates": [[43, 37], [43.4, 37]]}}
      """
    theatre.settings = theatre.settings.replacing(
      "\"exits\": null", with: "\"exits\": \"exits.geojson\"")
    let tracker = try tracker(theatre)
    let snapshot = try tracker.snapshot(on: day("2020-01-01"))
    let red = snapshot.territories.filter { $0.state.holder == ActorID(0) }
    #expect(red.map(\.places.count).sorted() == [0, 1])
    #expect(snapshot.pockets.filter { $0.holder == ActorID(0) }.map(\.places) == [[]])
    #expect(snapshot.places.count == 2)
  }

  @Test("parts of the outline that share an edge or overlap are one ground")
  func touchingParts() throws {
    var theatre = SmallTheatre()
    theatre.boundary = """
      {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"name": "south"}, "geometry": {"type": "Polygon",
       "coordinates": [[[43, 36], [44, 36], [44, 36.5], [43, 36.5], [43, 36]]]}},
      {"type": "Feature", "properties": {"name": "north"}, "geometry": {"type": "Polygon",
       "coordinates": [[[43, 36.4], [44, 36.4], [44, 37], [43, 37], [43, 36.4]]]}}]}
      """
    let tracker = try tracker(theatre)
    #expect(tracker.tessellation.areaInSquareKilometers.isClose(to: Self.boxArea, relative: 1e-6))
  }

  @Test("an outline too small for the grid is refused, not drawn as nothing")
  func tooSmall() throws {
    var theatre = SmallTheatre()
    theatre.boundary = """
      {"type": "Polygon", "coordinates": [[[43, 36], [43.000001, 36], [43.000001, 36.000001],
      [43, 36.000001], [43, 36]]]}
      """
    #expect(throws: MapError.self) { try tracker(theatre) }
  }

  @Test("an island belongs to the compartment beside it, with or without a site")
  func islands() throws {
    var theatre = SmallTheatre()
    theatre.boundary = """
      {"type": "MultiPolygon", "coordinates": [
        [[[43, 36], [44, 36], [44, 37], [43, 37], [43, 36]]],
        [[[42.7, 36.5], [42.8, 36.5], [42.8, 36.6], [42.7, 36.6], [42.7, 36.5]]]]}
      """
    let tracker = try tracker(theatre)
    let snapshot = try tracker.snapshot(on: day("2020-01-01"))
    #expect(snapshot.areas.unknown == 0)
    // The island has no site: a cell of its own in the state of the site nearest to it.
    #expect(tracker.tessellation.cells.count == 5)
  }

  /// What the proof is given.
  private struct ProofInput {
    let tracker: FrontTracker
    let siteAssignment: SiteAssignment
    let assignment: CellAssignment

    init(_ theatre: SmallTheatre) throws {
      tracker = try TrackerTestSupport.tracker(theatre)
      let plane = tracker.tessellation.plane
      let compartments = try Compartments(
        tracker.theatre, barriers: tracker.theatre.barriers, in: plane)
      siteAssignment = try SiteAssignment(
        IndexedArray(plane.project(tracker.sites.positions.elements).map(Optional.some)),
        in: compartments)
      assignment = try CellAssignment(Subdivision(siteAssignment.lines()), of: siteAssignment)
    }

    func prove(_ cells: IndexedArray<CellID, CellDraft>, without lost: CellID? = nil) throws {
      var topology = tracker.tessellation.topology
      if let lost { topology = try topology.without(cell: lost) }
      try proveCells(cells, topology, of: siteAssignment) {
        tracker.theatre.name(ofSite: $0, in: tracker.sites)
      }
    }
  }

  @Test("each proof refuses what the others let pass")
  func proofs() throws {
    var theatre = SmallTheatre()
    theatre.boundary = """
      {"type": "MultiPolygon", "coordinates": [
        [[[43, 36], [44, 36], [44, 37], [43, 37], [43, 36]]],
        [[[42.7, 36.5], [42.8, 36.5], [42.8, 36.6], [42.7, 36.6], [42.7, 36.5]]]]}
      """
    let given = try ProofInput(theatre)
    let right = given.assignment.cells
    let island = try #require(right.firstIndex { !$0.holdsSite })
    // The island is given to another site of the compartment, or to nobody: every site still lies in
    // its own cell.
    var moved = right
    moved[island].site = try #require(
      right.first { $0.compartment == right[island].compartment && $0.site != right[island].site }?
        .site)
    let faults: [(cells: IndexedArray<CellID, CellDraft>, lost: CellID?, reason: String)] = [
      (moved, nil, "nearer to another place"), (right, island, "inside out"),
    ]
    for fault in faults {
      let error = try #require(throws: MapError.self) {
        try given.prove(fault.cells, without: fault.lost)
      }
      #expect("\(error)".contains(fault.reason))
    }
    try given.prove(right)
  }

  @Test("ground that is in no cell is missed")
  func missing() throws {
    var theatre = SmallTheatre()
    theatre.placeRows = ["west,West,,town,36.5,43.2,,,test,"]
    theatre.reportRows = []
    let given = try ProofInput(theatre)
    #expect(given.assignment.cells.map(\.site) == [SiteID(0), nil])
    let error = try #require(throws: MapError.self) {
      try given.prove(IndexedArray(given.assignment.cells.dropLast()))
    }
    #expect("\(error)".contains("the cells cover"))
  }

  @Test("cells that are not right are refused by the names of their places")
  func refusal() throws {
    let given = try ProofInput(SmallTheatre())
    let right = given.assignment.cells
    // Each of two neighbours is given the other's ground, or one has no cell.
    var swapped = right
    let (first, second) = (CellID(0), CellID(1))
    (swapped[first].site, swapped[second].site) = (right[second].site, right[first].site)
    var homeless = right
    homeless[first].holdsSite = false
    for (cells, names) in [(swapped, ["South West"]), (homeless, ["North West"])] {
      let error = try #require(throws: MapError.self) { try given.prove(cells) }
      guard case .unprovedTessellation(_, let places) = error else {
        Issue.record("another error: \(error)")
        continue
      }
      #expect(places == names)
    }
  }
}

extension Topology {
  /// The same edges, with nothing where a cell was.
  fileprivate func without(cell: CellID) throws -> Topology {
    let lines = edges.forward.map { half in
      let sides = [half, half.twin].map { side in
        self.cell(leftOf: side).flatMap { $0 == cell ? nil : $0 }
      }
      return Line(
        start: edges.origins[half], end: edges.origins[half.twin], left: sides[0],
        right: sides[1])
    }
    return Topology(lines, vertices, cellCount: cellCount) { _ in positions }
  }
}
