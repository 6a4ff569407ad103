public import Theatre
internal import TypedIndices

/// Sites that are presumed to have been taken for some days, though no report says so.
public struct Presumption: Hashable, Sendable {
  /// The sites.
  package let sites: [SiteID]
  /// The actor that is presumed to hold them.
  package let holder: ActorID
  /// The days on which it is presumed.
  package let period: Range<Day>
  /// The day of the last thing that is known: since when they were surrounded.
  package let surrounded: Day
  /// The reports that the presumption rests on, the most telling first.
  package let reports: [ReportID]
  /// What speaks for the ground around them where that is strongest.
  package let evidence: Evidence

  /// Creates a presumption.
  package init(
    sites: [SiteID], holder: ActorID, period: Range<Day>, surrounded: Day, reports: [ReportID],
    evidence: Evidence
  ) {
    self.sites = sites
    self.holder = holder
    self.period = period
    self.surrounded = surrounded
    self.reports = reports
    self.evidence = evidence
  }

  /// What the history says of the sites meanwhile.
  var interval: ControlInterval {
    var state = GroundState(holder: holder, attackers: [], encirclers: [], isContested: false)
    state.isPresumed = true
    return ControlInterval(
      day: period.lowerBound, state: state, decidedBy: reports, holderReport: nil,
      isDisputed: false, lastReport: surrounded,
      evidence: Evidence(
        support: evidence.belief, opposition: 0, sourceCount: evidence.sourceCount))
  }
}

extension ControlHistory {
  /// Returns the history in which some sites are presumed taken.
  ///
  /// This is a second pass over what the reports say: whoever draws a map finds what to presume on
  /// the map of the reports alone.
  ///
  /// - Parameters:
  ///   - presumptions: what is presumed.
  ///   - end: the day after the last of the map.
  /// - Complexity: O(*n*), for *n* intervals.
  public func presuming(_ presumptions: [Presumption], before end: Day) -> ControlHistory {
    var history = self
    for presumption in presumptions {
      for site in presumption.sites { history.presume(presumption, on: site, before: end) }
    }
    return history
  }

  private mutating func presume(_ presumption: Presumption, on site: SiteID, before end: Day) {
    let (start, over) = (presumption.period.lowerBound, presumption.period.upperBound)
    let reported = intervals[site]
    let after = reported.filter { over <= $0.day }
    var changed = reported.filter { $0.day < start } + [presumption.interval]
    let isOver = after.first?.day == over || over >= end
    if !isOver {
      let interval = interval(of: site, on: over)
      changed.append(
        interval?.with(interval?.state ?? .unknown, from: over) ?? .silence(from: over))
    }
    intervals[site] = changed + after
  }
}
