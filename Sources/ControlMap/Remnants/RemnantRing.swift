package import ControlHistory
package import Geometry
package import PlanarSubdivision
package import Theatre
internal import TypedIndices

/// The ground around a piece, which one other side holds.
package struct RemnantRing {
  /// Of that side the actor with the longest border.
  package let holder: ActorID
  /// The reports by which it is held: those of the holder first, and of his the latest.
  package let reports: [ReportID]
  /// The last day on which the side took some of it.
  package let newestGain: Day
  /// The strongest evidence for any of it.
  package let evidence: Evidence

  /// Looks around a piece; nil if more than one side is there, or none, or if the map says nothing about some
  /// of the ground there because no report is near enough. Contested ground is its holder's.
  package init?(
    around cells: [CellID], _ states: CellStates, _ map: ControlMap,
    within reach: ReachOfReports?
  ) {
    let own = states.side(ofCell: cells[0])
    let inside = Set(cells)
    var side: SideID?
    var borders: [ActorID: Double] = [:]
    var neighbours: Set<CellID> = []
    let topology = states.topology
    for half in cells.sorted().flatMap({ Array(topology.halves(ofCell: $0)) }) {
      guard let other = topology.cell(leftOf: half.twin), !inside.contains(other) else { continue }
      guard let holder = states.groundState(ofCell: other).holder,
        map.sideOfActor[holder] != own,
        side == nil || side == map.sideOfActor[holder]
      else { return nil }
      side = map.sideOfActor[holder]
      let ends = [half, half.twin].map { topology.vertices[Int(topology.edges.origins[$0])] }
      guard reach?.covers(Segment(ends[0], ends[1]).midpoint) ?? true else { return nil }
      borders[holder, default: 0] += ends[0].distance(to: ends[1])
      neighbours.insert(other)
    }
    guard let most = borders.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).first else {
      return nil
    }
    holder = most.key
    var reports: Set<ReportID> = []
    var newest: Day?
    var best = Evidence.none
    for cell in neighbours.sorted() {
      guard let source = states.source(ofCell: cell),
        let interval = states.interval(ofCell: cell)
      else { continue }
      if let report = interval.holderReport ?? interval.decidedBy.first { reports.insert(report) }
      if interval.evidence.belief > best.belief { best = interval.evidence }
      let gain = map.gain(of: source, states)
      newest = max(newest ?? gain, gain)
    }
    guard let newest else { return nil }
    self.reports = reports.sorted { map.speaks($0, before: $1, of: most.key) }
    newestGain = newest
    evidence = best
  }
}

extension ControlMap {
  /// Whether a report says more about an actor's hold than another: one about that actor first, then
  /// the later one.
  fileprivate func speaks(_ one: ReportID, before other: ReportID, of actor: ActorID) -> Bool {
    let (first, second) = (theatre.reports[one], theatre.reports[other])
    if (first.actor == actor) != (second.actor == actor) { return first.actor == actor }
    let (day, otherDay) = (first.date.effectiveDay, second.date.effectiveDay)
    return day != otherDay ? day > otherDay : first.id < second.id
  }

  /// The day since which a site has been its side's, by the interval in force.
  fileprivate func gain(of site: SiteID, _ states: CellStates) -> Day {
    let past = history.intervals[site].prefix(
      states.intervalIndex(ofSite: site).map { $0 + 1 } ?? 0)
    return intervalsSinceGain(past).last?.day ?? theatre.settings.start
  }
}

/// The ground that is near enough to a report for the map to say something about it, to ask for single
/// points.
package struct ReachOfReports {
  private let tree: KDTree
  private let squaredRadius: Double

  /// The reach of the sites that have a report; nil if the theatre sets none.
  package init?(_ states: CellStates, _ map: ControlMap) {
    guard let kilometers = map.settings.reachInKilometers else { return nil }
    let sites = map.tessellation.sitePositions
    tree = KDTree(sites.indices.filter(states.hasReport).compactMap { sites[$0] })
    squaredRadius = kilometers * 1_000 * kilometers * 1_000
  }

  /// Whether a report is near enough to a position in the plane.
  ///
  /// - Complexity: O(log *n*) on average, for *n* sites with a report.
  package func covers(_ position: PlanarPosition) -> Bool {
    (tree.nearest(to: position)?.squaredDistance ?? .infinity) <= squaredRadius
  }
}
