public import TypedIndices

/// What a `SideID` is an index of: the blocs of actors who do not fight each other. A side has a name
/// and nothing else.
public enum Side {}

/// Which side of a theatre is meant.
public typealias SideID = TypedIndex<Side>

/// The sides of some actors, looked up once.
struct Sides: Sendable {
  /// Their names, in the order in which the actors name them.
  private(set) var names: IndexedArray<SideID, String> = []
  /// The side of each actor.
  let ofActor: IndexedArray<ActorID, SideID>

  /// Finds the sides.
  ///
  /// - Complexity: O(*a*), for *a* actors.
  init(_ actors: IndexedArray<ActorID, Actor>) {
    var names = names
    var known: [String: SideID] = [:]
    ofActor = actors.mapElements { actor in
      if let side = known[actor.side] { return side }
      known[actor.side] = names.endIndex
      names.append(actor.side)
      return names.index(before: names.endIndex)
    }
    self.names = names
  }
}

extension Theatre {
  /// The names of the sides, in the order in which the actors name them.
  ///
  /// - Complexity: O(1).
  public var sides: IndexedArray<SideID, String> { sidesOfActors.names }

  /// The side of each actor.
  ///
  /// - Complexity: O(1).
  public var sideOfActor: IndexedArray<ActorID, SideID> { sidesOfActors.ofActor }
}
