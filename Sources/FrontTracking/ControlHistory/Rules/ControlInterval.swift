public import TheatreModel

/// A state of a site from a day on.
public struct ControlInterval: Hashable, Sendable {
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
  /// The day of the last report that says something about the ground.
  public let lastReport: Day
  /// What speaks for the state.
  public let evidence: Evidence
  /// The other states in which the ground may be, because the day of a report is not known; none
  /// if it is certain.
  public internal(set) var alternatives: [GroundState] = []
}
