internal import TheatreModel

/// The decision of one day.
struct Round {
  private let theatre: Theatre
  private let sides: [String]

  /// The situation before the day, and after `decide` the one at its end.
  private(set) var situation: Situation
  /// The reports that decided, by index; none if every report was silent.
  private(set) var decidedBy: [Int] = []
  /// Whether reports of equal grade contradict each other.
  private(set) var isDisputed = false
  /// What became of each report of the day.
  private(set) var considered: [Judgement] = []

  init(situation: Situation, theatre: Theatre, sides: [String]) {
    self.situation = situation
    self.theatre = theatre
    self.sides = sides
  }

  /// Decides the day by its reports.
  mutating func decide(_ reports: ArraySlice<Applicable>) {
    let before = situation
    let addressing = reports.filter {
      before.isAddressed(
        by: theatre.reports[$0.report], isRegional: $0.levelsAbove > 0, sides: sides)
    }
    let claims = addressing.filter { theatre.reports[$0.report].status != .encircled }
    let marks = addressing.filter { theatre.reports[$0.report].status == .encircled }
    decide(amongClaims: claims, before: before)
    apply(marks: marks.map(\.report))
    let silent = sortedByID(
      Array(Set(reports.map(\.report)).subtracting(addressing.map(\.report))))
    considered += silent.map { Judgement(report: $0, verdict: .silent) }
  }

  /// The rules on claims of one day: the more specific place, the better grade, else a dispute.
  private mutating func decide(amongClaims claims: [Applicable], before: Situation) {
    guard let level = claims.map(\.levelsAbove).min() else { return }
    let specific = claims.filter { $0.levelsAbove == level }.map(\.report)
    let grades = specific.map { Grade(theatre.reports[$0], in: theatre) }
    guard let best = grades.min() else { return }
    let equals = zip(specific, grades).filter { $0.1 == best }.map(\.0)
      .sorted(by: isAppliedBefore)
    isDisputed = equals.contains { one in equals.contains { contradict(one, $0) } }
    if isDisputed {
      situation = dispute(among: equals, from: before)
      decidedBy = sortedByID(equals)
    } else {
      for report in equals { situation = outcome(of: report, from: situation) }
      decidedBy = equals.suffix(1)
    }
    judge(equals, weaker: zip(specific, grades).filter { $0.1 != best }.map(\.0))
    let above = claims.filter { $0.levelsAbove > level }.map(\.report)
    considered += above.map { judgement(of: $0, otherwise: .lessSpecific) }
  }

  private mutating func judge(_ equals: [Int], weaker: [Int]) {
    for report in sortedByID(equals) {
      let verdict: Verdict =
        isDisputed
        ? .disputed
        : decidedBy.contains(report) ? .decided : judgement(of: report, otherwise: .tie).verdict
      considered.append(Judgement(report: report, verdict: verdict))
    }
    considered += weaker.map { judgement(of: $0, otherwise: .weakerGrade) }
  }

  /// The order in which reports that do not contradict each other are applied; the last decides.
  /// Who holds a place or fights for it says more than who left it, and of equals the first by id
  /// decides, so that the order of the rows leaves no trace.
  private func isAppliedBefore(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (theatre.reports[one], theatre.reports[other])
    return one.rankOfApplication != other.rankOfApplication
      ? one.rankOfApplication < other.rankOfApplication : one.id > other.id
  }

  private func sortedByID(_ reports: [Int]) -> [Int] {
    reports.sorted { theatre.reports[$0].id < theatre.reports[$1].id }
  }

  private func contradict(_ one: Int, _ other: Int) -> Bool {
    theatre.reports[one].contradicts(theatre.reports[other], sides: sides)
  }

  /// Whether two reports tell one story: they do not contradict each other and do not name two
  /// holders.
  private func agree(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (theatre.reports[one], theatre.reports[other])
    let namesTwoHolders =
      first.status == .control && second.status == .control && first.actor != second.actor
    return !contradict(one, other) && !namesTwoHolders
  }

  private func outcome(of report: Int, from before: Situation) -> Situation {
    var after = before
    after.apply(theatre.reports[report], at: report, sides: sides)
    return after
  }

  /// Equal reports that contradict each other: the holder stays, the ground is contested by
  /// everybody whom the reports name and who is not of the holder's side.
  private func dispute(among reports: [Int], from before: Situation) -> Situation {
    var after = before
    after.state.isContested = true
    for actor in reports.map({ theatre.reports[$0].actor }) {
      after.contest(by: actor, sides: sides)
    }
    return after
  }

  private func judgement(of report: Int, otherwise verdict: Verdict) -> Judgement {
    let agrees = !isDisputed && decidedBy.allSatisfy { agree(report, $0) }
    return Judgement(report: report, verdict: agrees ? .agrees : verdict)
  }

  /// Encirclement goes on top of whatever was decided, unless its actor's side holds the ground.
  private mutating func apply(marks: [Int]) {
    let hasClaim = !decidedBy.isEmpty
    for mark in sortedByID(marks) {
      let marked = outcome(of: mark, from: situation)
      let isNew = marked.state != situation.state
      situation = marked
      if !hasClaim { decidedBy.append(mark) }
      let verdict: Verdict = hasClaim ? (isNew ? .marked : .agrees) : .decided
      considered.append(Judgement(report: mark, verdict: verdict))
    }
  }
}
