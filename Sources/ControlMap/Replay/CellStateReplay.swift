internal import ControlHistory
internal import Geometry
internal import PlanarSubdivision
internal import Theatre
internal import TypedIndices

/// What is known of every cell on one day, and what changes from one day to the next.
///
/// A cell has the state of one site: its own if a report reaches it, else the nearest of its compartment
/// that one reaches; over crossings also of another compartment, if the way there is shorter.
struct CellStateReplay {
  private let tessellation: Tessellation

  /// What is known of the cells.
  private(set) var states: CellStates

  /// The changes to come, the first of them last.
  private var pending: [Change]

  /// What sites may be from some day on before their first report, the first of them last.
  private var prospects: [(site: SiteID, prospect: Prospect)]

  /// The cells that have no report of their own and may still get a nearer source, by compartment.
  private var unreported: IndexedArray<CompartmentID, [CellID]>

  /// The square of the distance of each unreported cell's site from its source.
  private var squaredDistances: IndexedArray<CellID, Double>

  /// The cells that were inferred from each site; some may have a nearer source by now.
  private var dependents: [SiteID: [CellID]] = [:]

  /// What is reported by way of the crossings; nil if the theatre has none.
  private var reach: CrossingReach?

  /// Whether a cell without a report may take the state of another site.
  private let infersGround: Bool

  /// Which sites have spoken for others. One whose state is only presumed does not.
  private var hasSpoken: IndexedArray<SiteID, Bool>

  /// A site that goes on to another of its intervals; nil for one that goes on to none.
  private struct Change {
    let day: Day
    let site: SiteID
    let interval: Int?
  }

  /// Begins before the first day of a theatre, when nothing is known.
  init(_ map: ControlMap) {
    tessellation = map.tessellation
    states = CellStates(map)
    infersGround = map.settings.infersGround
    hasSpoken = IndexedArray(repeating: false, count: map.sites.count)
    reach = map.cells.crossingWays.map { CrossingReach($0) }
    squaredDistances = IndexedArray(repeating: .infinity, count: tessellation.cells.count)
    pending = Self.changes(map.history, map.settings.period)
    prospects = map.history.prospects.flatMap { site, prospects in
      prospects.map { (site, $0) }
    }.sorted { ($1.1.day, $1.0) < ($0.1.day, $0.0) }
    unreported = IndexedArray(repeating: [], count: tessellation.compartmentCount)
    for (number, cell) in tessellation.cells.indexed() where cell.site != nil {
      unreported[cell.compartment].append(number)
    }
  }

  /// The changes of a theatre's days, the last first. What is older than the theatre takes effect on
  /// its first day, and of that only the latest.
  private static func changes(_ history: ControlHistory, _ period: Range<Day>) -> [Change] {
    var changes: [Change] = []
    for (site, intervals) in history.intervals.indexed() {
      for (index, interval) in intervals.enumerated() where interval.day < period.upperBound {
        let isOutdated =
          index + 1 < intervals.count && intervals[index + 1].day <= period.lowerBound
        if isOutdated { continue }
        changes.append(
          Change(
            day: max(interval.day, period.lowerBound), site: site,
            interval: interval.isSilence ? nil : index))
      }
    }
    return changes.sorted { ($1.day, $1.site) < ($0.day, $0.site) }
  }

  /// Moves on to a day.
  ///
  /// - Returns: the cells of which something else is known than before, in order.
  /// - Complexity: O(*k*) for *k* changes of sites with a report; a site's first report is
  ///   compared with every cell of its compartment that has none, at most O(*n* log *n*) for *n* cells.
  mutating func advance(to day: Day) -> [CellDelta] {
    var before: [CellID: CellDelta] = [:]
    var turned: Set<SiteID> = []
    let doubted = advanceProspects(to: day, &before)
    while let change = pending.last, change.day <= day {
      pending.removeLast()
      let site = change.site
      for cell in cells(livingBy: site) { note(cell, &before) }
      if !hasSpoken[site], tessellation.cell(ofSite: site) != nil { turned.insert(site) }
      states.setInterval(change.interval, ofSite: site)
      if !states.prospects.isEmpty { states.prospects[site] = nil }
    }
    let silent = turned.filter { !states.hasReport($0) }.sorted()
    forget(silent, &before)
    settle(turned.subtracting(silent).sorted(), &before)
    if infersGround { inferAnew(silent, &before) }
    return before.values
      .filter {
        $0.source != states.source(ofCell: $0.cell)
          || $0.interval != states.intervalIndex(ofCell: $0.cell)
          || doubted.contains($0.cell)
      }
      .sorted { $0.cell < $1.cell }
  }

  /// Takes what sites may be before their first report.
  ///
  /// - Returns: their cells.
  private mutating func advanceProspects(
    to day: Day, _ before: inout [CellID: CellDelta]
  ) -> Set<CellID> {
    var cells: Set<CellID> = []
    while let (site, prospect) = prospects.last, prospect.day <= day {
      prospects.removeLast()
      states.prospects[site] = prospect.states.isEmpty ? nil : prospect.states
      for cell in tessellation.cells(ofSite: site) {
        note(cell, &before)
        cells.insert(cell)
      }
    }
    return cells
  }

  /// The cells that have a site's state: its own, and those inferred from it.
  private mutating func cells(livingBy site: SiteID) -> [CellID] {
    let inferred = (dependents[site] ?? []).filter { states.source(ofCell: $0) == site }
    if !inferred.isEmpty { dependents[site] = inferred }
    return tessellation.cells(ofSite: site) + inferred
  }

