public import TypedIndices

/// What a `SideID` is an index of: the blocs of actors who do not fight each other. A side has a name
/// and nothing else.
public enum Side {}

/// Which side of a theatre is meant.
public typealias SideID = TypedIndex<Side>

extension Theatre {
  /// The names of the sides, in the order in which the actors name them.
  ///
  /// - Complexity: O(*a s*), for *a* actors of *s* sides.
  public var sides: IndexedArray<SideID, String> {
    var sides = IndexedArray<SideID, String>()
    for actor in actors where !sides.contains(actor.side) { sides.append(actor.side) }
    return sides
  }

  /// The side of each actor.
  ///
  /// - Complexity: that of `sides`.
  public var sideOfActor: IndexedArray<ActorID, SideID> {
    let sides = sides
    return actors.mapElements { sides.firstIndex(of: $0.side) ?? sides.endIndex }
  }
}
