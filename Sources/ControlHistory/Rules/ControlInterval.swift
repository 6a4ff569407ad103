public import Theatre
public import TypedIndices

/// A state of a site from a day on.
public struct ControlInterval: Hashable, Sendable {
  /// The first day of the state.
  public let day: Day
  /// The state.
  public let state: GroundState
  /// The reports that decided it: one, or several that agree or are in dispute.
  public let decidedBy: [ReportID]
  /// The report by which the holder holds the ground.
  public let holderReport: ReportID?
  /// Whether reports of equal grade contradict each other.
  public let isDisputed: Bool
  /// The day of the last report that says something about the ground.
  public let lastReport: Day
  /// What speaks for the state.
  public let evidence: Evidence
  /// The other states in which the ground may be, because the day of a report is not known; none
  /// if it is certain.
  public internal(set) var alternatives: [GroundState] = []
}

extension ControlInterval {
  /// The reports that decided the state and the one by which the holder holds.
  package var reports: [ReportID] { decidedBy + [holderReport].compactMap(\.self) }

  /// The same reports with another state, or from another day on.
  package func with(_ state: GroundState, from day: Day) -> ControlInterval {
    ControlInterval(
      day: day, state: state, decidedBy: decidedBy, holderReport: holderReport,
      isDisputed: isDisputed, lastReport: lastReport, evidence: evidence,
      alternatives: alternatives)
  }

  /// From a day on no report reaches the site, as before it was presumed taken.
  static func silence(from day: Day) -> ControlInterval {
    ControlInterval(
      day: day, state: .unknown, decidedBy: [], holderReport: nil, isDisputed: false,
      lastReport: day, evidence: .none)
  }

  /// Whether no report reaches the site.
  package var isSilence: Bool { decidedBy.isEmpty }
}
