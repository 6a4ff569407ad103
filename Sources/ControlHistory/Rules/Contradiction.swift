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
  fileprivate enum Claim {
    case left
    case holds
    case fights
    case surrounds
  }

  fileprivate var draft: Claim {
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

/// What some reports of one place and day say, put together so that another can be held against all of
/// them at once.
package struct Claims {
  private var holding: Set<SideID> = []
  private var fighting: Set<SideID> = []
  private var leaving: Set<SideID> = []

  /// Puts reports together.
  ///
  /// - Complexity: O(*n*), for *n* reports.
  package init(_ reports: some Sequence<Report>, sides: IndexedArray<ActorID, SideID>) {
    for report in reports {
      let side = sides[report.actor]
      switch report.draft {
      case .holds: holding.insert(side)
      case .fights: fighting.insert(side)
      case .left: leaving.insert(side)
      case .surrounds: continue
      }
    }
  }

  /// Whether a report contradicts one of them, as `Report.contradicts` says of two.
  ///
  /// - Complexity: O(1).
  package func contradict(_ report: Report, sides: IndexedArray<ActorID, SideID>) -> Bool {
    let side = sides[report.actor]
    switch report.draft {
    case .holds:
      return holding.count > (holding.contains(side) ? 1 : 0) || !fighting.isEmpty
        || leaving.contains(side)
    case .fights: return !holding.isEmpty || leaving.contains(side)
    case .left: return holding.contains(side) || fighting.contains(side)
    case .surrounds: return false
    }
  }
}
