public import TheatreModel

/// Who held each ground when, and which report says so.
///
/// The rules, in this order: only reports on the place or on a region above it count; the latest
/// decides; on one date the more specific place; then the better grade; still equal and different,
/// the ground is contested and the state marked as disputed.
public struct Chronicle: Sendable {
  /// A state of a ground from a day on.
  public struct Entry: Hashable, Sendable {
    /// The first day of the state.
    public let day: Day
    /// The state.
    public let state: GroundState
    /// The reports that decided it, by index: one, or several that are of one mind or in dispute.
    public let decidedBy: [Int]
    /// The report by which the holder holds the ground.
    public let holderReport: Int?
    /// Whether reports of equal grade contradict each other.
    public let isDisputed: Bool
  }

  /// The entries of each ground, by day.
  public let entries: [[Entry]]

  private let theatre: Theatre
  private let reportsOfGround: [[Applicable]]
  private let sides: [String]

  /// Decides who held what, on every day.
  ///
  /// - Complexity: O(*r* log *r*), for *r* pairs of a report and a ground that it reaches.
  public init(_ theatre: Theatre, grounds: Grounds) {
    let sides = theatre.actors.map(\.side)
    let reaching = Self.reports(of: theatre, reaching: grounds)
    self.theatre = theatre
    self.sides = sides
    reportsOfGround = reaching
    entries = reaching.map { reports in
      Self.replay(reports, theatre: theatre, sides: sides).map(\.entry)
    }
  }

  /// The entry of a ground that is in force on a day, or nil if no report reaches it by then.
  ///
  /// - Complexity: O(log *n*), for *n* entries of the ground.
  public func entry(of ground: Int, on day: Day) -> Entry? {
    let entries = entries[ground]
    let after = entries.partitioningIndex { $0.day > day }
    return after == 0 ? nil : entries[after - 1]
  }

  /// The days on which some ground's entry changes, in order.
  public var days: [Day] {
    Set(entries.joined().map(\.day)).sorted()
  }

  /// How the state of a ground on a day was decided, with every report considered.
  ///
  /// - Complexity: O(*r*), for *r* reports that reach the ground.
  public func decision(of ground: Int, on day: Day) -> Decision {
    let past = reportsOfGround[ground].filter { $0.day <= day }
    let rounds = Self.replay(past, theatre: theatre, sides: sides)
    guard let last = rounds.last else { return Decision(entry: nil, considered: []) }
    let earlier = rounds.dropLast().reversed().flatMap { round in
      round.considered.map { Judgement(report: $0.report, verdict: .earlier) }
    }
    return Decision(entry: last.entry, considered: last.considered + earlier)
  }
}

/// How a state was decided.
public struct Decision: Hashable, Sendable {
  /// The state, or nil if no report reaches the ground by that day.
  public let entry: Chronicle.Entry?

  /// The reports considered, the latest first.
  public let considered: [Judgement]
}

/// What became of a report in a decision.
public struct Judgement: Hashable, Sendable {
  /// The report, by index.
  public let report: Int

  /// What became of it.
  public let verdict: Verdict
}

/// Why a report decided a state or did not.
public enum Verdict: String, Sendable, CaseIterable {
  /// It decided.
  case decided
  /// It says the same as the one that decided.
  case agrees
  /// It added its mark (encircled) to the state that another decided.
  case marked
  /// It is one of several equals that contradict each other.
  case disputed
  /// A later report decided.
  case earlier
  /// On its day a report on a more specific place decided.
  case lessSpecific = "less_specific"
  /// On its day a report of a better grade decided.
  case weakerGrade = "weaker_grade"
  /// It is about a region in which its actor's own side holds this place already.
  case silent
}

/// A report that reaches a ground: how many levels above it stands, and when it takes effect.
private struct Applicable {
  let report: Int
  let levelsAbove: Int
  let day: Day
}

extension Chronicle {
  /// The reports that reach each ground, by day.
  fileprivate static func reports(
    of theatre: Theatre, reaching grounds: Grounds
  ) -> [[Applicable]] {
    var reportsOfPlace = [[Int]](repeating: [], count: theatre.places.count)
    for (index, report) in theatre.reports.enumerated() {
      reportsOfPlace[report.place].append(index)
    }
    return grounds.sites.map { sites in
      var levels: [Int: Int] = [:]
      for site in sites {
        for (level, place) in theatre.lineage(of: site).enumerated() {
          for report in reportsOfPlace[place] {
            levels[report] = min(level, levels[report] ?? level)
          }
        }
      }
      return
        levels
        .map {
          Applicable(
            report: $0.key, levelsAbove: $0.value, day: theatre.reports[$0.key].date.effectiveDay)
        }
        .sorted { ($0.day, $0.report) < ($1.day, $1.report) }
    }
  }

