internal import Geometry
internal import Theatre

/// The ground around a piece, which one other side holds.
struct RemnantRing {
  /// Of that side the actor with the longest border.
  let holder: Int
  /// The reports by which it is held: those of the holder first, and of his the latest.
  let reports: [Int]
  /// The last day on which the side took some of it.
  let newestGain: Day
  /// The strongest evidence for any of it.
  let evidence: Evidence

  /// Looks around a piece; nil if more than one side is there, or none, or if the map says nothing about some
  /// of the ground there because no report is near enough. Contested ground is its holder's.
  init?(
    around cells: [Int], _ mosaic: Mosaic, _ tracker: FrontTracker, within reach: ReachOfReports?
  ) {
    let own = mosaic.side(ofCell: cells[0])
    let inside = Set(cells)
    var side: Int32?
    var borders: [Int: Double] = [:]
    var neighbours: Set<Int> = []
    let topology = mosaic.topology
    for half in cells.sorted().flatMap({ Array(topology.halves(ofCell: $0)) }) {
      let other = Int(topology.cells[Int(half ^ 1)])
      guard other >= 0, !inside.contains(other) else { continue }
      guard let holder = mosaic.groundState(ofCell: other).holder,
        tracker.sideOfActor[holder] != own,
        side == nil || side == tracker.sideOfActor[holder]
      else { return nil }
      side = tracker.sideOfActor[holder]
      let ends = [half, half ^ 1].map { topology.vertices[Int(topology.edges.origins[Int($0)])] }
      guard reach?.covers(Segment(ends[0], ends[1]).midpoint) ?? true else { return nil }
      borders[holder, default: 0] += ends[0].distance(to: ends[1])
      neighbours.insert(other)
    }
    guard let most = borders.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).first else {
      return nil
    }
    holder = most.key
    var reports: Set<Int> = []
    var newest: Day?
    var best = Evidence.none
    for cell in neighbours.sorted() {
      guard let entry = mosaic.entry(ofCell: cell) else { continue }
      if let report = entry.holderReport ?? entry.decidedBy.first { reports.insert(report) }
      if entry.evidence.belief > best.belief { best = entry.evidence }
      let gain = tracker.gain(of: Int(mosaic.sources[cell]), mosaic.current)
      newest = max(newest ?? gain, gain)
    }
    guard let newest else { return nil }
    self.reports = reports.sorted { tracker.speaks($0, before: $1, of: most.key) }
    newestGain = newest
    evidence = best
  }
}

extension FrontTracker {
  /// Whether a report tells more of an actor's hold than another: it is about him, then it is later.
  fileprivate func speaks(_ one: Int, before other: Int, of actor: Int) -> Bool {
    let (first, second) = (theatre.reports[one], theatre.reports[other])
    if (first.actor == actor) != (second.actor == actor) { return first.actor == actor }
    let (day, otherDay) = (first.date.effectiveDay, second.date.effectiveDay)
    return day != otherDay ? day > otherDay : first.id < second.id
  }

  /// Of the entries of a ground up to some day those since its side took it, the last first.
  func entriesSinceGain(_ past: ArraySlice<Chronicle.Entry>) -> [Chronicle.Entry] {
    let side = past.last?.state.holder.map { sideOfActor[$0] }
    return Array(past.reversed().prefix { $0.state.holder.map { sideOfActor[$0] } == side })
  }

  /// The day since which a ground has been its side's, by the entries in force.
  fileprivate func gain(of ground: Int, _ current: [Int32]) -> Day {
    let past = chronicle.entries[ground].prefix(Int(current[ground]) + 1)
    return entriesSinceGain(past).last?.day ?? theatre.settings.start
  }
}

/// The ground that is near enough to a report for the map to say something about it, to ask for single
/// points.
struct ReachOfReports {
  private let tree: SiteTree
  private let squaredRadius: Double

  /// The reach of the grounds that have a report; nil if the theatre sets none.
  init?(_ mosaic: Mosaic, _ tracker: FrontTracker) {
    guard let kilometers = tracker.theatre.settings.reachInKilometers else { return nil }
    let sites = tracker.tessellation.sites
    tree = SiteTree(sites.indices.filter { mosaic.current[$0] >= 0 }.compactMap { sites[$0] })
    squaredRadius = kilometers * 1_000 * kilometers * 1_000
  }

  /// Whether a report is near enough to a position in the plane.
  ///
  /// - Complexity: O(log *n*) on average, for *n* grounds with a report.
  func covers(_ position: PlanarPosition) -> Bool {
    (tree.nearest(to: position)?.squaredDistance ?? .infinity) <= squaredRadius
  }
}
