internal import Geodesy
internal import TheatreModel

/// What is known of a cell on one day.
public struct CellState: Hashable, Sendable {
  /// Who holds it.
  public let state: GroundState

  /// The entry that says so: its own site's, or the one it is inferred from.
  public let entry: ControlInterval?

  /// From where the state is inferred; nil if a report reaches the cell's own site.
  public let inference: Inference?

  /// The other states in which it may be, because the day of a report is not known; none if it is certain.
  public internal(set) var alternatives: [GroundState] = []

  /// Nothing is known of it.
  static let unknown = CellState(state: .unknown, entry: nil, inference: nil)
}

/// Where the state of a cell without a report comes from.
public struct Inference: Hashable, Sendable {
  /// The ground whose report it is.
  public let site: Int

  /// How far away that ground is, on the ellipsoid, in kilometres; if it lies on another compartment, by way of
  /// the crossings.
  public let distanceInKilometers: Double

  /// How probable the holder's side is, from 0 to 1; nil where nothing is estimated.
  public let probability: Double?
}

extension FrontTracker {
  /// What an entry of a site says about a cell: that of another site is inferred.
  func state(
    ofCell cell: Tessellation.Cell, by entry: ControlInterval, of source: Int, probability: Double?
  ) -> CellState {
    guard let site = cell.site, site != source else {
      return CellState(state: entry.state, entry: entry, inference: nil)
    }
    let distance =
      distanceOverCrossings(from: site, on: cell.compartment, to: source)
      ?? WGS84.inverse(from: sites.positions[source], to: sites.positions[site])
      .distanceInMeters
    return CellState(
      state: entry.state.inferred, entry: entry,
      inference: Inference(
        site: source, distanceInKilometers: distance / 1_000, probability: probability))
  }

  /// The length of the way to a site on another compartment, in metres; nil if it lies on the same.
  private func distanceOverCrossings(from site: Int, on compartment: Int, to source: Int) -> Double?
  {
    guard let crossingWays, let other = tessellation.compartment(ofSite: source),
      other != compartment,
      let start = tessellation.sitePositions[site], let end = tessellation.sitePositions[source]
    else { return nil }
    return crossingWays.distanceInMeters(
      from: (sites.positions[site], start, compartment), to: (sites.positions[source], end, other))
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
