package import ControlHistory
public import Theatre
public import TypedIndices

/// The areas of a day's states with what they may be, because the days of some reports are not known.
extension Snapshot {
  /// The least, the drawn and the greatest area of a state, in square kilometres on the ellipsoid.
  public struct AreaRange: Hashable, Sendable {
    /// What is in this state for certain.
    public let low: Double
    /// What is drawn in it.
    public let best: Double
    /// What may be in it.
    public let high: Double
  }

  /// The states that areas are told apart by.
  public enum AreaClass: Hashable, Sendable {
    /// Held, or presumed held, by an actor.
    case held(ActorID)
    /// Fought over.
    case contested
    /// Of nobody known.
    case unknown
  }

  /// The areas by state. Each cell is looked at by itself, so that every area between the least and the
  /// greatest is possible, though not all states can be at their greatest at once.
  ///
  /// - Complexity: O(*n*), for *n* cells and territories.
  public var areaRanges: [AreaClass: AreaRange] {
    var best: [AreaClass: Double] = [:]
    for territory in territories {
      best[AreaClass(territory.state), default: 0] += territory.areaInSquareKilometers
    }
    var less: [AreaClass: Double] = [:]
    var more: [AreaClass: Double] = [:]
    var measures = EdgeMeasures(states.topology)
    for cell in states.cells.indices where states.isDateUncertain(cell) {
      let drawn = AreaClass(states.groundState(ofCell: cell))
      let others = Set(states.alternatives(ofCell: cell).map(AreaClass.init))
        .subtracting([drawn])
      guard !others.isEmpty else { continue }
      let area = measures.area(ofCells: CollectionOfOne(cell))
      less[drawn, default: 0] += area
      for other in others { more[other, default: 0] += area }
    }
    var ranges: [AreaClass: AreaRange] = [:]
    for state in Set(best.keys).union(more.keys) {
      let area = best[state] ?? 0
      ranges[state] = AreaRange(
        low: max(0, area - (less[state] ?? 0)), best: area, high: area + (more[state] ?? 0))
    }
    return ranges
  }
}

extension Snapshot.AreaClass {
  package init(_ state: GroundState) {
    switch (state.status, state.holder) {
    case (.held, let holder?), (.presumed, let holder?): self = .held(holder)
    case (.contested, _): self = .contested
    default: self = .unknown
    }
  }
}
