public import ControlHistory
public import Theatre
public import TypedIndices

/// What is known of a cell on one day.
public struct CellState: Hashable, Sendable {
  /// Who holds it.
  public let state: GroundState

  /// The interval that says so: its own site's, or the one it is inferred from.
  public let interval: ControlInterval?

  /// From where the state is inferred; nil if a report reaches the cell's own site.
  public let inference: Inference?

  /// The other states in which it may be, because the day of a report is not known; none if it is certain.
  public internal(set) var alternatives: [GroundState] = []

  /// Nothing is known of it.
  package static let unknown = CellState(state: .unknown, interval: nil, inference: nil)
}

/// Where the state of a cell without a report comes from.
public struct Inference: Hashable, Sendable {
  /// The site whose report it is.
  public let site: SiteID

  /// How far away that site is, on the ellipsoid, in kilometres; if it lies in another compartment, by way of
  /// the crossings.
  public let distanceInKilometers: Double

  /// How probable the holder's side is, from 0 to 1; nil where nothing is estimated.
  public let probability: Double?
}

extension CellState {
  /// What an interval of a site says about a cell: its own site's, or that of another from which its
  /// state is inferred.
  init(_ interval: ControlInterval, inference: Inference?) {
    self.init(
      state: inference == nil ? interval.state : interval.state.inferred, interval: interval,
      inference: inference)
  }

  /// How far the state can be trusted on a day; nil if nobody is known to hold it.
  ///
  /// - Complexity: O(1).
  public func confidence(on day: Day, _ settings: MapSettings) -> Confidence? {
    guard state.status != .unknown, let interval else { return nil }
    let days = max(0, interval.lastReport.distance(to: day))
    return Confidence(
      evidence: interval.evidence, ageInDays: days,
      age: Confidence.discount(forAge: days, halfLife: settings.halfLifeInDays),
      nearness: Confidence.discount(
        for: inference, halfDistance: settings.halfDistanceInKilometers),
      presumption: Confidence.discount(for: state))
  }
}

extension Confidence {
  /// How much an inference counts.
  ///
  /// - Parameters:
  ///   - inference: where the state is from; nil for ground with a report of its own.
  ///   - halfDistance: at which distance, in kilometres, it counts half.
  static func discount(for inference: Inference?, halfDistance: Double) -> Double {
    guard let inference else { return 1 }
    return inference.probability
      ?? discount(forDistance: inference.distanceInKilometers, halfDistance: halfDistance)
  }
}
