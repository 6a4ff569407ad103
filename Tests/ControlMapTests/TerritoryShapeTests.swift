import FrontTracking
import GEOS
import GEOSOracles
import Geometry
import TestSupport
import Testing
import Theatre
import TrackerTestSupport
import TypedIndices

@testable import ControlHistory
@testable import ControlMap
@testable import PlanarSubdivision

/// Territories against GEOS' union of their cells, which knows nothing of edges.
/// If one of these fails, ground is drawn that nobody holds, or a hole is filled.
@Suite("The shapes of territories")
struct TerritoryShapeTests {
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
  private func connectedComponents(_ states: CellStates) -> [[CellID]] {
    let ground = IndexedArray<CellID, GroundState>(
      states.cells.indices.map { states.groundState(ofCell: $0).inferred })
    return states.plainComponents { ground[$0] == ground[$1] }
  }

  @Test("random theatres", arguments: 1...6)
  func random(seed: Int) throws {
    let small = randomTheatre(
      seed: UInt64(seed), sites: 60, reports: 90, barrier: seed.isMultiple(of: 2))
    try expectUnions(small, ["2020-01-01", "2020-01-18", "2020-01-31"], "seed \(seed)")
  }
}
