package import Theatre
package import TypedIndices

/// A state with what is needed to resolve the next day: who was last seen on the other side.
package struct ResolutionState: Equatable {
  package var ground = GroundState.unknown

  /// The actor that last held the ground or fought for it against the present holder's side.
  package var opponent: ActorID?

  /// The report by which the holder holds it.
  package var holderReport: ReportID?

  /// Whether reports of equal grade contradict each other, and nothing has decided it since.
  package var isDisputed = false

  /// Whether all that is reported from now on has the same outcome as after another.
  func leads(where other: ResolutionState) -> Bool {
    ground == other.ground && opponent == other.opponent
  }

  /// Applies what a report says.
  ///
  /// `control` makes the actor the holder and ends the fighting. `contested` and `entered` keep the
  /// holder and add an attacker; said of an actor whose own side holds the place they mean that
  /// the other side is not out, so the last opponent is the attacker. `withdrew` takes the actor
  /// out: ground that its holder leaves goes to whoever fights inside, else to nobody.
  /// `encircled` marks the ground and changes no holder.
  package mutating func apply(
    _ report: Report, at index: ReportID, sides: IndexedArray<ActorID, SideID>
  ) {
    let actor = report.actor
    switch report.status {
    case .control: take(actor, report: index, sides: sides)
    case .contested, .entered: fight(actor, sides: sides)
    case .withdrew: leave(actor, report: index, sides: sides)
    case .encircled: encircle(actor, sides: sides)
    }
  }

  private mutating func take(
    _ actor: ActorID, report: ReportID, sides: IndexedArray<ActorID, SideID>
  ) {
    let others = ([ground.holder].compactMap(\.self) + ground.attackers)
      .filter { sides[$0] != sides[actor] }
    opponent = others.first ?? opponent.flatMap { sides[$0] == sides[actor] ? nil : $0 }
    ground = GroundState(holder: actor, attackers: [], encirclers: [], isContested: false)
    holderReport = report
  }

  private mutating func fight(_ actor: ActorID, sides: IndexedArray<ActorID, SideID>) {
    ground.isContested = true
    contest(by: actor, sides: sides)
    if ground.attackers.isEmpty, let opponent { ground.attackers = [opponent] }
  }

  /// Makes an actor an attacker, unless its own side holds the ground.
  package mutating func contest(by actor: ActorID, sides: IndexedArray<ActorID, SideID>) {
    guard ground.holder.map({ sides[$0] }) != sides[actor] else { return }
    ground.attackers.insertInOrder(actor)
    opponent = actor
  }

  private mutating func leave(
    _ actor: ActorID, report: ReportID, sides: IndexedArray<ActorID, SideID>
  ) {
    ground.encirclers.removeAll { $0 == actor }
    guard ground.holder == actor || ground.attackers.contains(actor) else { return }
    ground.attackers.removeAll { $0 == actor }
    if ground.holder == actor {
      opponent = actor
      ground.holder = ground.attackers.first
      holderReport = ground.holder == nil ? nil : report
      ground.encirclers = []
      ground.attackers.removeAll { ground.holder.map { sides[$0] } == sides[$0] }
    }
    ground.isContested = !ground.attackers.isEmpty
  }

  private mutating func encircle(_ actor: ActorID, sides: IndexedArray<ActorID, SideID>) {
    guard let holder = ground.holder, sides[holder] != sides[actor] else { return }
    ground.encirclers.insertInOrder(actor)
  }

  /// Whether a withdrawal by a side that does not hold this ground matters: it does if that side fights
  /// for it or surrounds it, or if there are only two sides, so that the other one has it.
  private func isTouched(by side: SideID, _ sides: IndexedArray<ActorID, SideID>) -> Bool {
    (ground.attackers + ground.encirclers).contains { sides[$0] == side } || sides.haveOnlyTwoKinds
  }

  /// Whether a report says anything about this ground. That an actor surrounds a region is silent about the
  /// places there that its own side holds.
  package func isAddressed(by report: Report, sides: IndexedArray<ActorID, SideID>) -> Bool {
    // A report that a place with an unknown holder is surrounded does not say who holds it.
    guard let holder = ground.holder else { return report.status != .encircled }
    guard sides[holder] == sides[report.actor] else {
      return report.status != .withdrew || isTouched(by: sides[report.actor], sides)
    }
    switch report.status {
    case .control, .withdrew, .contested, .entered: return true
    case .encircled: return false
    }
  }
}

extension [ActorID] {
  /// Adds an element to a sorted array if it is not in it yet.
  fileprivate mutating func insertInOrder(_ element: ActorID) {
    let index = firstIndex { $0 >= element } ?? endIndex
    if index == endIndex || self[index] != element { insert(element, at: index) }
  }
}

extension IndexedArray<ActorID, SideID> {
  /// Whether there are at most two sides. The sides are numbered in the order in which the actors name
  /// them, so the third is found soon where there is one.
  fileprivate var haveOnlyTwoKinds: Bool { allSatisfy { $0.offset < 2 } }
}
