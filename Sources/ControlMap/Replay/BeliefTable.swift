internal import ControlHistory
internal import Theatre
internal import TypedIndices

/// What speaks for each interval of a control history, in flat arrays: a map of many thousand cells looks it up
/// for each of them.
struct BeliefTable: Sendable {
  private var firsts: IndexedArray<SiteID, Int32> = []
  private var beliefs: [Double] = []
  private var lastReports: [Int32] = []
  private var reports: [ReportID] = []
  private var reportEnds: [Int32] = []

  /// - Complexity: O(*n*), for *n* intervals, where those that sites share count once.
  init(_ history: ControlHistory) {
    firsts.reserveCapacity(history.intervals.count)
    // Sites that only the same regions' reports reach share one array of intervals.
    var firstOfArray: [UnsafePointer<ControlInterval>: Int32] = [:]
    for intervals in history.intervals {
      let array = intervals.count > 1 ? intervals.withUnsafeBufferPointer(\.baseAddress) : nil
      if let array, let known = firstOfArray[array] {
        firsts.append(known)
        continue
      }
      if let array { firstOfArray[array] = Int32(beliefs.count) }
      firsts.append(Int32(beliefs.count))
      for interval in intervals {
        beliefs.append(
          interval.state.status == .unknown ? 0 : Confidence.undiminished(interval))
        lastReports.append(Int32(clamping: interval.lastReport.number))
        for report in interval.decidedBy { reports.append(report) }
        if let report = interval.holderReport { reports.append(report) }
        reportEnds.append(Int32(reports.count))
      }
    }
  }

  /// What is believed by an interval of a site, and the day of the last report behind it.
  subscript(site: SiteID, interval: Int) -> (belief: Double, lastReport: Day) {
    let index = Int(firsts[site]) + interval
    return (beliefs[index], Day(number: Int(lastReports[index])))
  }

  /// The reports that decided an interval of a site, and the one by which the holder holds.
  func reports(of site: SiteID, interval: Int) -> ArraySlice<ReportID> {
    let index = Int(firsts[site]) + interval
    return reports[(index > 0 ? Int(reportEnds[index - 1]) : 0)..<Int(reportEnds[index])]
  }
}
