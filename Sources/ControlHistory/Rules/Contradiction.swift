package import Theatre
package import TypedIndices

extension Report {
  /// Whether this report and another of the same place and day cannot both be right.
  ///
  /// That one side holds a place contradicts that another holds it, that there is fighting inside,
  /// and that the same side has left; that a side fights inside contradicts that it has left.
  /// Encirclement contradicts nothing.
  package func contradicts(_ other: Report, sides: IndexedArray<ActorID, SideID>) -> Bool {
    let isOneSide = sides[actor] == sides[other.actor]
    switch (draft, other.draft) {
    case (.holds, .holds): return !isOneSide
    case (.holds, .fights), (.fights, .holds): return true
    case (.holds, .left), (.left, .holds), (.fights, .left), (.left, .fights): return isOneSide
    default: return false
    }
  }

  /// What a report says in short, in the order in which reports of one day are applied.
  private enum Claim {
    case left
    case holds
    case fights
    case surrounds
  }

  private var draft: Claim {
    switch status {
    case .withdrew: .left
    case .control: .holds
    case .contested, .entered: .fights
    case .encircled: .surrounds
    }
  }

  /// The rank in which reports of one day that do not contradict each other are applied: first who
  /// left, then who holds, then who fights.
  package var rankOfApplication: Int {
    switch draft {
    case .left: 0
    case .holds: 1
    case .fights: 2
    case .surrounds: 3
    }
  }
}
