public import ControlHistory
public import Theatre

/// By what a map is drawn, beside who held what and where the cells lie.
public struct MapSettings: Hashable, Sendable {
  /// The days that the map has.
  public let period: Range<Day>

  /// How the state of cells that no report reaches is inferred.
  public let inference: InferenceMethod

  /// Whether ground without a report takes the state of other ground. In a map of what is confirmed it
  /// does not.
  public let infersGround: Bool

  /// How far a report speaks for the ground around it, in kilometres; nil if that has no bound.
  public let reachInKilometers: Double?

  /// After how many days a report counts half as much.
  public let halfLifeInDays: Double

  /// Ground this far from the site its state is inferred from, in kilometres, counts half.
  public let halfDistanceInKilometers: Double

  /// The settings of a theatre.
  ///
  /// - Parameters:
  ///   - theatre: the theatre.
  ///   - inference: how the state of cells that no report reaches is inferred.
  ///   - view: whose word the map is drawn from.
  public init(_ theatre: Theatre, inference: InferenceMethod = .nearest, view: MapView = .assessed)
  {
    let settings = theatre.settings
    period = settings.start..<settings.end
    self.inference = inference
    infersGround = view != .confirmed
    reachInKilometers = settings.reachInKilometers
    halfLifeInDays = settings.halfLifeInDays
    halfDistanceInKilometers = settings.halfDistanceInKilometers
  }

  /// Whether lines run inside cells, so that cells are not the same from day to day.
  public var linesRunInsideCells: Bool { inference == .kriging || reachInKilometers != nil }
}
