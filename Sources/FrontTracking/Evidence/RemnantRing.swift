internal import Geometry
internal import TheatreModel

/// The ground around a piece, which one other side holds.
struct RemnantRing {
  /// Of that side the actor with the longest border.
  let holder: Int
  /// The reports by which it is held.
  let reports: [Int]
  /// The last day on which the side took some of it.
  let newestGain: Day
  /// The strongest evidence for any of it.
  let evidence: Evidence

  /// Looks around a piece; nil if more than one side is there, or none. Contested
  /// ground is its holder's.
  init?(around cells: [Int], _ mosaic: Mosaic, _ tracker: FrontTracker) {
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
    self.reports = reports.sorted()
    newestGain = newest
    evidence = best
  }
}

extension FrontTracker {
  /// The day since which a ground has been its side's, by the entries in force.
  fileprivate func gain(of ground: Int, _ current: [Int32]) -> Day {
    let past = chronicle.entries[ground].prefix(Int(current[ground]) + 1)
    let side = past.last?.state.holder.map { sideOfActor[$0] }
    let since = past.reversed().prefix { $0.state.holder.map { sideOfActor[$0] } == side }
    return since.last?.day ?? theatre.settings.start
  }
}