  /// Goes through the reports day by day.
  fileprivate static func replay(
    _ reports: [Applicable], theatre: Theatre, sides: [String]
  ) -> [(entry: Entry, considered: [Judgement])] {
    var rounds: [(entry: Entry, considered: [Judgement])] = []
    var situation = Situation()
    var start = reports.startIndex
    while start < reports.endIndex {
      let day = reports[start].day
      let end = reports[start...].firstIndex { $0.day != day } ?? reports.endIndex
      var round = Round(situation: situation, theatre: theatre, sides: sides)
      round.decide(reports[start..<end])
      start = end
      guard !round.decidedBy.isEmpty else { continue }
      situation = round.situation
      let entry = Entry(
        day: day, state: situation.state, decidedBy: round.decidedBy,
        holderReport: situation.holderReport, isDisputed: round.isDisputed)
      rounds.append((entry, round.considered))
    }
    return rounds
  }
}

/// The decision of one day.
private struct Round {
  var situation: Situation
  let theatre: Theatre
  let sides: [String]
  var decidedBy: [Int] = []
  var isDisputed = false
  var considered: [Judgement] = []

  init(situation: Situation, theatre: Theatre, sides: [String]) {
    self.situation = situation
    self.theatre = theatre
    self.sides = sides
  }

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
    let silent = Set(reports.map(\.report)).subtracting(addressing.map(\.report)).sorted()
    considered += silent.map { Judgement(report: $0, verdict: .silent) }
  }

  /// The rules on claims of one day: the more specific place, the better grade, else a dispute.
  private mutating func decide(amongClaims claims: [Applicable], before: Situation) {
    guard let level = claims.map(\.levelsAbove).min() else { return }
    let specific = claims.filter { $0.levelsAbove == level }.map(\.report)
    let grades = specific.map { Grade(theatre.reports[$0], in: theatre) }
    guard let best = grades.min() else { return }
    let equals = zip(specific, grades).filter { $0.1 == best }.map(\.0)
      .sorted { rank(of: $0) < rank(of: $1) }
    isDisputed = equals.contains { one in equals.contains { contradict(one, $0) } }
    if isDisputed {
      situation = dispute(among: equals, from: before)
      decidedBy = equals.sorted()
    } else {
      for report in equals { situation = outcome(of: report, from: situation) }
      // Who holds it or fights for it says more than who left it.
      let highest = equals.map(rank).max()
      decidedBy = Array(equals.filter { rank(of: $0) == highest }.prefix(1))
    }
    judge(equals, weaker: zip(specific, grades).filter { $0.1 != best }.map(\.0))
    let above = claims.filter { $0.levelsAbove > level }.map(\.report)
    considered += above.map { judgement(of: $0, otherwise: .lessSpecific) }
  }

  private mutating func judge(_ equals: [Int], weaker: [Int]) {
    for report in equals.sorted() {
      let verdict: Verdict =
        isDisputed ? .disputed : decidedBy.contains(report) ? .decided : .agrees
      considered.append(Judgement(report: report, verdict: verdict))
    }
    considered += weaker.map { judgement(of: $0, otherwise: .weakerGrade) }
  }

  private func rank(of report: Int) -> Int { theatre.reports[report].rankOfApplication }

  private func contradict(_ one: Int, _ other: Int) -> Bool {
    theatre.reports[one].contradicts(theatre.reports[other], sides: sides)
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
    let agrees = !isDisputed && !decidedBy.contains { contradict(report, $0) }
    return Judgement(report: report, verdict: agrees ? .agrees : verdict)
  }

  /// Encirclement goes on top of whatever was decided, unless its actor's side holds the ground.
  private mutating func apply(marks: [Int]) {
    let hasClaim = !decidedBy.isEmpty
    for mark in marks {
      let marked = outcome(of: mark, from: situation)
      let isNew = marked.state != situation.state
      situation = marked
      if !hasClaim { decidedBy.append(mark) }
      let verdict: Verdict = hasClaim ? (isNew ? .marked : .agrees) : .decided
      considered.append(Judgement(report: mark, verdict: verdict))
    }
  }
}

extension Array {
  /// The first index whose element and all after it fulfil a condition.
  fileprivate func partitioningIndex(where isInSecond: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isInSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
