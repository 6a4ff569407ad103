internal import Theatre
internal import TypedIndices

/// Follows what two independent sources say of a site, part by part: who holds it, that there is fighting
/// inside, who attacks and who surrounds.
///
/// A part counts as said from the day on which the state got it, whichever report says so, whether it
/// decided or lost by its grade.
package struct Confirmation {
  private let scale: SupportScale
  private var side: SideID?
  private var holding: Set<Int> = []
  private var fighting: Set<Int> = []
  private var attacking: [ActorID: Set<Int>] = [:]
  private var surrounding: [ActorID: Set<Int>] = [:]

  /// How many independent sources it takes.
  package static let quorum = 2

  package init(_ scale: SupportScale) {
    self.scale = scale
  }

  /// Takes in the reports of a day, and keeps only the confirmed part of the state after it.
  package mutating func add(_ resolution: DayResolution) -> GroundState {
    let state = resolution.state.ground
    forgetWhatIsOver(in: state)
    for judgement in resolution.considered where judgement.verdict != .silent {
      add(judgement.report, state)
    }
    var confirmed = GroundState.unknown
    if holding.count >= Self.quorum { confirmed.holder = state.holder }
    confirmed.isContested = fighting.count >= Self.quorum
    if confirmed.isContested {
      confirmed.attackers = state.attackers.filter { isConfirmed(attacking[$0]) }
    }
    if confirmed.holder != nil {
      confirmed.encirclers = state.encirclers.filter { isConfirmed(surrounding[$0]) }
    }
    return confirmed
  }

  private mutating func forgetWhatIsOver(in state: GroundState) {
    let now = state.holder.map { scale.sides[$0] }
    if now != side { holding = [] }
    side = now
    if !state.isContested { fighting = [] }
    attacking = attacking.filter { state.attackers.contains($0.key) }
    surrounding = surrounding.filter { state.encirclers.contains($0.key) }
  }

  private mutating func add(_ report: ReportID, _ state: GroundState) {
    let group = scale.group(of: report)
    let (actor, status) = scale.statement(of: report)
    switch status {
    case .control: if scale.sides[actor] == side { holding.insert(group) }
    case .contested, .entered:
      guard state.isContested else { return }
      fighting.insert(group)
      if state.attackers.contains(actor) { attacking[actor, default: []].insert(group) }
    case .encircled:
      if state.encirclers.contains(actor) { surrounding[actor, default: []].insert(group) }
    case .withdrew: return
    }
  }

  private func isConfirmed(_ groups: Set<Int>?) -> Bool { (groups?.count ?? 0) >= Self.quorum }
}
