internal import GEOS
internal import Geodesy
internal import Geometry
internal import TheatreModel

/// What is known of a cell on one day.
public struct CellState: Hashable, Sendable {
  /// Who holds it.
  public let state: GroundState

  /// The entry that says so: its own ground's, or the one it is inferred from.
  public let entry: Chronicle.Entry?

  /// From where the state is inferred; nil if a report reaches the cell's own ground.
  public let inference: Inference?

  /// Nothing is known of it.
  static let unknown = CellState(state: .unknown, entry: nil, inference: nil)
}

/// Where the state of a cell without a report comes from.
public struct Inference: Hashable, Sendable {
  /// The ground whose report it is.
  public let ground: Int

  /// How far away that ground is, on the ellipsoid, in kilometres.
  public let distanceInKilometers: Double
}

/// Gives a cell without a report the state of the nearest ground of its bank that has one: the
/// Voronoi diagram of the reported places.
struct NearestInference {
  let tessellation: Tessellation
  let grounds: Grounds

  /// The states of all cells, from the entries of the grounds in force on a day.
  ///
  /// - Complexity: O(*n* log *n*), for *n* cells.
  func states(of entries: [Chronicle.Entry?]) throws(GEOSError) -> [CellState] {
    var states = tessellation.cells.map { cell in
      cell.ground.flatMap { entries[$0] }
        .map { CellState(state: $0.state, entry: $0, inference: nil) }
    }
    let unreported = states.indices.filter { states[$0] == nil }
    for (bank, cells) in Dictionary(grouping: unreported, by: { tessellation.cells[$0].bank }) {
      let reported = tessellation.cells.filter { $0.bank == bank && $0.holdsGround }
        .compactMap(\.ground).filter { entries[$0] != nil }
      let index = try PointIndex(reported.compactMap { tessellation.sites[$0] })
      for cell in cells {
        guard let ground = tessellation.cells[cell].ground, let site = tessellation.sites[ground],
          let nearest = try index.nearest(to: site),
          let entry = entries[reported[nearest.index]]
        else { continue }
        states[cell] = inferred(for: ground, from: reported[nearest.index], entry)
      }
    }
    return states.map { $0 ?? .unknown }
  }

  private func inferred(for ground: Int, from other: Int, _ entry: Chronicle.Entry) -> CellState {
    let way = WGS84.inverse(from: grounds.positions[other], to: grounds.positions[ground])
    // That a place is surrounded says nothing about the ground around it.
    var state = entry.state
    state.encirclers = []
    return CellState(
      state: state, entry: entry,
      inference: Inference(ground: other, distanceInKilometers: way.distanceInMeters / 1_000))
  }
}
