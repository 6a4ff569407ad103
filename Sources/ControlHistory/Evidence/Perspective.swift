public import Theatre
public import TypedIndices

/// Whose reports a map is drawn from.
public enum MapView: Hashable, Sendable {
  /// All reports, weighed by the rules; ground of which nobody says that it held out is presumed taken.
  case assessed

  /// Only the reports of sources that favour a side.
  case claimed(side: String)

  /// What two independent sources say. The rest is unknown, and nothing is inferred.
  case confirmed

  /// The name as it is typed and written: `assessed`, `claimed:is`, `confirmed`.
  public var name: String {
    switch self {
    case .assessed: "assessed"
    case .claimed(let side): "claimed:\(side)"
    case .confirmed: "confirmed"
    }
  }
}

/// Which reports a map is drawn from, and how it reads them.
///
///     let then = ControlHistory(theatre, sites: sites, seenFrom: Perspective(knownOn: day))
public struct Perspective: Hashable, Sendable {
  /// Whose word counts.
  public var view: MapView

  /// The last day whose news is known; nil if everything is known.
  public var knownOn: Day?

  /// The reports that are taken away, as if nobody had made them.
  public var withheld: Set<ReportID>

  /// Everything that is known, assessed.
  public static let plain = Perspective()

  /// Creates a perspective.
  public init(view: MapView = .assessed, knownOn: Day? = nil, withheld: Set<ReportID> = []) {
    self.view = view
    self.knownOn = knownOn
    self.withheld = withheld
  }
}

extension Perspective {
  /// Which of a theatre's reports are seen, one truth value for each; nil if all are.
  ///
  /// - Complexity: O(*r*), for *r* reports.
  package func admitted(of theatre: Theatre) -> IndexedArray<ReportID, Bool>? {
    guard self != Perspective(view: view == .confirmed ? .confirmed : .assessed) else { return nil }
    return IndexedArray(theatre.reports.indices.map { sees($0, of: theatre) })
  }

  /// Whether a report is seen.
  ///
  /// - Complexity: O(1).
  public func sees(_ index: ReportID, of theatre: Theatre) -> Bool {
    admits(theatre.reports[index], of: theatre) && !withheld.contains(index)
  }

  /// Whether an incident is known. What happened is nobody's claim to ground, so every view has it.
  ///
  /// - Complexity: O(1).
  public func sees(_ incident: Incident, of theatre: Theatre) -> Bool {
    knownOn.map { theatre.knownDay(of: incident) <= $0 } ?? true
  }

  private func admits(_ report: Report, of theatre: Theatre) -> Bool {
    if let knownOn, theatre.knownDay(of: report) > knownOn { return false }
    guard case .claimed(let side) = view else { return true }
    return theatre.sources[report.source].favours == side
  }
}

extension Perspective {
  /// The perspective in words, as `, as known on 2016-11-04`; empty for the plain one.
  public var words: String {
    var words = ""
    switch view {
    case .assessed: break
    case .claimed(let side): words += ", as the sources of \(side) tell it"
    case .confirmed: words += ", as two independent sources say"
    }
    if let knownOn { words += ", \(Self.words(knownOn: knownOn))" }
    return words
  }

  /// What was known on a day, in words: `as known on 2016-11-04`.
  public static func words(knownOn day: Day) -> String { "as known on \(day)" }
}
