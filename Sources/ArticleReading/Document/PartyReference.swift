internal import Theatre
internal import TypedIndices

/// Who a text means by its words for a party: often a party is found before it is known which one it is.
enum PartyReference: Hashable, Sendable {
  /// An actor of the table.
  case actor(ActorID)
  /// Whoever is meant by a word such as "the fighters", until it is known who that is.
  case unnamed
  /// A party that the theatre does not have.
  case outsider

  /// The actor; nil for one that is not known yet or that no table has.
  var id: ActorID? {
    if case .actor(let id) = self { return id }
    return nil
  }

  /// Whether it is an actor of the table.
  var isKnown: Bool { id != nil }
}

extension Set<ActorID> {
  /// Whether a party is one of these actors.
  func contains(_ party: PartyReference) -> Bool { party.id.map { contains($0) } ?? false }
}
