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
