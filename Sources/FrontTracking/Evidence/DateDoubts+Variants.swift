internal import Theatre

/// One report whose day is not known, tried on every day that makes a difference.
extension DateDoubts {
  /// The ground with one report on another of its days.
  struct Variant {
    /// The days on which that may be so.
    let days: Range<Day>
    let states: [(day: Day, state: GroundState)]

    func state(on day: Day) -> GroundState { states.last { $0.day <= day }?.state ?? .unknown }
  }

  /// The ground without a report while that need not be true yet, and with it on each of its days, of those
  /// that come to the same the first.
  func variants(of report: Applicable, among reports: [Applicable]) -> [Variant] {
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
    let course = replaying.course(of: others)
    let variants = days.map { variant(by: report.moved(to: $0), others, course) }
    // Where a report leaves no trace any more it is as if it had not been made.
    let without = course.map { (day: $0.day, state: $0.situation.state) }
    let merged = variants.map(\.days.upperBound).min() ?? period.upperBound
    return [Variant(days: span.lowerBound..<span.upperBound, states: without)]
      + variants.filter { !$0.days.isEmpty }
      + [Variant(days: min(merged, period.upperBound)..<period.upperBound, states: without)]
  }

  /// The ground with one more report, from its day on until that leaves no trace any more.
  private func variant(
    by report: Applicable, _ others: [Applicable], _ course: [Replaying.Turn]
  ) -> Variant {
    var next = course.firstIndex { report.day <= $0.day } ?? course.endIndex
    var without = next > 0 ? course[next - 1].situation : Situation()
    var day = report.day
    var group = [report]
    if next < course.endIndex, course[next].day == day { group += others[course[next].reports] }
    group.sort { ($0.report, $0.levelsAbove) < ($1.report, $1.levelsAbove) }
    var situation = replaying.situation(after: group[...], from: without)
    if group.count > 1 {
      without = course[next].situation
      next += 1
    }
    var states: [(day: Day, state: GroundState)] = []
    while !situation.leads(where: without) {
      states.append((day, situation.state))
      guard next < course.endIndex else {
        return Variant(days: report.day..<period.upperBound, states: states)
      }
      day = course[next].day
      situation = replaying.situation(after: others[course[next].reports], from: situation)
      without = course[next].situation
      next += 1
    }
    return Variant(days: report.day..<day, states: states)
  }
}

extension Applicable {
  fileprivate func moved(to day: Day) -> Applicable {
    Applicable(report: report, levelsAbove: levelsAbove, day: day)
  }
}

extension Situation {
  /// Whether all that is reported from now on has the same outcome as after another.
  fileprivate func leads(where other: Situation) -> Bool {
    state == other.state && opponent == other.opponent
  }
}
