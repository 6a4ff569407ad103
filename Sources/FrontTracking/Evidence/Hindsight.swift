public import Theatre

/// A period in which later reports changed what had been believed of some ground.
public struct Revision: Hashable, Sendable {
  /// The grounds, by index, in order.
  public let grounds: [Int]
  /// The day on which the reports became known that changed it.
  public let knownOn: Day
  /// The days on which something else was believed before.
  public let period: Range<Day>
  /// What had been believed.
  public let before: GroundState
  /// What was believed from then on.
  public let after: GroundState
  /// The reports that changed it, by index, in order.
  public let reports: [Int]
  /// The area of the cells that had their state from these grounds on the first of the days, in square
  /// kilometres on the ellipsoid.
  public internal(set) var areaInSquareKilometers: Double
}

/// A period of a ground, as it was believed at the time and as it is known now.
public struct Hindsight: Hashable, Sendable {
  /// The days.
  public let period: Range<Day>
  /// What was believed on these days; nil if no report was known.
  public let then: Chronicle.Entry?
  /// What is known of them now; nil if no report reaches the ground by then.
  public let now: Chronicle.Entry?

  /// Creates a period.
  public init(period: Range<Day>, then: Chronicle.Entry?, now: Chronicle.Entry?) {
    self.period = period
    self.then = then
    self.now = now
  }
}

extension FrontTracker {
  /// Returns the periods in which what had been believed of some ground was changed by reports that
  /// became known later, in the order of the news.
  ///
  /// That somebody is heard of for the first time changes no belief, nor does an encirclement, and what is
  /// only presumed is left out: reports are held against reports.
  ///
  /// - Throws: `FrontTrackingError` if a map cannot be drawn.
  /// - Complexity: O(*k n*) for each ground that *n* reports reach, on *k* days that bring late news of it, and
  ///   that of a replay of the first days of the periods.
  public func revisions() throws(FrontTrackingError) -> [Revision] {
    var all = (0..<grounds.count).filter { tessellation.cell(ofGround: $0) != nil }
      .flatMap(revisions(of:))
    let areas = try areas(
      ofGrounds: Dictionary(grouping: all, by: \.period.lowerBound).mapValues {
        Set($0.flatMap(\.grounds))
      })
    for index in all.indices {
      all[index].areaInSquareKilometers =
        areas[all[index].period.lowerBound]?[all[index].grounds[0]] ?? 0
    }
    // What the same reports changed in the same way is one revision.
    let groups = Dictionary(grouping: all, by: \.what)
    return groups.values.map(Revision.init).sorted {
      ($0.knownOn, $0.period.lowerBound, $0.grounds[0])
        < ($1.knownOn, $1.period.lowerBound, $1.grounds[0])
    }
  }

  private func revisions(of ground: Int) -> [Revision] {
    let reports = chronicle.reports(reaching: ground)
    let late = reports.filter {
      theatre.reports[$0].date.effectiveDay < theatre.knownDay(of: theatre.reports[$0])
    }
    var found: [Revision] = []
    for day in Set(late.map { theatre.knownDay(of: theatre.reports[$0]) }).sorted() {
      let before = entries(of: ground, knownOn: day.previous)
      let after = entries(of: ground, knownOn: day)
      let past =
        theatre.settings.start..<max(theatre.settings.start, min(day, theatre.settings.end))
      for (days, one, other) in segments(of: past, before, after) {
        guard let one, let other, one.state.status != .unknown,
          one.state.inferred != other.state.inferred
        else { continue }
        append(
          Revision(
            grounds: [ground], knownOn: day, period: days, before: one.state.inferred,
            after: other.state.inferred,
            reports: news(in: other, among: late, on: day),
            areaInSquareKilometers: 0),
          to: &found)
      }
    }
    return found
  }

