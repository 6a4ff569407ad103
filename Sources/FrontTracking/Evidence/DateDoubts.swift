internal import TheatreModel

/// Finds on which days the state of a ground is not certain, because the day of a report is not known.
///
/// The map takes a report to be true from the last day that its date allows. On an earlier day it may
/// have been true already; and of two reports whose spans overlap either may be the later. On a day *d*
/// a report may be the latest if its first day is no later than *d* and no other report is sure to be
/// later: if the last of its days up to *d* is no earlier than the first day of every report whose days
/// are all past. For each report that may be the latest the ground is replayed with it as the latest.
struct DateDoubts: Sendable {
  private let replaying: Replaying
  private let spans: [ClosedRange<Day>]
  private let isExact: [Bool]
  private let period: Range<Day>

  init(_ replaying: Replaying) {
    self.replaying = replaying
    let theatre = replaying.theatre
    period = theatre.settings.start..<theatre.settings.end
    spans = theatre.reports.map(\.date.span)
    isExact = spans.map { $0.lowerBound == $0.upperBound }
  }

  /// Divides the entries of a ground where they become certain or cease to be.
  ///
  /// - Complexity: O(*n*) if all days are known; else O(*f*² *n*) for *f* of *n* reports whose day is not.
  func divide(_ entries: [Chronicle.Entry], _ reports: [Applicable]) -> [Chronicle.Entry] {
    if reports.allSatisfy({ isExact[$0.report] }) { return entries }
    let turns = Set(
      [period.lowerBound]
        + reports.flatMap { [spans[$0.report].lowerBound, spans[$0.report].upperBound] }
    ).filter(period.contains).sorted()
    var divided: [Chronicle.Entry] = []
    for (index, entry) in entries.enumerated() {
      let next = index + 1 < entries.count ? entries[index + 1].day : period.upperBound
      guard period.lowerBound < next, entry.day < period.upperBound else {
        divided.append(entry)
        continue
      }
      let first = max(entry.day, period.lowerBound)
      for day in [first] + turns.filter({ first < $0 && $0 < next }) {
        // What is older than the theatre keeps its day.
        var part = entry.with(entry.state, from: day == first ? entry.day : day)
        part.alternatives = alternatives(to: entry.state, on: day, reports)
        if day == first || part.alternatives != divided.last?.alternatives { divided.append(part) }
      }
    }
    return divided
  }

  /// Whether the day of some report is not known.
  var exist: Bool { !isExact.allSatisfy(\.self) }

  /// In which states a ground may be from which day on, before the first report on it takes effect.
  ///
  /// - Parameter end: the day on which it does; nil if none does.
  func prospects(_ reports: [Applicable], before end: Day?) -> [Prospect] {
    let end = min(end ?? period.upperBound, period.upperBound)
    guard period.lowerBound < end, !reports.allSatisfy({ isExact[$0.report] }) else { return [] }
    let turns = Set([period.lowerBound] + reports.map { spans[$0.report].lowerBound })
      .filter { period.contains($0) && $0 < end }.sorted()
    var found: [Prospect] = []
    for day in turns {
      let states = alternatives(to: .unknown, on: day, reports)
      if states != found.last?.states ?? [] { found.append(Prospect(day: day, states: states)) }
    }
    return found
  }

  /// The other states in which a ground may be on a day, each once.
  private func alternatives(
    to state: GroundState, on day: Day, _ reports: [Applicable]
  ) -> [GroundState] {
    var found: [GroundState] = []
    for last in reports where mayBeLatest(last, on: day, among: reports) {
      let other = self.state(on: day, ifLatestIs: last, among: reports)
      if other != state, !found.contains(other) { found.append(other) }
    }
    return found
  }

  private func mayBeLatest(
    _ candidate: Applicable, on day: Day, among reports: [Applicable]
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
    on day: Day, ifLatestIs last: Applicable, among reports: [Applicable]
  ) -> GroundState {
    let end = min(spans[last.report].upperBound, day)
    var history: [Applicable] = []
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
    history.sort { ($0.day, $0.report, $0.levelsAbove) < ($1.day, $1.report, $1.levelsAbove) }
    return replaying.rounds(history).last?.entry.state ?? .unknown
  }
}

/// In which states a ground may be from a day on, though no report on it has taken effect.
struct Prospect: Sendable {
  let day: Day
  let states: [GroundState]
}

extension FuzzyDate {
  /// The days on which it may lie. A date that is open at its end is true from its first day on.
  fileprivate var span: ClosedRange<Day> {
    let last = possibleDays.latest ?? effectiveDay
    return min(possibleDays.earliest ?? Day(number: .min / 2), last)...last
  }
}
