internal import Algorithms
package import Theatre
internal import TypedIndices

/// The reports on one site, resolved day by day, with the question what would be without some of them.
package struct SiteReplay {
  private let reports: [ReportInScope]
  private let resolver: ReportResolver
  private let days: [ReportResolver.ResolvedDay]

  /// A day on which reports take effect, with the state after it and what that would be otherwise.
  package struct Turn {
    package let day: Day
    package let state: GroundState
    package let alternative: GroundState
  }

  init(_ reports: [ReportInScope], _ resolver: ReportResolver) {
    self.reports = reports
    self.resolver = resolver
    days = resolver.resolvedDays(of: reports)
  }

  /// The states from a day on, and what they would be if some reports of that day had not been made, up
  /// to the first turn from which both lead to the same.
  ///
  /// - Complexity: O(log *n* + *k*), for *n* days and *k* reports of the days that are returned.
  package func turns(without gone: Set<ReportID>, on day: Day) -> [Turn] {
    var next = days.partitioningIndex { $0.day >= day }
    guard next < days.endIndex, days[next].day == day else { return [] }
    var other = next > 0 ? days[next - 1].state : ResolutionState()
    var turns: [Turn] = []
    while next < days.endIndex {
      let here = days[next]
      var made = reports[here.reports]
      if here.day == day { made = made.filter { !gone.contains($0.report) }[...] }
      if !made.isEmpty { other = resolver.state(after: made, from: other) }
      turns.append(Turn(day: here.day, state: here.state.ground, alternative: other.ground))
      if other.leads(where: here.state) { break }
      next += 1
    }
    return turns
  }
}
