internal import Geodesy
internal import Theatre

/// What is known of a cell on one day.
public struct CellState: Hashable, Sendable {
  /// Who holds it.
  public let state: GroundState

  /// The entry that says so: its own ground's, or the one it is inferred from.
  public let entry: Chronicle.Entry?

  /// From where the state is inferred; nil if a report reaches the cell's own ground.
  public let inference: Inference?

  /// The other states in which it may be, because the day of a report is not known; none if it is certain.
  public internal(set) var alternatives: [GroundState] = []

  /// Nothing is known of it.
  static let unknown = CellState(state: .unknown, entry: nil, inference: nil)
}

/// Where the state of a cell without a report comes from.
public struct Inference: Hashable, Sendable {
  /// The ground whose report it is.
  public let ground: Int

  /// How far away that ground is, on the ellipsoid, in kilometres; if it lies on another bank, by way of
  /// the crossings.
  public let distanceInKilometers: Double

  /// How probable the holder's side is, from 0 to 1; nil where nothing is estimated.
  public let probability: Double?
}

extension FrontTracker {
  /// What an entry of a ground says about a cell: that of another ground is inferred.
  func state(
    ofCell cell: Tessellation.Cell, by entry: Chronicle.Entry, of source: Int, probability: Double?
  ) -> CellState {
    guard let ground = cell.ground, ground != source else {
      return CellState(state: entry.state, entry: entry, inference: nil)
    }
    let distance =
      distanceOverCrossings(from: ground, on: cell.bank, to: source)
      ?? WGS84.inverse(from: grounds.positions[source], to: grounds.positions[ground])
      .distanceInMeters
    return CellState(
      state: entry.state.inferred, entry: entry,
      inference: Inference(
        ground: source, distanceInKilometers: distance / 1_000, probability: probability))
  }

  /// The length of the way to a ground on another bank, in metres; nil if it lies on the same.
  private func distanceOverCrossings(from ground: Int, on bank: Int, to source: Int) -> Double? {
    guard let crossingWays, let other = tessellation.bank(ofGround: source), other != bank,
      let start = tessellation.sites[ground], let end = tessellation.sites[source]
    else { return nil }
    return crossingWays.distanceInMeters(
      from: (grounds.positions[ground], start, bank), to: (grounds.positions[source], end, other))
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
