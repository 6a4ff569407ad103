internal import Geodesy
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

extension FrontTracker {
  /// What an entry of a ground says about a cell: that of another ground is inferred.
  func state(
    ofCell cell: Tessellation.Cell, by entry: Chronicle.Entry, of source: Int
  ) -> CellState {
    guard let ground = cell.ground, ground != source else {
      return CellState(state: entry.state, entry: entry, inference: nil)
    }
    let way = WGS84.inverse(from: grounds.positions[source], to: grounds.positions[ground])
    return CellState(
      state: entry.state.inferred, entry: entry,
      inference: Inference(ground: source, distanceInKilometers: way.distanceInMeters / 1_000))
  }
}

extension GroundState {
  /// The state of ground around this one. That a place is surrounded says nothing about it.
  var inferred: GroundState {
    var state = self
    state.encirclers = []
    return state
  }
}
