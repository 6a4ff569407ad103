internal import Theatre
internal import TypedIndices

/// One report whose day is not known, tried on every day that makes a difference.
extension DateDoubts {
  /// The history of a site with one report on another of its days.
  struct Variant {
    /// The days on which that may be so.
    let days: Range<Day>
    let states: [(day: Day, state: GroundState)]

    func state(on day: Day) -> GroundState { states.last { $0.day <= day }?.state ?? .unknown }
  }

  /// The history without a report while that need not be true yet, and with it on each of its days, of those
  /// that come to the same the first.
  func variants(of report: ReportInScope, among reports: [ReportInScope]) -> [Variant] {
    let span = spans[report.report]
    let others = reports.filter { $0.report != report.report }
    let days = Set([span.lowerBound] + others.flatMap { [$0.day, $0.day.next] })
      .filter { span.contains($0) && $0 < period.upperBound }.sorted()
    if isConfirmed {
      return [Variant(days: span.lowerBound..<span.upperBound, states: states(after: others))]
        + days.map { day in
          Variant(
            days: day..<period.upperBound, states: states(after: others + [report.moved(to: day)]))
        }
    }
    let resolved = resolver.resolvedDays(of: others)
    let variants = days.map { variant(by: report.moved(to: $0), others, resolved) }
    // Where a report no longer makes a difference it is as if it had not been made.
    let without = resolved.map { (day: $0.day, state: $0.state.ground) }
    let merged = variants.map(\.days.upperBound).min() ?? period.upperBound
    return [Variant(days: span.lowerBound..<span.upperBound, states: without)]
      + variants.filter { !$0.days.isEmpty }
      + [Variant(days: min(merged, period.upperBound)..<period.upperBound, states: without)]
  }

  /// The history with one more report, from its day on until that no longer makes a difference.
  private func variant(
    by report: ReportInScope, _ others: [ReportInScope], _ resolved: [ReportResolver.ResolvedDay]
  ) -> Variant {
    var next = resolved.firstIndex { report.day <= $0.day } ?? resolved.endIndex
    var without = next > 0 ? resolved[next - 1].state : ResolutionState()
    var day = report.day
    var group = [report]
    if next < resolved.endIndex, resolved[next].day == day {
      group += others[resolved[next].reports]
    }
    group.sort()
    var state = resolver.state(after: group[...], from: without)
    if group.count > 1 {
      without = resolved[next].state
      next += 1
    }
    var states: [(day: Day, state: GroundState)] = []
    while !state.leads(where: without) {
      states.append((day, state.ground))
      guard next < resolved.endIndex else {
        return Variant(days: report.day..<period.upperBound, states: states)
      }
      day = resolved[next].day
      state = resolver.state(after: others[resolved[next].reports], from: state)
      without = resolved[next].state
      next += 1
    }
    return Variant(days: report.day..<day, states: states)
  }
}

extension ReportInScope {
  fileprivate func moved(to day: Day) -> ReportInScope {
    ReportInScope(report: report, levelsAbove: levelsAbove, day: day)
  }
}
