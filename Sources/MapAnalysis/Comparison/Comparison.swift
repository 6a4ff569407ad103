public import ControlHistory
public import ControlMap
internal import GEOS
internal import Geodesy
internal import Geometry
internal import PlanarSubdivision
public import Theatre
public import TypedIndices

/// What changed hands between two days.
public struct Comparison: Hashable, Sendable {
  /// What a side won from others, and lost to them.
  public struct Balance: Hashable, Sendable {
    /// The side.
    public let side: String
    /// The area it holds that it did not hold before, in square kilometres on the ellipsoid.
    public let wonInSquareKilometers: Double
    /// The area it held that it holds no longer, in square kilometres on the ellipsoid.
    public let lostInSquareKilometers: Double
    /// The places it won.
    public let placesWon: [PlaceID]
    /// The places it lost.
    public let placesLost: [PlaceID]
  }

  /// A place whose state is not what it was.
  public struct Change: Hashable, Sendable {
    /// The place.
    public let place: PlaceID
    /// Its state on the first day.
    public let before: GroundState
    /// Its state on the second day.
    public let after: GroundState
  }

  /// The earlier snapshot's day.
  public let start: Day
  /// The later snapshot's day.
  public let end: Day
  /// What each side won and lost, in the order of the actors' table.
  public let balances: [Balance]
  /// The places whose state changed, by place.
  public let changes: [Change]
}

/// Compares two days' maps, or two maps of a day, of the same cells.
public struct MapComparison {
  private let map: ControlMap
  private var theatre: Theatre { map.theatre }

  /// Prepares to compare maps.
  public init(_ map: ControlMap) {
    self.map = map
  }

  /// Returns what changed hands between two days. Ground is a side's if its holder is of the side,
  /// contested or not.
  ///
  /// - Complexity: O(*n* log *n*), for *n* cells.
  public func comparison(
    from start: Day, to end: Day
  ) throws(MapError) -> Comparison {
    try comparison(
      of: Snapshot(of: map, on: start, layersToCompare),
      and: Snapshot(of: map, on: end, layersToCompare))
  }

  /// What two maps must have to be compared: where both have the same cells, no piece need be drawn.
  var layersToCompare: MapLayers {
    map.settings.linesRunInsideCells ? [.places, .territories] : .places
  }

  /// Returns what is otherwise on one map than on another of the same cells.
  ///
  /// - Precondition: both have the parts `layersToCompare`.
  /// - Complexity: O(*n* log *n*), for *n* cells.
  func comparison(
    of before: Snapshot, and after: Snapshot
  ) throws(MapError) -> Comparison {
    var balances: [Comparison.Balance] = []
    for side in theatre.sides { balances.append(try balance(of: side, before, after)) }
    let changes = zip(before.places, after.places)
      .filter { $0.cell.state != $1.cell.state }
      .map {
        Comparison.Change(place: $0.place, before: $0.cell.state, after: $1.cell.state)
      }
    return Comparison(
      start: before.day, end: after.day, balances: balances, changes: changes)
  }

  private func balance(
    of side: String, _ before: Snapshot, _ after: Snapshot
  ) throws(MapError) -> Comparison.Balance {
    func isHeld(_ state: GroundState) -> Bool {
      state.holder.map { theatre.actors[$0].side } == side
    }
    let places = zip(before.places, after.places).map {
      (place: $0.place, before: isHeld($0.cell.state), after: isHeld($1.cell.state))
    }
    return Comparison.Balance(
      side: side,
      wonInSquareKilometers: try area(of: after, butNotOf: before, where: isHeld),
      lostInSquareKilometers: try area(of: before, butNotOf: after, where: isHeld),
      placesWon: places.filter { !$0.before && $0.after }.map(\.place),
      placesLost: places.filter { $0.before && !$0.after }.map(\.place))
  }

  /// The area of ground that fulfils a condition on one map and not on another, in square kilometres.
  func area(
    of one: Snapshot, butNotOf other: Snapshot, where isMeant: (GroundState) -> Bool
  ) throws(MapError) -> Double {
    guard map.settings.linesRunInsideCells else {
      // Both maps have the same cells.
      return map.tessellation.area(
        of: map.tessellation.cells.indices.filter {
          isMeant(one.states.groundState(ofCell: $0))
            && !isMeant(other.states.groundState(ofCell: $0))
        })
    }
    func shape(_ map: Snapshot) throws(GEOSError) -> MultiPolygon<Position> {
      try united(
        MultiPolygon(map.territories.filter { isMeant($0.state) }.map(\.outline.polygon)))
    }
    let rest = try withGEOS { () throws(GEOSError) in
      try difference(of: shape(one), and: shape(other))
    }
    return WGS84.area(of: rest) / 1e6
  }
}
