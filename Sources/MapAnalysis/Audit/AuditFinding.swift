public import Theatre
public import TypedIndices

/// What came of comparing a statement about the ground with the map.
public struct AuditFinding: Hashable, Sendable {
  /// The measure.
  public let measure: MeasureID
  /// What the map has, in `unit`; nil if it has nothing to compare with the statement.
  public let computed: Double?
  /// The least and the greatest that the map has, if that depends on the day or on which place of a
  /// region is meant; else nil.
  public let range: ClosedRange<Double>?
  /// The unit of what is computed: that of the statement, `degrees` for directions and `places` or
  /// what else is counted.
  public let unit: String
  /// How far the statement may be from what is computed and still agree, in `unit`; nil where nothing
  /// is to be allowed for.
  public let tolerance: Double?
  /// What the tolerance is made of, in words; empty if there is none.
  public let toleranceReason: String
  /// What is computed in words, with its unit.
  public let words: String
  /// Whether the map agrees.
  public let verdict: Verdict
  /// In which sense the statement is true, if not in the plainest one; if it differs, how it may have
  /// come about, or that no reading fits. Nil if there is nothing to say.
  public let reading: String?
  /// Why it cannot be judged; nil if it can.
  public let obstacle: String?
  /// The places counted or meant; none where that is told by subject and object.
  public let places: [PlaceID]
  /// The source's own reports on which the map rests here: where there are some, the
  /// statement is not compared with anything independent of it.
  public let ownReports: [ReportID]

  /// Whether the map agrees with a statement.
  public enum Verdict: String, Sendable, CaseIterable {
    /// The two differ by no more than the tolerance.
    case agrees
    /// They differ by more.
    case differs
    /// It cannot be judged.
    case open
  }
}

extension AuditFinding {
  /// A statement that cannot be judged.
  static func open(
    _ measure: MeasureID, unit: String, because obstacle: String
  ) -> AuditFinding {
    AuditFinding(
      measure: measure, computed: nil, range: nil, unit: unit, tolerance: nil, toleranceReason: "",
      words: "", verdict: .open, reading: nil, obstacle: obstacle, places: [], ownReports: [])
  }

  /// The same statement, computed but not judged.
  init(open other: AuditFinding, because obstacle: String) {
    self.init(
      measure: other.measure, computed: other.computed, range: other.range, unit: other.unit,
      tolerance: other.tolerance, toleranceReason: other.toleranceReason, words: other.words,
      verdict: .open, reading: nil, obstacle: obstacle, places: other.places,
      ownReports: other.ownReports)
  }
}
