public import Theatre
public import TypedIndices

/// Fighting somewhere in a region: reports say that there is, and not where.
///
/// It marks the region and changes no place of it. A report on a place says where the fighting is.
public struct RegionFight: Hashable, Sendable {
  /// The region.
  public let region: PlaceID
  /// The first day.
  public let start: Day
  /// The day after the last; nil if nothing has ended it.
  public let end: Day?
  /// Who is reported to fight or to have entered, in the order of the table.
  public let actors: [ActorID]
  /// The reports that say so, in the order of the table.
  public let reports: [ReportID]
  /// The day of the last of them.
  public let lastReport: Day

  /// The days on which it begins and ends.
  package var turns: [Day] { [start] + [end].compactMap(\.self) }

  /// Whether it goes on on a day.
  public func contains(_ day: Day) -> Bool { start <= day && end.map { day < $0 } ?? true }

  /// Whether it goes on on some day of a period.
  package func overlaps(_ period: Range<Day>) -> Bool {
    start < period.upperBound && end.map { period.lowerBound < $0 } ?? true
  }
}

/// Finds where there is fighting somewhere in a region, and when that ends.
///
/// Reports that an actor fights in a region or has entered it begin it, one after the other. A report that
/// somebody holds the region or one above it ends it, and a report that an actor has left takes that actor out. Of one
/// day a report that ends it counts if its grade is better than that of every report of fighting: that all is over
/// is the larger claim.
struct RegionFights {
  private let theatre: Theatre
  private let scale: SupportScale
  private let isConfirmed: Bool
  /// The reports on each region that has some.
  private var reportsOfRegion: [PlaceID: [ReportID]] = [:]

  /// Takes the reports on regions.
  ///
  /// - Parameters:
  ///   - theatre: the theatre.
  ///   - scale: what its reports weigh.
  ///   - isConfirmed: whether only fighting counts that two independent sources report.
  ///   - isSeen: which reports are seen.
  /// - Complexity: O(*r*), for *r* reports.
  init(
    _ theatre: Theatre, _ scale: SupportScale, confirmed isConfirmed: Bool,
    where isSeen: (ReportID) -> Bool
  ) {
    self.theatre = theatre
    self.scale = scale
    self.isConfirmed = isConfirmed
    for (index, report) in theatre.reports.indexed()
    where theatre.places[report.place].isRegion && isSeen(index) {
      reportsOfRegion[report.place, default: []].append(index)
    }
  }

  /// All of them, by region and day.
  ///
  /// - Complexity: O(*r* log *r*), for *r* reports on regions in which there is fighting and on regions above.
  var all: [RegionFight] {
    reportsOfRegion.keys.sorted()
      .filter { region in reports(on: region).contains { theatre.reports[$0].isOfFighting } }
      .flatMap(fights(in:))
  }

  private func reports(on region: PlaceID) -> [ReportID] { reportsOfRegion[region] ?? [] }

  /// The reports that say something of the fighting in a region, by the day on which they take effect.
  private func events(in region: PlaceID) -> [(day: Day, reports: [ReportID])] {
    var found = reports(on: region).filter { theatre.reports[$0].status != .encircled }
    var above = theatre.places[region].parent
    while let region = above {
      found += reports(on: region).filter { theatre.reports[$0].endsFightingBelow }
      above = theatre.places[region].parent
    }
    return Dictionary(grouping: found) { theatre.reports[$0].date.effectiveDay }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted()) }
  }

  private func fights(in region: PlaceID) -> [RegionFight] {
    var fights: [RegionFight] = []
    var open: [ReportID] = []
    var last: (start: Day, lastReport: Day)?
    func close(before end: Day?) {
      guard let period = last, isTold(by: open) else { return }
      fights.append(
        RegionFight(
          region: region, start: period.start, end: end,
          actors: Set(open.map { theatre.reports[$0].actor }).sorted(), reports: open.sorted(),
          lastReport: period.lastReport))
    }
    for (day, reports) in events(in: region) {
      let after = self.open(after: reports, from: open)
      guard after != open else { continue }
      if last?.start != day { close(before: day) }
      let isFought = reports.contains { theatre.reports[$0].isOfFighting && after.contains($0) }
      last = after.isEmpty ? nil : (day, isFought ? day : last?.lastReport ?? day)
      open = after
    }
    close(before: nil)
    return fights
  }

  /// The reports of fighting that hold after those of a day.
  private func open(after reports: [ReportID], from open: [ReportID]) -> [ReportID] {
    let fought = reports.filter { theatre.reports[$0].isOfFighting }
    let ended = reports.filter { theatre.reports[$0].status == .control }
    let left = Set(
      reports.filter { theatre.reports[$0].status == .withdrew }
        .map { theatre.reports[$0].actor })
    let rest = ended.isEmpty ? open.filter { !left.contains(theatre.reports[$0].actor) } : []
    let isOver = grade(of: ended).map { ended in
      grade(of: fought).map { ended < $0 } ?? true
    }
    return isOver == true ? [] : rest + fought
  }

  /// The best grade of some reports; nil if there is none.
  private func grade(of reports: [ReportID]) -> Grade? {
    reports.map { Grade(theatre.reports[$0], in: theatre) }.min()
  }

  private func isTold(by reports: [ReportID]) -> Bool {
    !isConfirmed || Set(reports.map(scale.group(of:))).count >= Confirmation.quorum
  }
}

extension ControlHistory {
  /// The fighting somewhere in regions on a day, by region.
  ///
  /// - Complexity: O(*n*), for *n* fights.
  public func regionFights(on day: Day) -> [RegionFight] {
    regionFights.filter { $0.contains(day) }
  }

  /// The fighting somewhere in the regions above a site on a day, by region.
  ///
  /// - Complexity: O(*n*), for *n* fights and regions above.
  public func regionFights(above site: SiteID, on day: Day) -> [RegionFight] {
    let above = Set(sites.places[site].flatMap(theatre.lineage(of:)))
    return regionFights(on: day).filter { above.contains($0.region) }
  }
}

extension Report {
  /// Whether it says that there is fighting.
  package var isOfFighting: Bool { status == .contested || status == .entered }

  /// Whether, said of a region, it ends the fighting in the regions below.
  fileprivate var endsFightingBelow: Bool { status == .control || status == .withdrew }
}
