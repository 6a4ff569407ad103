internal import Algorithms
public import Theatre
public import TypedIndices

/// Who held each site when, and which report says so.
///
/// Only reports on the place or on a region above it count. Of those the latest decides. Among reports of
/// the same day the one on the more specific place decides, then the one of the better grade. If reports
/// are still equal and differ, the site is contested and its state is marked as disputed. Fighting somewhere in a
/// region changes no site; it is kept by itself.
public struct ControlHistory: Sendable {
  /// The theatre whose reports it was made from.
  public let theatre: Theatre

  /// The theatre's sites.
  public let sites: Sites

  /// The intervals of each site, by day.
  public internal(set) var intervals: IndexedArray<SiteID, [ControlInterval]>

  /// The states that a site may be in before its first report takes effect, because the day of that
  /// report is not known. Keyed by site; a site without such a doubt is left out.
  package let prospects: [SiteID: [Prospect]]

  /// Where there is fighting somewhere in a region, by region and day.
  public let regionFights: [RegionFight]

  private let reportsOfSite: ReportScopes
  private let resolver: IntervalResolver

  /// Decides who held what, on every day.
  ///
  /// - Parameters:
  ///   - theatre: the theatre.
  ///   - sites: the theatre's sites.
  ///   - kept: the sites that reports may reach; all if nil. No report reaches any
  ///     other: it is as if nobody had ever reported on it or on a region above it.
  ///   - perspective: which reports are seen, and how they are read.
  /// - Complexity: O(*r* log *r*), for *r* pairs of a report and a site that it reaches, where sites
  ///   without a report of their own that the same regions reach count as one; of those whose day is not
  ///   known O(*n*³), for *n* reports that reach one site.
  public init(
    _ theatre: Theatre, sites: Sites, keeping kept: Set<SiteID>? = nil,
    seenFrom perspective: Perspective = .plain
  ) {
    self.theatre = theatre
    self.sites = sites
    let sides = theatre.sideOfActor
    let admitted = perspective.admitted(of: theatre)
    let reaching = ReportScopes(of: theatre, reaching: sites, keeping: kept) {
      admitted?[$0] ?? true
    }
    reportsOfSite = reaching
    let resolver = IntervalResolver(theatre, sides: sides, perspective)
    (intervals, prospects) = resolver.resolve(sites.places.indices, reaching)
    self.resolver = resolver
    regionFights =
      RegionFights(
        theatre, resolver.reports.scale, confirmed: perspective.view == .confirmed
      ) { admitted?[$0] ?? true }.all
  }

  /// The interval of a site that is in force on a day, or nil if no report reaches it by then.
  ///
  /// - Complexity: O(log *n*), for *n* intervals of the site.
  public func interval(of site: SiteID, on day: Day) -> ControlInterval? {
    let intervals = intervals[site]
    let after = intervals.partitioningIndex { $0.day > day }
    return after == 0 || intervals[after - 1].isSilence ? nil : intervals[after - 1]
  }

  /// The reports that speak for the state of a site on a day, and those that contradict them on the deciding
  /// day, one for each independent source.
  ///
  /// - Complexity: that of `decision`.
  public func support(
    of site: SiteID, on day: Day
  ) -> (supporting: [SourceSupport], opposing: [SourceSupport]) {
    let accumulator = resolver.reports.accumulator(reportsOfSite[site].filter { $0.day <= day })
    return (
      accumulator.supporting.all.map(\.source), accumulator.opposing.all.map(\.source)
    )
  }

  /// The days on which some site's interval changes, or what it may be before its first, or fighting in a region
  /// begins or ends, in order.
  public var days: [Day] {
    Set(intervals.joined().map(\.day)).union(prospects.values.joined().map(\.day))
      .union(regionFights.map(\.start)).union(regionFights.compactMap(\.end)).sorted()
  }

  /// How the state of a site on a day was decided, with every report considered.
  ///
  /// - Complexity: O(*r*), for *r* reports that reach the site.
  public func decision(of site: SiteID, on day: Day) -> Decision {
    let past = reportsOfSite[site].filter { $0.day <= day }
    let resolutions = resolver.reports.resolutions(past)
    guard let last = resolutions.last else { return Decision(interval: nil, considered: []) }
    let earlier = resolutions.dropLast().reversed().flatMap { resolution in
      resolution.considered.map { Judgement(report: $0.report, verdict: .earlier) }
    }
    return Decision(interval: last.interval, considered: last.considered + earlier)
  }
}

extension ControlHistory {
  /// The decisions on a site, each with the reports of its day.
  package func resolutions(of site: SiteID) -> [(
    interval: ControlInterval, considered: [Judgement]
  )] {
    resolver.reports.resolutions(reportsOfSite[site])
  }

  /// The reports that reach a site, resolved day by day, to ask what would be without some of them.
  package func replay(of site: SiteID) -> SiteReplay {
    SiteReplay(reportsOfSite[site], resolver.reports)
  }

  /// Reports that contradict each other, the strongest camp first.
  package func camps(of reports: [ReportID]) -> [[ReportID]] {
    resolver.reports.scale.camps(of: reports)
  }

  /// The reports that reach a site, by the day they take effect.
  package func reports(reaching site: SiteID) -> [ReportID] { reportsOfSite[site].map(\.report) }

  /// The intervals of a site if only some of the reports that reach it had been made.
  package func intervals(of site: SiteID, where isMade: (ReportID) -> Bool) -> [ControlInterval] {
    resolver.intervals(of: reportsOfSite[site].filter { isMade($0.report) })
  }
}

extension ControlHistory {
  /// The reports that decide a state of some sites on a day of the theatre, or by which a holder holds, and those by
  /// which there is fighting somewhere in a region.
  ///
  /// - Complexity: O(*n*), for *n* intervals.
  package func decidingReports(where isWanted: (SiteID) -> Bool) -> Set<ReportID> {
    let settings = theatre.settings
    let period = settings.start..<settings.end
    var deciding = Set(regionFights.lazy.filter { $0.overlaps(period) }.flatMap(\.reports))
    for site in intervals.indices where isWanted(site) {
      let intervals = intervals[site]
      for (index, interval) in intervals.enumerated() where interval.day < settings.end {
        let end = intervals.indices.contains(index + 1) ? intervals[index + 1].day : settings.end
        guard settings.start < end else { continue }
        deciding.formUnion(interval.reports)
      }
    }
    return deciding
  }
}
