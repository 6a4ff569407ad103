import FrontTracking
import GEOS
import GEOSOracles
import Geometry
import TestSupport
import Testing
import Theatre
import TrackerTestSupport

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

/// Territories chained from edges against GEOS' union of their cells, which knows nothing of edges.
/// If one of these fails, ground is drawn that nobody holds, or a hole is filled.
@Suite("The topology")
struct TopologyTests {
  private func expectUnions(_ small: SmallTheatre, _ days: [String], _ comment: Comment) throws {
    let tracker = try tracker(small)
    let topology = tracker.tessellation.topology
    let published = Dictionary(uniqueKeysWithValues: zip(topology.vertices, topology.positions))
    for text in days {
      let snapshot = try tracker.snapshot(on: day(text))
      var shapes: [MultiPolygon<Position>] = []
      for piece in connectedComponents(snapshot.states) {
        let union = try coverageUnion(piece.map(topology.polygon(ofCell:)))
        shapes.append(union.map { $0.compactMap { published[$0] } }.canonical)
      }
      #expect(Set(snapshot.territories.map(\.shape)) == Set(shapes), comment)
      #expect(snapshot.territories.count == shapes.count, comment)
      for territory in snapshot.territories {
        #expect(try territory.shape.invalidity() == nil, comment)
      }
    }
  }

  /// The cells of each connected piece, by a plain search.
  private func connectedComponents(_ states: CellStates) -> [[Int]] {
    let ground = states.cells.indices.map { states.groundState(ofCell: $0).inferred }
    return states.plainComponents { ground[$0] == ground[$1] }
  }

  @Test("random theatres", arguments: 1...6)
  func random(seed: Int) throws {
    let small = randomTheatre(
      seed: UInt64(seed), sites: 60, reports: 90, barrier: seed.isMultiple(of: 2))
    try expectUnions(small, ["2020-01-01", "2020-01-18", "2020-01-31"], "seed \(seed)")
  }

  /// Sites on a lattice, whose cells meet four at a corner: pieces that touch in a point, rings that
  /// touch themselves, holes in holes. It lies wide along the equator, where the plane is Mercator's, in
  /// which meridians and parallels are straight.
  private func lattice(seed: UInt64, size: Int = 9) -> SmallTheatre {
    var random = SeededGenerator(seed: seed)
    var theatre = SmallTheatre()
    theatre.settings = theatre.settings.replacing("\"river.geojson\"", with: "")
    let cells = (0..<size).flatMap { x in (0..<size).map { y in (x, y) } }
    theatre.boundary = """
      {"type": "Polygon", "coordinates": [[[41, 0], [46, 0], [46, 1], [41, 1], [41, 0]]]}
      """
    theatre.placeRows = cells.map { x, y in
      let step = 1 / Double(size)
      return
        "p\(x)-\(y),P,,town,\((Double(y) + 0.5) * step),\(41 + 5 * (Double(x) + 0.5) * step),,,test,"
    }
    theatre.reportRows = cells.map { x, y in
      let holder = Bool.random(using: &random) ? "red" : "blue"
      return "r\(x)-\(y),2020-01-01,,p\(x)-\(y),\(holder),control,paper,,3,"
    }
    return theatre
  }

  @Test("lattices, whose pieces touch in points", arguments: 1...12)
  func lattices(seed: Int) throws {
    try expectUnions(lattice(seed: UInt64(seed)), ["2020-01-01"], "seed \(seed)")
  }

  @Test("the lattices do have corners where four cells meet, and rings that touch there")
  func cornersOfLattices() throws {
    let topology = try tracker(lattice(seed: 1)).tessellation.topology
    let degrees = Dictionary(grouping: topology.edges.origins) { $0 }.mapValues(\.count)
    #expect(degrees.values.filter { $0 == 4 }.count > 20)
  }

  @Test("a hole in a hole is a piece of its own in a piece's hole")
  func nested() throws {
    var theatre = lattice(seed: 1, size: 5)
    // Rings of red, blue and red around the middle.
    theatre.reportRows = (0..<5).flatMap { x in
      (0..<5).map { y in
        let ring = max(abs(x - 2), abs(y - 2))
        return "r\(x)-\(y),2020-01-01,,p\(x)-\(y),\(ring == 1 ? "blue" : "red"),control,paper,,3,"
      }
    }
    try expectUnions(theatre, ["2020-01-01"], "nested")
    let territories = try tracker(theatre).snapshot(on: day("2020-01-01")).territories
    #expect(territories.map { $0.shape.polygons[0].interiors.count }.sorted() == [0, 1, 1])
  }
}
