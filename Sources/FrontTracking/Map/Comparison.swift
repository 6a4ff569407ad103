public import TheatreModel

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
    /// The sites it won, by index.
    public let placesWon: [Int]
    /// The sites it lost, by index.
    public let placesLost: [Int]
  }

  /// A site whose state is not what it was.
  public struct Change: Hashable, Sendable {
    /// The site, by index.
    public let place: Int
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
  /// The sites whose state changed, by place.
  public let changes: [Change]
}

extension FrontTracker {
  /// Returns what changed hands between two days. Ground is a side's if its holder is of the side,
  /// contested or not.
  ///
  /// - Complexity: O(*n* log *n*), for *n* cells.
  public func comparison(
    from start: Day, to end: Day
  ) throws(FrontTrackingError) -> Comparison {
    let before = try snapshot(on: start, .places)
    let after = try snapshot(on: end, .places)
    let balances = theatre.sides.map { balance(of: $0, before, after) }
    let changes = zip(before.places, after.places)
      .filter { $0.cell.state != $1.cell.state }
      .map {
        Comparison.Change(place: $0.place, before: $0.cell.state, after: $1.cell.state)
      }
    return Comparison(start: start, end: end, balances: balances, changes: changes)
  }

  private func balance(
    of side: String, _ before: Snapshot, _ after: Snapshot
  ) -> Comparison.Balance {
    func isHeld(_ map: Snapshot, _ cell: Int) -> Bool {
      map.mosaic.groundState(ofCell: cell).holder.map { theatre.actors[$0].side } == side
    }
    let cells = tessellation.cells.indices
    let won = cells.filter { !isHeld(before, $0) && isHeld(after, $0) }
    let lost = cells.filter { isHeld(before, $0) && !isHeld(after, $0) }
    return Comparison.Balance(
      side: side, wonInSquareKilometers: tessellation.area(of: won),
      lostInSquareKilometers: tessellation.area(of: lost),
      placesWon: tessellation.sites(on: won, of: grounds),
      placesLost: tessellation.sites(on: lost, of: grounds))
  }
}
