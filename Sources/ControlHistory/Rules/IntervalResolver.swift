package import Theatre
package import TypedIndices

/// How the reports on a site are read.
package struct IntervalResolver: Sendable {
  package let reports: ReportResolver
  private let doubts: DateDoubts
  private let isConfirmed: Bool

  package init(_ theatre: Theatre, sides: IndexedArray<ActorID, SideID>, _ perspective: Perspective)
  {
    reports = ReportResolver(theatre, sides: sides)
    isConfirmed = perspective.view == .confirmed
    doubts = DateDoubts(reports, isConfirmed: isConfirmed)
  }

  package func intervals(of reports: [ReportInScope]) -> [ControlInterval] {
    doubts.divide(
      self.reports.resolutions(reports, confirmed: isConfirmed).map(\.interval), reports)
  }

  /// What sites may be before their first intervals. One report confirms nothing.
  package func prospects(
    of reports: IndexedArray<SiteID, [ReportInScope]>,
    _ intervals: IndexedArray<SiteID, [ControlInterval]>
  ) -> [SiteID: [Prospect]] {
    guard !isConfirmed, doubts.exist else { return [:] }
    var found: [SiteID: [Prospect]] = [:]
    for (site, reports) in reports.indexed() {
      let prospects = doubts.prospects(reports, before: intervals[site].first?.day)
      if !prospects.isEmpty { found[site] = prospects }
    }
    return found
  }
}
