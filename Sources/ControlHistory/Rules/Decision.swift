public import Theatre
public import TypedIndices

/// How a state was decided.
public struct Decision: Hashable, Sendable {
  /// The state, or nil if no report reaches the site by that day.
  public let interval: ControlInterval?

  /// The reports considered, the latest first.
  public let considered: [Judgement]

  /// Creates a decision.
  public init(interval: ControlInterval?, considered: [Judgement]) {
    self.interval = interval
    self.considered = considered
  }
}

/// What became of a report in a decision.
public struct Judgement: Hashable, Sendable {
  /// The report.
  public let report: ReportID

  /// What became of it.
  public let verdict: Verdict

  /// Creates a judgement.
  public init(report: ReportID, verdict: Verdict) {
    self.report = report
    self.verdict = verdict
  }
}

/// Why a report decided a state or did not.
public enum Verdict: String, Sendable, CaseIterable {
  /// It decided.
  case decided
  /// It says the same as the one that decided.
  case agrees
  /// It says something else about the same day, and both can be true.
  case joined
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
  /// An equally good report names an ally; the first by id decides.
  case tie
  /// It says nothing about who holds this place: it is about a region in which its actor's own side
  /// holds it already, or about who surrounds a place whose holder is unknown.
  case silent
}
