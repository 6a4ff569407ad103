package import Theatre
internal import TypedIndices

/// A report that reaches a site: how many levels above the site its place is, and when it takes effect.
package struct ReportInScope: Sendable {
  package let report: ReportID
  package let levelsAbove: Int
  package var day: Day
}

/// By the day, then by the row of the report, then the more specific place first.
extension ReportInScope: Comparable {
  package static func < (left: ReportInScope, right: ReportInScope) -> Bool {
    (left.day, left.report, left.levelsAbove) < (right.day, right.report, right.levelsAbove)
  }
}

extension ReportInScope {
  /// The reports that reach each site, by day.
  static func all(
    of theatre: Theatre, reaching sites: Sites, where isSeen: (ReportID) -> Bool
  ) -> IndexedArray<SiteID, [ReportInScope]> {
    var reportsOfPlace = IndexedArray<PlaceID, [ReportID]>(
      repeating: [], count: theatre.places.count)
    for (index, report) in theatre.reports.indexed() where isSeen(index) {
      reportsOfPlace[report.place].append(index)
    }
    return sites.places.mapElements { places in
      var found: [ReportInScope] = []
      for own in places {
        var place: PlaceID? = own
        var level = 0
        while let here = place {
          for report in reportsOfPlace[here] {
            found.append(
              ReportInScope(
                report: report, levelsAbove: level,
                day: theatre.reports[report].date.effectiveDay))
          }
          place = theatre.places[here].parent
          level += 1
        }
      }
      if found.count > 1 {
        found.sort()
      }
      // A report on a region reaches a site once, however many of its places are in the region.
      return places.count == 1 ? found : found.withoutRepetition
    }
  }
}

extension [ReportInScope] {
  /// Of neighbours that are the same report, the first.
  fileprivate var withoutRepetition: [ReportInScope] {
    var distinct: [ReportInScope] = []
    for element in self where element.report != distinct.last?.report { distinct.append(element) }
    return distinct
  }
}
