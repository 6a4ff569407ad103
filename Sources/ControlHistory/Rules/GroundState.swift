public import Theatre
public import TypedIndices

/// Who holds a piece of ground, and who disputes it.
public struct GroundState: Hashable, Sendable {
  /// What a map can say about a piece of ground.
  public enum Status: String, Sendable, CaseIterable {
    /// An actor holds it, and nobody fights for it there.
    case held
    /// There is fighting inside.
    case contested
    /// No report says who holds it now, and the last report is outdated: see `Presumption`.
    case presumed
    /// Nobody is known to hold it.
    case unknown
  }

  /// The actor that holds it, if one is known to.
  public internal(set) var holder: ActorID?

  /// The actors inside that fight the holder, in the order of the table.
  public internal(set) var attackers: [ActorID]

  /// The actors that surround the holder, in the order of the table.
  public internal(set) var encirclers: [ActorID]

  /// Whether there is fighting inside, by the attackers or by somebody nobody named.
  public internal(set) var isContested: Bool

  /// Whether it is only presumed that the holder holds it.
  public internal(set) var isPresumed = false

  /// Nobody is known to hold it.
  public static let unknown = GroundState(
    holder: nil, attackers: [], encirclers: [], isContested: false)

  /// What the map says about it.
  public var status: Status {
    if isContested { return .contested }
    guard holder != nil else { return .unknown }
    return isPresumed ? .presumed : .held
  }
}

extension GroundState {
  /// The state of ground around this site. That a place is surrounded says nothing about it.
  package var inferred: GroundState {
    var state = self
    state.encirclers = []
    return state
  }
}
