internal import Theatre

/// Who holds a piece of ground, and who disputes it. Actors are indices of the theatre's table.
public struct GroundState: Hashable, Sendable {
  /// What a map can say about a piece of ground.
  public enum Status: String, Sendable, CaseIterable {
    /// Somebody holds it and nobody fights for it there.
    case held
    /// Somebody fights for it inside.
    case contested
    /// Nobody says who holds it now, and what was last said of it is outdated: see `Remnant`.
    case presumed
    /// Nobody is known to hold it.
    case unknown
  }

  /// The actor that holds it, if one is known to.
  public internal(set) var holder: Int?

  /// The actors inside that fight the holder, in the order of the table.
  public internal(set) var attackers: [Int]

  /// The actors that surround the holder, in the order of the table.
  public internal(set) var encirclers: [Int]

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

/// A state with what it takes to go on from it: who was last seen on the other side.
struct Situation: Equatable {
  var state = GroundState.unknown

  /// The actor that last held the ground or fought for it against the present holder's side.
  var opponent: Int?

  /// The report by which the holder holds it.
  var holderReport: Int?

  /// Whether reports of equal grade contradict each other, and nothing has settled it since.
  var isDisputed = false

  /// Applies what a report says.
  ///
  /// `control` makes the actor the holder and ends the fighting. `contested` and `entered` keep the
  /// holder and add an attacker; said of an actor whose own side holds the place they mean that
  /// the other side is not out, so the last opponent is the attacker. `withdrew` takes the actor
  /// out: ground that its holder leaves goes to whoever fights inside, else to nobody.
  /// `encircled` marks the ground and changes no holder.
  mutating func apply(_ report: Report, at index: Int, sides: [String]) {
    let actor = report.actor
    switch report.status {
    case .control: take(actor, report: index, sides: sides)
    case .contested, .entered: fight(actor, sides: sides)
    case .withdrew: leave(actor, report: index, sides: sides)
    case .encircled: encircle(actor, sides: sides)
    }
  }

  private mutating func take(_ actor: Int, report: Int, sides: [String]) {
    let others = ([state.holder].compactMap(\.self) + state.attackers)
      .filter { sides[$0] != sides[actor] }
    opponent = others.first ?? opponent.flatMap { sides[$0] == sides[actor] ? nil : $0 }
    state = GroundState(holder: actor, attackers: [], encirclers: [], isContested: false)
    holderReport = report
  }

  private mutating func fight(_ actor: Int, sides: [String]) {
    state.isContested = true
    contest(by: actor, sides: sides)
    if state.attackers.isEmpty, let opponent { state.attackers = [opponent] }
  }

  /// Makes an actor an attacker, unless its own side holds the ground.
  mutating func contest(by actor: Int, sides: [String]) {
    guard state.holder.map({ sides[$0] }) != sides[actor] else { return }
    state.attackers.insertInOrder(actor)
    opponent = actor
  }

  private mutating func leave(_ actor: Int, report: Int, sides: [String]) {
    state.encirclers.removeAll { $0 == actor }
    guard state.holder == actor || state.attackers.contains(actor) else { return }
    state.attackers.removeAll { $0 == actor }
    if state.holder == actor {
      opponent = actor
      state.holder = state.attackers.first
      holderReport = state.holder == nil ? nil : report
      state.encirclers = []
      state.attackers.removeAll { state.holder.map { sides[$0] } == sides[$0] }
    }
    state.isContested = !state.attackers.isEmpty
  }

  private mutating func encircle(_ actor: Int, sides: [String]) {
    guard let holder = state.holder, sides[holder] != sides[actor] else { return }
    state.encirclers.insertInOrder(actor)
  }

  /// Whether it says something of this ground that a side which does not hold it has left: if it fights for it or
  /// surrounds it, or if there are but two sides, so that the other has it.
  private func isTouched(by side: String, _ sides: [String]) -> Bool {
    (state.attackers + state.encirclers).contains { sides[$0] == side } || Set(sides).count <= 2
  }

  /// Whether a report says anything about this ground. That an actor fights in a region, or
  /// surrounds it, is silent about the places there that its own side holds.
  func isAddressed(by report: Report, isRegional: Bool, sides: [String]) -> Bool {
    // That somebody surrounds a place whose holder is unknown says nothing about who holds it.
    guard let holder = state.holder else { return report.status != .encircled }
    guard sides[holder] == sides[report.actor] else {
      return report.status != .withdrew || isTouched(by: sides[report.actor], sides)
    }
    switch report.status {
    case .control, .withdrew: return true
    case .contested, .entered: return !isRegional
    case .encircled: return false
    }
  }
}

extension [Int] {
  /// Adds an element to a sorted array that does not have it.
  fileprivate mutating func insertInOrder(_ element: Int) {
    let index = firstIndex { $0 >= element } ?? endIndex
    if index == endIndex || self[index] != element { insert(element, at: index) }
  }
}
