internal import ControlHistory
internal import Geometry
internal import PlanarSubdivision
internal import Theatre
internal import TypedIndices

/// Goes through the days of a theatre and finds its remnants.
public struct RemnantSearch {
  private let map: ControlMap
  private let threshold: Grade
  private var cellReplay: CellStateReplay
  private var components: DynamicComponents
  private var measures: EdgeMeasures

  /// Since when each cell has been in a piece that is surrounded.
  private var surroundedSince: [CellID: Day] = [:]
  private var standing: [Set<CellID>: Standing] = [:]
  private var found: [Remnant] = []

  /// A piece that is surrounded.
  private struct Standing {
    let start: Day
    let since: Day
    let ring: RemnantRing
    let former: ActorID
    let sources: Set<SiteID>
    /// The sites that lie in it and of which somebody is known to hold them, in order.
    let homes: [SiteID]
  }

  /// The remnants of a map that is drawn from the reports alone.
  ///
  /// - Complexity: that of `remnants()`; O(*n*), for *n* reports, if none is so poor that ground could hang
  ///   on it alone.
  public static func remnants(of map: ControlMap) -> [Remnant] {
    var search = RemnantSearch(map)
    return search?.remnants() ?? []
  }

  /// Prepares a search; nil if no ground hangs on reports so poor that it could be a remnant.
  package init?(_ map: ControlMap) {
    self.map = map
    let threshold = Grade(map.theatre.settings.remnantGrade)
    self.threshold = threshold
    let theatre = map.theatre
    let isPoor = theatre.reports.mapElements { !(Grade($0, in: theatre) < threshold) }
    let hasCandidate = map.history.intervals.contains { intervals in
      intervals.contains { $0.state.holder != nil && $0.reports.allSatisfy { isPoor[$0] } }
    }
    guard hasCandidate else { return nil }
    cellReplay = CellStateReplay(map)
    components = DynamicComponents(map.tessellation.topology)
    measures = EdgeMeasures(map.tessellation.topology)
  }

  /// The remnants, by first day and then by first site.
  ///
  /// - Complexity: O(*d n*), for *d* days on which the map changes and *n* cells in components without an exit.
  package mutating func remnants() -> [Remnant] {
    for day in map.days {
      let deltas = cellReplay.advance(to: day)
      guard !deltas.isEmpty || standing.isEmpty else { continue }
      let states = cellReplay.states
      components.relabel(
        deltas.map { (cell: $0.cell, label: states.groundLabel(ofCell: $0.cell)) })
      turn(to: surroundedComponents(), on: day)
    }
    turn(to: [:], on: map.theatre.settings.end)
    return found.sorted { ($0.start, $0.sites[0]) < ($1.start, $1.sites[0]) }
  }

  /// The components that are closed and lie in one other side's ground.
  private func surroundedComponents() -> [Set<CellID>: RemnantRing] {
    let states = cellReplay.states
    let open = map.cells.componentsWithAWayOut(components, sideOfCell: states.side)
    let closed = components.cells { !open.contains($0) }
    let reach = closed.isEmpty ? nil : ReachOfReports(states, map)
    var rings: [Set<CellID>: RemnantRing] = [:]
    for cells in closed.values {
      guard let ring = RemnantRing(around: cells, states, map, within: reach) else { continue }
      rings[Set(cells)] = ring
    }
    return rings
  }

  /// Ends the components that no longer stand as they did, and begins those that now do.
  private mutating func turn(to rings: [Set<CellID>: RemnantRing], on day: Day) {
    // Who would be presumed to hold it is part of what is compared.
    for (cells, component) in standing where rings[cells]?.holder != component.ring.holder {
      finish(cells, component, on: day)
      standing[cells] = nil
    }
    let enclosed = rings.keys.reduce(into: Set<CellID>()) { $0.formUnion($1) }
    surroundedSince = surroundedSince.filter { enclosed.contains($0.key) }
    for cell in enclosed where surroundedSince[cell] == nil { surroundedSince[cell] = day }
    let states = cellReplay.states
    for (cells, ring) in rings where standing[cells] == nil {
      let since = cells.compactMap { surroundedSince[$0] }.max() ?? day
      standing[cells] = Standing(
        start: day, since: since, ring: ring, former: former(cells, states),
        sources: Set(cells.compactMap(states.source(ofCell:))),
        homes: homes(cells, states))
    }
  }

  /// The sites in some cells, except those that are too far from every report.
  private func homes(_ cells: Set<CellID>, _ states: CellStates) -> [SiteID] {
    let homes = cells.filter { map.tessellation.cells[$0].holdsSite }
      .compactMap { map.tessellation.cells[$0].site }.sorted()
    guard let reach = ReachOfReports(states, map) else { return homes }
    return homes.filter { map.tessellation.sitePositions[$0].map(reach.covers) ?? false }
  }

  /// The actor that holds most of a piece.
  private mutating func former(_ cells: Set<CellID>, _ states: CellStates) -> ActorID {
    var areas: [ActorID: Double] = [:]
    for cell in cells.sorted() {
      guard let holder = states.groundState(ofCell: cell).holder else { continue }
      areas[holder, default: 0] += measures.area(ofCells: CollectionOfOne(cell))
    }
    return areas.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key ?? ActorID(0)
  }

  /// Notes a piece that is over if it was a remnant.
  private mutating func finish(_ cells: Set<CellID>, _ component: Standing, on end: Day) {
    let start = max(
      component.start, component.since.advanced(by: map.theatre.settings.remnantDays))
    guard start < end, component.since > map.theatre.settings.start else { return }
    let sources = component.sources.sorted()
    let reports = Set(sources.flatMap { behind($0, on: component.start) }).sorted()
    let homes = component.homes
    guard !homes.isEmpty, isOutdated(reports, component, sites: Set(sources + homes)) else {
      return
    }
    found.append(
      Remnant(
        sites: homes, places: homes.flatMap { map.sites.places[$0] }.sorted(),
        former: component.former, holder: component.ring.holder, surrounded: component.since,
        start: start,
        end: end, areaInSquareKilometers: measures.area(ofCells: cells.sorted()),
        reports: reports, surroundings: component.ring.reports, evidence: component.ring.evidence))
  }

  /// The reports by which a site has been held since its side took it, up to a day.
  private func behind(_ site: SiteID, on day: Day) -> [ReportID] {
    let past = map.history.intervals[site].prefix { $0.day <= day }
    return map.intervalsSinceGain(past).flatMap(\.reports)
  }

  /// Whether a piece is supported by nothing but old and poor reports.
  ///
  /// - Parameter sites: those that its cells have their state from, and those that lie in it, of which a
  ///   first report may come yet.
  private func isOutdated(_ reports: [ReportID], _ component: Standing, sites: Set<SiteID>) -> Bool
  {
    let theatre = map.theatre
    guard reports.allSatisfy({ !(Grade(theatre.reports[$0], in: theatre) < threshold) }) else {
      return false
    }
    let hasLaterReport = sites.contains { site in
      map.history.intervals[site].contains { component.since <= $0.lastReport }
    }
    guard !hasLaterReport else { return false }
    let newest = reports.map { theatre.reports[$0].date.effectiveDay }.max()
    return newest.map { $0 < component.ring.newestGain } ?? true
  }
}
