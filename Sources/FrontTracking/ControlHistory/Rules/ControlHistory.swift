public import TheatreModel

/// Who held each site when, and which report says so.
///
/// The rules, in this order: only reports on the place or on a region above it count; the latest
/// decides; on one date the more specific place; then the better grade; still equal and different,
/// the ground is contested and the state marked as disputed.
public struct ControlHistory: Sendable {
  /// The entries of each site, by day.
  public internal(set) var entries: [[ControlInterval]]

  /// In which states sites may be before their first report takes effect, because its day is not
  /// known; by ground, only of those of which that is so.
  let prospects: [Int: [Prospect]]

  private let reportsOfGround: [[ReportInScope]]
  private let reading: IntervalResolver

  /// Decides who held what, on every day.
  ///
  /// - Parameters:
  ///   - theatre: the theatre.
  ///   - sites: its spots.
  ///   - kept: the sites that reports may reach, by index; all if nil. No report reaches any
  ///     other, as if nobody had ever said a word about it or a region above it.
  ///   - perspective: which reports are seen, and how they are read.
  /// - Complexity: O(*r* log *r*), for *r* pairs of a report and a site that it reaches; of those
  ///   whose day is not known O(*n*³), for *n* reports that reach one site.
  public init(
    _ theatre: Theatre, sites: Sites, keeping kept: Set<Int>? = nil,
    seenFrom perspective: Perspective = .plain
  ) {
    let sides = theatre.actors.map(\.side)
    let admitted = perspective.admitted(of: theatre)
    var reaching = Self.reports(of: theatre, reaching: sites) { admitted?[$0] ?? true }
    if let kept {
      for site in reaching.indices where !kept.contains(site) { reaching[site] = [] }
    }
    reportsOfGround = reaching
    let reading = IntervalResolver(theatre, sides: sides, perspective)
    entries = reaching.map { reading.entries(of: $0) }
    prospects = reading.prospects(of: reaching, entries)
    self.reading = reading
  }

  /// The entry of a site that is in force on a day, or nil if no report reaches it by then.
  ///
  /// - Complexity: O(log *n*), for *n* entries of the ground.
  public func entry(of site: Int, on day: Day) -> ControlInterval? {
    let entries = entries[site]
    let after = entries.partitioningIndex { $0.day > day }
    return after == 0 || entries[after - 1].isSilence ? nil : entries[after - 1]
  }

  /// The reports that speak for the state of a site on a day, and those that contradict them on the deciding
  /// day, one for each independent source.
  ///
  /// - Complexity: that of `decision`.
  public func witnesses(
    of site: Int, on day: Day
  ) -> (supporting: [SourceSupport], opposing: [SourceSupport]) {
    let accumulator = reading.replaying.accumulator(reportsOfGround[site].filter { $0.day <= day })
    return (
      accumulator.supporting.all.map(\.witness), accumulator.opposing.all.map(\.witness)
    )
  }

  /// The days on which some site's entry changes, or what it may be before its first, in order.
  public var days: [Day] {
    Set(entries.joined().map(\.day)).union(prospects.values.joined().map(\.day)).sorted()
  }

  /// How the state of a site on a day was decided, with every report considered.
  ///
  /// - Complexity: O(*r*), for *r* reports that reach the ground.
  public func decision(of site: Int, on day: Day) -> Decision {
    let past = reportsOfGround[site].filter { $0.day <= day }
    let resolutions = reading.replaying.resolutions(past)
    guard let last = resolutions.last else { return Decision(entry: nil, considered: []) }
    let earlier = resolutions.dropLast().reversed().flatMap { resolution in
      resolution.considered.map { Judgement(report: $0.report, verdict: .earlier) }
    }
    return Decision(entry: last.entry, considered: last.considered + earlier)
  }
}

extension ControlHistory {
  /// The decisions on a site, each with the reports of its day.
  func resolutions(of site: Int) -> [(entry: ControlInterval, considered: [Judgement])] {
    reading.replaying.resolutions(reportsOfGround[site])
  }

  /// The entries of a site by its reports alone, whatever the view makes of them, if only some of the reports
  /// that reach it had been made.
  func plainEntries(of site: Int, where isMade: (Int) -> Bool) -> [ControlInterval] {
    reading.replaying.resolutions(reportsOfGround[site].filter { isMade($0.report) }).map(\.entry)
  }

  /// Reports that contradict each other, the strongest camp first.
  func camps(of reports: [Int]) -> [[Int]] { reading.replaying.scale.camps(of: reports) }

  /// The reports that reach a site, by the day they take effect.
  func reports(reaching site: Int) -> [Int] { reportsOfGround[site].map(\.report) }

  /// The entries of a site if only some of the reports that reach it had been made.
  func entries(of site: Int, where isMade: (Int) -> Bool) -> [ControlInterval] {
    reading.entries(of: reportsOfGround[site].filter { isMade($0.report) })
  }
}

/// How a control history reads the reports on a site.
struct IntervalResolver: Sendable {
  let replaying: ReportResolver
  private let doubts: DateDoubts
  private let isConfirmed: Bool

  init(_ theatre: Theatre, sides: [String], _ perspective: Perspective) {
    replaying = ReportResolver(theatre, sides: sides)
    isConfirmed = perspective.view == .confirmed
    doubts = DateDoubts(replaying, isConfirmed: isConfirmed)
  }

  func entries(of reports: [ReportInScope]) -> [ControlInterval] {
    doubts.divide(replaying.resolutions(reports, confirmed: isConfirmed).map(\.entry), reports)
  }

  /// What sites may be before their first entries. One report confirms nothing.
  func prospects(
    of reports: [[ReportInScope]], _ entries: [[ControlInterval]]
  ) -> [Int: [Prospect]] {
    guard !isConfirmed, doubts.exist else { return [:] }
    var found: [Int: [Prospect]] = [:]
    for (site, reports) in reports.enumerated() {
      let prospects = doubts.prospects(reports, before: entries[site].first?.day)
      if !prospects.isEmpty { found[site] = prospects }
    }
    return found
  }
}

/// A report that reaches a site: how many levels above it stands, and when it takes effect.
struct ReportInScope: Sendable {
  let report: Int
  let levelsAbove: Int
  var day: Day
}

extension ControlHistory {
  /// The reports that reach each site, by day.
  fileprivate static func reports(
    of theatre: Theatre, reaching sites: Sites, where isSeen: (Int) -> Bool
  ) -> [[ReportInScope]] {
    var reportsOfPlace = [[Int]](repeating: [], count: theatre.places.count)
    for (index, report) in theatre.reports.enumerated() where isSeen(index) {
      reportsOfPlace[report.place].append(index)
    }
    return sites.places.map { sites in
      var found: [ReportInScope] = []
      for site in sites {
        var place: Int? = site
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
        found.sort { ($0.day, $0.report, $0.levelsAbove) < ($1.day, $1.report, $1.levelsAbove) }
      }
      // A report on a region reaches a spot once, however many of its places are in the region.
      return sites.count == 1 ? found : found.withoutRepetition
    }
  }
}

extension [ReportInScope] {
  /// Of neighbours that are one report the first.
  fileprivate var withoutRepetition: [ReportInScope] {
    var distinct: [ReportInScope] = []
    for element in self where element.report != distinct.last?.report { distinct.append(element) }
    return distinct
  }
}

extension Array {
  /// The first index whose element and all after it fulfil a condition.
  fileprivate func partitioningIndex(where isInSecond: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isInSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
