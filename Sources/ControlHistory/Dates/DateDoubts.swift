package import Theatre
internal import TypedIndices

/// Finds the days on which the state of a site is uncertain, because the day of a report is not known.
///
/// A report whose date is a span takes effect on the last day of the span: on that day it is sure to be true.
/// Before that it may be true already.
///
///     day        1     2     3     4     5     6     7     8
///     report a         |-----------------------|              held by IS
///     report b                     |                          held by the army
///     the map    ?     ?     ?     army  army  IS    IS    IS
///     may be           IS    IS    disp. IS    army  army  army
///
/// If *a* came true on day 4, the two are of one day and in dispute, on all later days too.
/// On day 2 report *a* may have come true already, so IS may hold the site before any report has taken
/// effect. From day 6 on both reports are sure to be true, and either may be the later one: *b* is, if *a*
/// came true on day 2 or 3.
///
/// A report may be the latest on a day *d* if two things are so. Its first day is *d* or earlier. And no
/// other report is certain to be later: the last of its days up to *d* is not before the first day of any
/// report whose days have all passed. For each report that may be the latest, the site's history is
/// resolved with that report as the latest.
///
/// What a report means also depends on the state before it. So the history is resolved once more for each
/// report whose day is not known, with that report alone moved to every other day that makes a difference:
/// before, on and after the day of each other report. With only one such report this finds every possible
/// state.
package struct DateDoubts: Sendable {
  let resolver: ReportResolver
  let isConfirmed: Bool
  let spans: IndexedArray<ReportID, ClosedRange<Day>>
  private let isExact: IndexedArray<ReportID, Bool>
  let period: Range<Day>

  package init(_ resolver: ReportResolver, isConfirmed: Bool) {
    self.resolver = resolver
    self.isConfirmed = isConfirmed
    let theatre = resolver.theatre
    period = theatre.settings.start..<theatre.settings.end
    spans = theatre.reports.mapElements(\.date.span)
    isExact = spans.mapElements { $0.lowerBound == $0.upperBound }
  }

  /// Splits the intervals of a site where they become certain or uncertain.
  ///
  /// - Complexity: O(*n*) if all days are known; else O(*n*³) for *n* reports.
  package func divide(_ intervals: [ControlInterval], _ reports: [ReportInScope])
    -> [ControlInterval]
  {
    let open = open(reports)
    if open.isEmpty { return intervals }
    var bounds: Set = [period.lowerBound]
    for report in reports {
      bounds.formUnion([spans[report.report].lowerBound, spans[report.report].upperBound])
    }
    let variants = open.flatMap { self.variants(of: $0, among: reports) }
    let others = others(variants, turns: bounds.union(intervals.map(\.day)))
    let days = others.keys.sorted()
    var divided: [ControlInterval] = []
    for (index, interval) in intervals.enumerated() {
      let next = index + 1 < intervals.count ? intervals[index + 1].day : period.upperBound
      guard period.lowerBound < next, interval.day < period.upperBound else {
        divided.append(interval)
        continue
      }
      let first = max(interval.day, period.lowerBound)
      var latest: [GroundState] = []
      for day in days where first <= day && day < next {
        if day == first || bounds.contains(day) { latest = states(on: day, byLatestOf: reports) }
        // What is older than the theatre keeps its day.
        var part = interval.with(interval.state, from: day == first ? interval.day : day)
        part.alternatives = (latest + (others[day] ?? [])).withoutRepetition(of: interval.state)
        if day == first || part.alternatives != divided.last?.alternatives { divided.append(part) }
      }
    }
    return divided
  }

  /// The reports whose day is not known and makes a difference to the map.
  ///
  /// What lies wholly before a report that is over when the map begins, and says who held the ground, is
  /// left in its written order: it cannot change who holds the ground on any day of the map.
  private func open(_ reports: [ReportInScope]) -> [ReportInScope] {
    let doubtful = reports.filter { !isExact[$0.report] }
    guard !doubtful.isEmpty else { return [] }
    let settled = reports.filter {
      spans[$0.report].upperBound <= period.lowerBound
        && resolver.theatre.reports[$0.report].status == .control
    }.map { spans[$0.report].lowerBound }.max()
    guard let settled else { return doubtful }
    return doubtful.filter { settled <= spans[$0.report].upperBound }
  }

  /// Whether the day of some report is not known.
  package var exist: Bool { !isExact.allSatisfy(\.self) }

  /// In which states a site may be from which day on, before the first report on it takes effect.
  ///
  /// - Parameter end: the day on which it does; nil if none does.
  package func prospects(_ reports: [ReportInScope], before end: Day?) -> [Prospect] {
    let end = min(end ?? period.upperBound, period.upperBound)
    guard period.lowerBound < end, !open(reports).isEmpty else { return [] }
    let turns = Set([period.lowerBound] + reports.map { spans[$0.report].lowerBound })
      .filter { period.contains($0) && $0 < end }.sorted()
    var found: [Prospect] = []
    for day in turns {
      // None has taken effect yet, so each that has come true may be the first of all.
      let states = states(on: day, byLatestOf: reports).withoutRepetition(of: .unknown)
      if states != found.last?.states ?? [] { found.append(Prospect(day: day, states: states)) }
    }
    return found
  }

  /// The states by some variants on each day of the period on which one of them or the map turns.
  private func others(_ variants: [Variant], turns: Set<Day>) -> [Day: [GroundState]] {
    var turns = turns
    for variant in variants {
      turns.insert(variant.days.lowerBound)
      turns.insert(variant.days.upperBound)
      turns.formUnion(variant.states.map(\.day).filter(variant.days.contains))
    }
    let days = turns.filter(period.contains).sorted()
    var others = Dictionary(uniqueKeysWithValues: days.map { ($0, [GroundState]()) })
    for variant in variants {
      for day in days where variant.days.contains(day) {
        others[day]?.append(variant.state(on: day))
      }
    }
    return others
  }

  /// The states in which a site may be on a day, for each report that may be the latest.
  private func states(on day: Day, byLatestOf reports: [ReportInScope]) -> [GroundState] {
    reports.filter { mayBeLatest($0, on: day, among: reports) }
      .map { state(on: day, ifLatestIs: $0, among: reports) }
  }

  private func mayBeLatest(
    _ candidate: ReportInScope, on day: Day, among reports: [ReportInScope]
  ) -> Bool {
    let span = spans[candidate.report]
    guard span.lowerBound <= day else { return false }
    let last = min(span.upperBound, day)
    return reports.allSatisfy { other in
      let span = spans[other.report]
      return span.upperBound > day || span.lowerBound <= last
    }
  }

  /// The state if a report is the latest: those whose days are all past lie before it if they can, and
  /// of the others none has come true.
  private func state(
    on day: Day, ifLatestIs last: ReportInScope, among reports: [ReportInScope]
  ) -> GroundState {
    let end = min(spans[last.report].upperBound, day)
    var history: [ReportInScope] = []
    for var report in reports {
      let span = spans[report.report]
      if report.report == last.report {
        report.day = end
      } else if span.upperBound <= day {
        report.day = report.day < end ? report.day : max(span.lowerBound, end.previous)
      } else {
        continue
      }
      history.append(report)
    }
    return states(after: history).last?.state ?? .unknown
  }

  /// The states of the ground by some reports, each with its first day.
  func states(after history: [ReportInScope]) -> [(day: Day, state: GroundState)] {
    let sorted = history.sorted()
    guard isConfirmed else { return resolver.states(sorted) }
    return resolver.resolutions(sorted, confirmed: true).map {
      ($0.interval.day, $0.interval.state)
    }
  }
}

extension [GroundState] {
  /// The states but one, each once.
  fileprivate func withoutRepetition(of state: GroundState) -> [GroundState] {
    reduce(into: []) { if $1 != state, !$0.contains($1) { $0.append($1) } }
  }
}

/// In which states a site may be from a day on, though no report on it has taken effect.
package struct Prospect: Sendable {
  package let day: Day
  package let states: [GroundState]
}

extension FuzzyDate {
  /// The days on which it may lie. A date that is open at its end is true from its first day on.
  fileprivate var span: ClosedRange<Day> {
    let last = possibleDays.latest ?? effectiveDay
    return min(possibleDays.earliest ?? Day(number: .min / 2), last)...last
  }
}
