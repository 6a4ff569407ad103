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

  /// The intervals of sites, and what they may be before their first. One report confirms nothing.
  ///
  /// What follows for a class of sites is worked out once.
  package func resolve(_ sites: Range<SiteID>, _ reports: ReportScopes) -> (
    intervals: IndexedArray<SiteID, [ControlInterval]>, prospects: [SiteID: [Prospect]]
  ) {
    var known: [ReportScopes.ClassID: (intervals: [ControlInterval], prospects: [Prospect])] = [:]
    var intervals: IndexedArray<SiteID, [ControlInterval]> = []
    intervals.reserveCapacity(sites.count)
    var prospects: [SiteID: [Prospect]] = [:]
    let mayHaveProspects = !isConfirmed && doubts.exist
    for site in sites {
      let group = reports.sharedClass(of: site)
      let resolved: (intervals: [ControlInterval], prospects: [Prospect])
      if let group, let found = known[group] {
        resolved = found
      } else {
        let reaching = reports[site]
        let found = self.intervals(of: reaching)
        resolved = (
          found, mayHaveProspects ? doubts.prospects(reaching, before: found.first?.day) : []
        )
        if let group { known[group] = resolved }
      }
      intervals.append(resolved.intervals)
      if !resolved.prospects.isEmpty { prospects[site] = resolved.prospects }
    }
    return (intervals, prospects)
  }
}
