public import ControlHistory
public import ControlMap
public import Theatre
public import TypedIndices

/// Reports of one day that contradict each other, and what hangs on which of them is believed.
public struct Conflict: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// The sites on which they do, in order.
  public let sites: [SiteID]
  /// The reports that decided.
  public let decidedBy: [ReportID]
  /// Those that contradict them, each with the reason for which it did not decide.
  public let beaten: [Judgement]
  /// The state of the first site as it was decided.
  public let state: GroundState
  /// Its state if the others had decided.
  public let alternative: GroundState
  /// The area of the cells that have their state from these sites on that day, in square kilometres on
  /// the ellipsoid.
  public let areaInSquareKilometers: Double
  /// On how many days of the map the state of some of these sites would be another.
  public let dayCount: Int
  /// The area times the days on which its state would be another, site by site, in square kilometre
  /// days.
  public let weight: Double
}

/// Finds the days on which reports contradict each other.
public struct ConflictSearch {
  private let map: ControlMap
  private let theatre: Theatre
  private let history: ControlHistory

  /// Prepares to search what a map is drawn from.
  public init(_ map: ControlMap) {
    self.map = map
    theatre = map.theatre
    history = map.history
  }

  /// Returns the days on which reports contradict each other, those first on which most hangs.
  ///
  /// Only reports that take effect on the same day are compared, and only reports: what a view leaves
  /// unknown, or what is presumed, changes no contradiction.
  ///
  /// - Complexity: O(*r* *d*) for each site that *r* reports reach and that has *d* conflicts, and O(*r*)
  ///   where a later report soon decides; and that of a replay of the days with a conflict.
  public func conflicts() throws(MapError) -> [Conflict] {
    var clashes = map.sitesWithCells.flatMap(clashes(on:))
    try measure(&clashes)
    let groups = Dictionary(grouping: clashes) { ClashKey(day: $0.day, reports: $0.reports) }
    return groups.values.map(Conflict.init).sorted {
      ($1.weight, $0.day, $0.sites[0]) < ($0.weight, $1.day, $1.sites[0])
    }
  }

  /// The contradictions on one site.
  private func clashes(on site: SiteID) -> [Clash] {
    let sides = theatre.sideOfActor
    let settings = theatre.settings
    // Without two reports of one day there is nothing to compare.
    let replay = history.replay(of: site)
    return history.resolutions(of: site).compactMap { interval, considered in
      guard interval.day < settings.end, considered.count > 1 else { return nil }
      // Of a dispute that is the strongest camp, and who is not against it.
      let strongest = interval.isDisputed ? history.camps(of: interval.decidedBy).first?.first : nil
      let winners = interval.decidedBy.filter { report in
        strongest.map { !contradict(report, $0, sides) } ?? true
      }
      let claims = Claims(winners.lazy.map { theatre.reports[$0] }, sides: sides)
      let beaten = considered.filter { judgement in
        let isRival = [.weakerGrade, .lessSpecific, .disputed].contains(judgement.verdict)
        return isRival && claims.contradict(theatre.reports[judgement.report], sides: sides)
      }
      guard !beaten.isEmpty else { return nil }
      // The outcome of the day without the reports that decided and without those that say the same.
      let gone = Set(winners + considered.filter { $0.verdict == .agrees }.map(\.report))
      let turns = replay.turns(without: gone, on: interval.day)
      let days = daysOfDifference(turns)
      guard days > 0 else { return nil }
      return Clash(
        site: site, day: interval.day, decidedBy: interval.decidedBy, beaten: beaten,
        state: interval.state, alternative: turns.first?.alternative ?? .unknown, days: days)
    }
  }

  private func contradict(
    _ one: ReportID, _ other: ReportID, _ sides: IndexedArray<ActorID, SideID>
  ) -> Bool {
    theatre.reports[one].contradicts(theatre.reports[other], sides: sides)
  }

  /// On how many days of the map two accounts of a site differ, from their first day until they meet.
  private func daysOfDifference(_ turns: [SiteReplay.Turn]) -> Int {
    let settings = theatre.settings
    var count = 0
    for (index, turn) in turns.enumerated() {
      let next = index + 1 < turns.count ? turns[index + 1].day : settings.end
      let days = (max(turn.day, settings.start), min(next, settings.end))
      guard days.0 < days.1 else { continue }
      guard turn.state.inferred != turn.alternative.inferred else { break }
      count += days.0.distance(to: days.1)
    }
    return count
  }

  /// Measures the ground that hangs on each contradiction on its day.
  private func measure(_ clashes: inout [Clash]) throws(MapError) {
    let start = theatre.settings.start
    let areas = try SiteAreas(map).areas(
      ofSites: Dictionary(grouping: clashes) { max($0.day, start) }.mapValues {
        Set($0.map(\.site))
      })
    for index in clashes.indices {
      clashes[index].area = areas[max(clashes[index].day, start)]?[clashes[index].site] ?? 0
    }
  }
}

/// A contradiction on one site.
private struct Clash {
  let site: SiteID
  let day: Day
  let decidedBy: [ReportID]
  let beaten: [Judgement]
  let state: GroundState
  let alternative: GroundState
  let days: Int
  var area = 0.0

  var reports: [ReportID] { decidedBy + beaten.map(\.report) }
}

/// What makes contradictions on several sites one.
private struct ClashKey: Hashable {
  let day: Day
  let reports: [ReportID]
}

extension Conflict {
  fileprivate init(_ clashes: [Clash]) {
    let first = clashes[0]
    self.init(
      day: first.day, sites: clashes.map(\.site), decidedBy: first.decidedBy,
      beaten: first.beaten, state: first.state, alternative: first.alternative,
      areaInSquareKilometers: clashes.reduce(0) { $0 + $1.area },
      dayCount: clashes.map(\.days).max() ?? 0,
      weight: clashes.reduce(0) { $0 + $1.area * Double($1.days) })
  }
}
