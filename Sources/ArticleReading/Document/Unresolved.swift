internal import Theatre
internal import TypedIndices

// In a text a party or a place is often found before it is known which one it is. Every sentence holds
// many of them, so "not yet" is an index below 0 and not an optional, and has a name.

extension PlaceID {
  /// Stands for a place of which it is not known yet which one is meant, or that no table has.
  static let unresolved = PlaceID(rawValue: -1)

  /// Whether it is a place of the table.
  var isKnown: Bool { rawValue >= 0 }
}

extension ActorID {
  /// Stands for whoever is meant by a word such as "the fighters", until it is known who that is.
  static let unnamed = ActorID(rawValue: -1)

  /// Stands for a party that the theatre does not have.
  static let outsider = ActorID(rawValue: -2)

  /// Whether it is an actor of the table.
  var isKnown: Bool { rawValue >= 0 }
}
