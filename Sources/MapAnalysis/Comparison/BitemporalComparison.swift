public import ControlHistory
public import ControlMap
public import Theatre
public import TypedIndices

/// A period in which later reports changed what had been believed of some site.
public struct Revision: Hashable, Sendable {
  /// The sites, in order.
  public let sites: [SiteID]
  /// The day on which the reports became known that changed it.
  public let knownOn: Day
  /// The days on which something else was believed before.
  public let period: Range<Day>
  /// What was believed before.
  public let before: GroundState
  /// What was believed from then on.
  public let after: GroundState
  /// The reports that changed it, in order.
  public let reports: [ReportID]
  /// The area of the cells that had their state from these sites on the first of the days, in square
  /// kilometres on the ellipsoid.
  public internal(set) var areaInSquareKilometers: Double
}

/// A period of a site, as it was believed at the time and as it is known now.
public struct BitemporalComparison: Hashable, Sendable {
  /// The days.
  public let period: Range<Day>
  /// What was believed on these days; nil if no report was known.
  public let then: ControlInterval?
  /// What is known of them now; nil if no report reaches the site by then.
  public let now: ControlInterval?

  /// Creates a period.
  public init(period: Range<Day>, then: ControlInterval?, now: ControlInterval?) {
    self.period = period
    self.then = then
    self.now = now
  }
}

/// Compares what was believed at the time with what is known now.
public struct RevisionSearch {
  private let map: ControlMap
  private let theatre: Theatre
  private let history: ControlHistory

  /// Prepares to search what a map is drawn from.
  public init(_ map: ControlMap) {
    self.map = map
    theatre = map.theatre
    history = map.history
  }

  /// Returns the periods in which what had been believed of some site was changed by reports that
  /// became known later, in the order of the news.
  ///
  /// A first report on a site changes no belief, nor does an encirclement, and what is
  /// only presumed is left out: reports are compared with reports.
  ///
  /// - Throws: `MapError` if a map cannot be drawn.
  /// - Complexity: O(*k n*) for each site that *n* reports reach, on *k* days that bring late news of it, and
  ///   that of a replay of the first days of the periods.
  public func revisions() throws(MapError) -> [Revision] {
    var all = map.sitesWithCells.flatMap(revisions(of:))
    let areas = try SiteAreas(map).areas(
      ofSites: Dictionary(grouping: all, by: \.period.lowerBound).mapValues {
        Set($0.flatMap(\.sites))
      })
    for index in all.indices {
      all[index].areaInSquareKilometers =
        areas[all[index].period.lowerBound]?[all[index].sites[0]] ?? 0
    }
    // What the same reports changed in the same way is one revision.
    let groups = Dictionary(grouping: all, by: \.what)
    return groups.values.map(Revision.init).sorted {
      ($0.knownOn, $0.period.lowerBound, $0.sites[0])
        < ($1.knownOn, $1.period.lowerBound, $1.sites[0])
    }
  }

  private func revisions(of site: SiteID) -> [Revision] {
    let reports = history.reports(reaching: site)
    let late = reports.filter {
      theatre.reports[$0].date.effectiveDay < theatre.knownDay(of: theatre.reports[$0])
    }
    var found: [Revision] = []
    for day in Set(late.map { theatre.knownDay(of: theatre.reports[$0]) }).sorted() {
      let before = intervals(of: site, knownOn: day.previous)
      let after = intervals(of: site, knownOn: day)
      let past =
        theatre.settings.start..<max(theatre.settings.start, min(day, theatre.settings.end))
      for (days, one, other) in segments(of: past, before, after) {
        guard let one, let other, one.state.status != .unknown,
          one.state.inferred != other.state.inferred
        else { continue }
        append(
          Revision(
            sites: [site], knownOn: day, period: days, before: one.state.inferred,
            after: other.state.inferred,
            reports: news(in: other, among: late, on: day),
            areaInSquareKilometers: 0),
          to: &found)
      }
    }
    return found
  }

  /// The reports behind an interval that became known on a day; if those behind it were known before, the
  /// late ones without which they meant something else.
  private func news(in interval: ControlInterval, among late: [ReportID], on day: Day)
    -> [ReportID]
  {
    func isNew(_ report: ReportID) -> Bool { theatre.knownDay(of: theatre.reports[report]) == day }
    let behind = Set(interval.reports).filter(isNew)
    guard behind.isEmpty else { return behind.sorted() }
    return late.filter { isNew($0) && theatre.reports[$0].date.effectiveDay <= interval.day }
      .sorted()
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
      sites: last.sites, knownOn: last.knownOn,
      period: last.period.lowerBound..<next.period.upperBound, before: last.before,
      after: last.after, reports: Set(last.reports + next.reports).sorted(),
      areaInSquareKilometers: last.areaInSquareKilometers)
  }

  /// Returns a site's states day by day, as they were believed on each and as they are known now, by the
  /// reports on it alone: what is inferred or presumed is in neither.
  ///
  /// - Complexity: O(*k n*), for *n* reports that reach the site and *k* days on which one became known.
  public func comparison(of site: SiteID) -> [BitemporalComparison] {
    let period = theatre.settings.start..<theatre.settings.end
    let known = history.reports(reaching: site).map {
      theatre.knownDay(of: theatre.reports[$0])
    }
    let now = history.intervals(of: site) { _ in true }
    var found: [BitemporalComparison] = []
    for part in period.divided(at: known) {
      let then = intervals(of: site, knownOn: part.lowerBound)
      for (days, one, other) in segments(of: part, then, now) {
        if let last = found.last, last.then == one, last.now == other {
          found[found.count - 1] = BitemporalComparison(
            period: last.period.lowerBound..<days.upperBound, then: one, now: other)
        } else {
          found.append(BitemporalComparison(period: days, then: one, now: other))
        }
      }
    }
    return found
  }

  /// The intervals of a site as they were known on a day.
  private func intervals(of site: SiteID, knownOn day: Day) -> [ControlInterval] {
    history.intervals(of: site) { theatre.knownDay(of: theatre.reports[$0]) <= day }
  }

  /// The parts of a period in which the intervals in force stay the same in two lists.
  private func segments(
    of period: Range<Day>, _ one: [ControlInterval], _ other: [ControlInterval]
  ) -> [(days: Range<Day>, one: ControlInterval?, other: ControlInterval?)] {
    period.divided(at: (one + other).map(\.day)).map { days in
      (days, one.inForce(on: days.lowerBound), other.inForce(on: days.lowerBound))
    }
  }
}

extension [ControlInterval] {
  /// The last interval up to a day; nil if no report reaches the site by then.
  fileprivate func inForce(on day: Day) -> ControlInterval? {
    last { $0.day <= day }.flatMap { $0.isSilence ? nil : $0 }
  }
}

extension Revision {
  /// What was changed, whatever the site.
  fileprivate struct What: Hashable {
    let knownOn: Day
    let period: Range<Day>
    let before: GroundState
    let after: GroundState
    let reports: [ReportID]
  }

  fileprivate var what: What {
    What(knownOn: knownOn, period: period, before: before, after: after, reports: reports)
  }

  /// The same change of several sites as one revision.
  fileprivate init(_ parts: [Revision]) {
    let first = parts[0]
    self.init(
      sites: parts.flatMap(\.sites), knownOn: first.knownOn, period: first.period,
      before: first.before, after: first.after, reports: first.reports,
      areaInSquareKilometers: parts.reduce(0) { $0 + $1.areaInSquareKilometers })
  }
}
