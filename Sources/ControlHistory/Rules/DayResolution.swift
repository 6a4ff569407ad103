package import Theatre
package import TypedIndices

/// The decision of one day.
package struct DayResolution {
  private let theatre: Theatre
  private let sides: IndexedArray<ActorID, SideID>

  /// The state before the day, and after `decide` the one at its end.
  package private(set) var state: ResolutionState
  /// The reports that decided; none if every report was silent.
  package private(set) var decidedBy: [ReportID] = []
  /// What became of each report of the day.
  package private(set) var considered: [Judgement] = []

  package init(state: ResolutionState, theatre: Theatre, sides: IndexedArray<ActorID, SideID>) {
    self.state = state
    self.theatre = theatre
    self.sides = sides
  }

  /// Decides the day by its reports.
  package mutating func decide(_ reports: ArraySlice<ReportInScope>) {
    if reports.count == 1, let only = reports.first {
      decide(only)
      return
    }
    let claims = reports.filter { theatre.reports[$0.report].status != .encircled }
    let marks = reports.filter { theatre.reports[$0.report].status == .encircled }
    let before = state
    decide(amongClaims: claims.filter { addresses($0, before) })
    // Marks go on top of what was decided, so they are compared with the state after it.
    let after = state
    apply(marks: marks.filter { addresses($0, after) }.map(\.report))
    let silent = claims.filter { !addresses($0, before) } + marks.filter { !addresses($0, after) }
    considered += sortedByID(silent.map(\.report)).map { Judgement(report: $0, verdict: .silent) }
  }

  /// The rules on one report: nothing stands against it.
  private mutating func decide(_ only: ReportInScope) {
    guard addresses(only, state) else {
      considered.append(Judgement(report: only.report, verdict: .silent))
      return
    }
    let report = theatre.reports[only.report]
    if report.status != .encircled { state.isDisputed = false }
    state.apply(report, at: only.report, sides: sides)
    decidedBy = [only.report]
    considered.append(Judgement(report: only.report, verdict: .decided))
  }

  private func addresses(_ report: ReportInScope, _ state: ResolutionState) -> Bool {
    state.isAddressed(by: theatre.reports[report.report], sides: sides)
  }

  /// The rules on claims of one day: the more specific place, the better grade, else a dispute.
  private mutating func decide(amongClaims claims: [ReportInScope]) {
    guard let level = claims.map(\.levelsAbove).min() else { return }
    let specific = claims.filter { $0.levelsAbove == level }.map(\.report)
    let grades = specific.map { Grade(theatre.reports[$0], in: theatre) }
    guard let best = grades.min() else { return }
    let equals = zip(specific, grades).filter { $0.1 == best }.map(\.0)
      .sorted(by: isAppliedBefore)
    let all = Claims(equals.map { theatre.reports[$0] }, sides: sides)
    let opposed =
      equals.count == 1
      ? [] : equals.filter { all.contradict(theatre.reports[$0], sides: sides) }
    state.isDisputed = !opposed.isEmpty
    if state.isDisputed {
      state = dispute(among: opposed, from: state)
      decidedBy = sortedByID(opposed)
    } else {
      for report in equals { state = outcome(of: report, from: state) }
      decidedBy = equals.suffix(1)
    }
    judge(equals, weaker: zip(specific, grades).filter { $0.1 != best }.map(\.0))
    let above = claims.filter { $0.levelsAbove > level }.map(\.report)
    considered += above.map { judgement(of: $0, otherwise: .lessSpecific) }
  }

  private mutating func judge(_ equals: [ReportID], weaker: [ReportID]) {
    let deciding = Set(decidedBy)
    for report in sortedByID(equals) {
      let isDeciding = deciding.contains(report)
      let verdict: Verdict = state.isDisputed ? .disputed : .decided
      considered.append(
        isDeciding
          ? Judgement(report: report, verdict: verdict)
          : judgement(of: report, otherwise: isRival(report) ? .tie : .joined))
    }
    considered += weaker.map { judgement(of: $0, otherwise: .weakerGrade) }
  }

  /// The order in which reports that do not contradict each other are applied; the last decides.
  /// Who holds a place or fights for it says more than who left it, and among equally good ones the first by id
  /// decides, so that the order of the rows makes no difference.
  private func isAppliedBefore(_ one: ReportID, _ other: ReportID) -> Bool {
    let (one, other) = (theatre.reports[one], theatre.reports[other])
    return one.rankOfApplication != other.rankOfApplication
      ? one.rankOfApplication < other.rankOfApplication : one.id > other.id
  }

  private func sortedByID(_ reports: [ReportID]) -> [ReportID] {
    reports.sorted { theatre.reports[$0].id < theatre.reports[$1].id }
  }

  /// Whether a report names another holder than the one that decided.
  private func isRival(_ report: ReportID) -> Bool {
    theatre.reports[report].status == .control
      && decidedBy.contains { theatre.reports[$0].status == .control }
  }

  /// Whether two reports say the same: the same kind of thing about the same actor.
  private func agree(_ one: ReportID, _ other: ReportID) -> Bool {
    let (first, second) = (theatre.reports[one], theatre.reports[other])
    return first.rankOfApplication == second.rankOfApplication && first.actor == second.actor
  }

  private func outcome(of report: ReportID, from before: ResolutionState) -> ResolutionState {
    var after = before
    after.apply(theatre.reports[report], at: report, sides: sides)
    return after
  }

  /// Equal reports that contradict each other: the holder stays, the ground is contested by
  /// everybody of another side of whom one of them says more than that he has left.
  private func dispute(among reports: [ReportID], from before: ResolutionState) -> ResolutionState {
    var after = before
    after.ground.isContested = true
    for report in reports.map({ theatre.reports[$0] }) where report.status != .withdrew {
      after.contest(by: report.actor, sides: sides)
    }
    return after
  }

  private func judgement(of report: ReportID, otherwise verdict: Verdict) -> Judgement {
    let agrees = !state.isDisputed && decidedBy.allSatisfy { agree(report, $0) }
    return Judgement(report: report, verdict: agrees ? .agrees : verdict)
  }

  /// Encirclement goes on top of whatever was decided.
  private mutating func apply(marks: [ReportID]) {
    let hasClaim = !decidedBy.isEmpty
    for mark in sortedByID(marks) {
      let marked = outcome(of: mark, from: state)
      let isNew = marked.ground != state.ground
      state = marked
      if !hasClaim { decidedBy.append(mark) }
      let verdict: Verdict = hasClaim ? (isNew ? .marked : .agrees) : .decided
      considered.append(Judgement(report: mark, verdict: verdict))
    }
  }
}