  /// Remembers what was known of a cell, before the first change of the day.
  private func note(_ cell: CellID, _ before: inout [CellID: CellDelta]) {
    guard before[cell] == nil else { return }
    before[cell] = CellDelta(
      cell: cell, source: states.source(ofCell: cell), interval: states.intervalIndex(ofCell: cell))
  }

  /// Lets sites that have a report for the first time speak for their cells, and for those of other
  /// sites to which they are the nearest.
  private mutating func settle(_ firsts: [SiteID], _ before: inout [CellID: CellDelta]) {
    for site in firsts {
      for cell in tessellation.cells(ofSite: site) {
        note(cell, &before)
        states.setSource(site, ofCell: cell)
      }
    }
    guard infersGround else { return }
    let speakers = firsts.filter { !states.isPresumed($0) }
    for site in speakers { hasSpoken[site] = true }
    let byCompartment = Dictionary(grouping: speakers) { tessellation.compartment(ofSite: $0) }
    for (compartment, firsts) in byCompartment {
      guard let compartment else { continue }
      forgetReported(in: compartment)
      // In the order of the sites, not in the order of their reports.
      infer(unreported[compartment], from: firsts.sorted(), &before)
    }
    inferOverCrossings(from: byCompartment, &before)
  }

  /// Takes the cells with a report of their own out of those that have none.
  private mutating func forgetReported(in compartment: CompartmentID) {
    let states = states
    unreported[compartment].removeAll { cell in
      states.cells[cell].site.map { states.source(ofCell: cell) == $0 } ?? true
    }
  }

  /// Treats sites as if no report reached them.
  private mutating func forget(_ sites: [SiteID], _ before: inout [CellID: CellDelta]) {
    for cell in sites.flatMap({ tessellation.cells(ofSite: $0) }) {
      note(cell, &before)
      states.setSource(nil, ofCell: cell)
      squaredDistances[cell] = .infinity
      let compartment = tessellation.cells[cell].compartment
      if !unreported[compartment].contains(cell) { unreported[compartment].append(cell) }
    }
  }

  /// Gives the cells of sites the nearest of all sites that have spoken.
  private mutating func inferAnew(_ sites: [SiteID], _ before: inout [CellID: CellDelta]) {
    for (compartment, sites) in Dictionary(grouping: sites, by: tessellation.compartment(ofSite:)) {
      guard let compartment else { continue }
      let cells = sites.flatMap { tessellation.cells(ofSite: $0) }
      let speakers = hasSpoken.indices.filter {
        hasSpoken[$0] && tessellation.compartment(ofSite: $0) == compartment
      }
      if !speakers.isEmpty { infer(cells, from: speakers, &before) }
      if let reach { inferOverCrossings(cells, inCompartment: compartment, reach, &before) }
    }
  }

  /// Gives cells without a report the nearest of some sites, where none nearer is known. Of two
  /// equally near sites the first in the coordinate table counts as the nearest.
  private mutating func infer(
    _ cells: [CellID], from firsts: [SiteID], _ before: inout [CellID: CellDelta]
  ) {
    guard !cells.isEmpty else { return }
    let tree = KDTree(firsts.compactMap { tessellation.sitePositions[$0] })
    for cell in cells {
      guard let site = tessellation.cells[cell].site, let site = tessellation.sitePositions[site],
        let nearest = tree.nearest(to: site)
      else { continue }
      adopt(cell, firsts[Int(nearest.index)], nearest.squaredDistance, &before)
    }
  }

  /// Gives a cell a site as its source, unless a nearer one is known.
  private mutating func adopt(
    _ cell: CellID, _ other: SiteID, _ distance: Double, _ before: inout [CellID: CellDelta]
  ) {
    let known = squaredDistances[cell]
    guard
      distance < known
        || (distance == known && states.source(ofCell: cell).map { other < $0 } ?? false)
    else { return }
    note(cell, &before)
    states.setSource(other, ofCell: cell)
    squaredDistances[cell] = distance
    dependents[other, default: []].append(cell)
  }

  /// Gives cells without a report the nearest of some sites in other compartments, where none nearer is
  /// known.
  private mutating func inferOverCrossings(
    from firsts: [CompartmentID?: [SiteID]], _ before: inout [CellID: CellDelta]
  ) {
    guard var reach else { return }
    var isNearer = false
    for (compartment, firsts) in firsts {
      guard let compartment else { continue }
      let tree = KDTree(firsts.compactMap { tessellation.sitePositions[$0] })
      let foundNearer = reach.learn(inCompartment: compartment) { [ways = reach.ways] crossing in
        tree.nearest(to: ways.position(of: crossing)).map {
          CrossingReach.Found(
            site: firsts[Int($0.index)], distance: $0.squaredDistance.squareRoot())
        }
      }
      if foundNearer { isNearer = true }
    }
    self.reach = reach
    guard isNearer else { return }
    for (compartment, cells) in unreported.indexed() {
      inferOverCrossings(cells, inCompartment: compartment, reach, &before)
    }
  }

  private mutating func inferOverCrossings(
    _ cells: [CellID], inCompartment compartment: CompartmentID, _ reach: CrossingReach,
    _ before: inout [CellID: CellDelta]
  ) {
    for cell in cells {
      guard let site = tessellation.cells[cell].site, let site = tessellation.sitePositions[site],
        let nearest = reach.nearest(to: site, inCompartment: compartment),
        tessellation.compartment(ofSite: nearest.site) != compartment
      else { continue }
      adopt(cell, nearest.site, nearest.distance * nearest.distance, &before)
    }
  }
}