  /// The reports behind an entry that became known on a day; if those behind it were known before, the
  /// late ones without which they meant something else.
  private func news(in entry: Chronicle.Entry, among late: [Int], on day: Day) -> [Int] {
    func isNew(_ report: Int) -> Bool { theatre.knownDay(of: theatre.reports[report]) == day }
    let behind = Set(entry.reports).filter(isNew)
    guard behind.isEmpty else { return behind.sorted() }
    return late.filter { isNew($0) && theatre.reports[$0].date.effectiveDay <= entry.day }.sorted()
  }

  /// Adds a revision, or makes the last one longer if it says the same.
  private func append(_ next: Revision, to found: inout [Revision]) {
    guard let last = found.last, last.knownOn == next.knownOn,
      last.period.upperBound == next.period.lowerBound, last.before == next.before,
      last.after == next.after
    else {
      found.append(next)
      return
    }
    found[found.count - 1] = Revision(
      grounds: last.grounds, knownOn: last.knownOn,
      period: last.period.lowerBound..<next.period.upperBound, before: last.before,
      after: last.after, reports: Set(last.reports + next.reports).sorted(),
      areaInSquareKilometers: last.areaInSquareKilometers)
  }

  /// Returns a ground's states day by day, as they were believed on each and as they are known now, by the
  /// reports on it alone: what is inferred or presumed is in neither.
  ///
  /// - Complexity: O(*k n*), for *n* reports that reach the ground and *k* days on which one became known.
  public func hindsight(of ground: Int) -> [Hindsight] {
    let period = theatre.settings.start..<theatre.settings.end
    let known = chronicle.reports(reaching: ground).map {
      theatre.knownDay(of: theatre.reports[$0])
    }
    let now = chronicle.entries(of: ground) { _ in true }
    var found: [Hindsight] = []
    for part in period.divided(at: known) {
      let then = entries(of: ground, knownOn: part.lowerBound)
      for (days, one, other) in segments(of: part, then, now) {
        if let last = found.last, last.then == one, last.now == other {
          found[found.count - 1] = Hindsight(
            period: last.period.lowerBound..<days.upperBound, then: one, now: other)
        } else {
          found.append(Hindsight(period: days, then: one, now: other))
        }
      }
    }
    return found
  }

  /// The entries of a ground as they were known on a day.
  private func entries(of ground: Int, knownOn day: Day) -> [Chronicle.Entry] {
    chronicle.entries(of: ground) { theatre.knownDay(of: theatre.reports[$0]) <= day }
  }

  /// The parts of a period in which the entries in force stay the same in two lists.
  private func segments(
    of period: Range<Day>, _ one: [Chronicle.Entry], _ other: [Chronicle.Entry]
  ) -> [(days: Range<Day>, one: Chronicle.Entry?, other: Chronicle.Entry?)] {
    period.divided(at: (one + other).map(\.day)).map { days in
      (days, one.inForce(on: days.lowerBound), other.inForce(on: days.lowerBound))
    }
  }
}

extension [Chronicle.Entry] {
  /// The last entry up to a day; nil if no report reaches the ground by then.
  fileprivate func inForce(on day: Day) -> Chronicle.Entry? {
    last { $0.day <= day }.flatMap { $0.isSilence ? nil : $0 }
  }
}

extension Revision {
  /// What was changed, whatever the ground.
  fileprivate struct What: Hashable {
    let knownOn: Day
    let period: Range<Day>
    let before: GroundState
    let after: GroundState
    let reports: [Int]
  }

  fileprivate var what: What {
    What(knownOn: knownOn, period: period, before: before, after: after, reports: reports)
  }

  /// The same change of several grounds as one revision.
  fileprivate init(_ parts: [Revision]) {
    let first = parts[0]
    self.init(
      grounds: parts.flatMap(\.grounds), knownOn: first.knownOn, period: first.period,
      before: first.before, after: first.after, reports: first.reports,
      areaInSquareKilometers: parts.reduce(0) { $0 + $1.areaInSquareKilometers })
  }
}
