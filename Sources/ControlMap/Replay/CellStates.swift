package import ControlHistory
package import PlanarSubdivision
package import Theatre
package import TypedIndices

/// The cells of a map and what is known of each on one day.
package struct CellStates: Sendable {
  let map: ControlMap

  /// The cells.
  package let cells: IndexedArray<CellID, Tessellation.Cell>

  /// Their edges.
  package let topology: Topology

  /// The cell in which each site lies; nil for one outside.
  private let homes: IndexedArray<SiteID, CellID?>

  /// The number of the site whose state each cell has; -1 for a cell of which nothing is known.
  private var sources: IndexedArray<CellID, Int32>

  /// Which of its intervals is in force on each site; -1 for none.
  private var current: IndexedArray<SiteID, Int32>

  /// In which states sites may be whose first report has not taken effect yet, by site.
  package internal(set) var prospects: [SiteID: [GroundState]] = [:]

  /// How probable the state of each cell is, where it is estimated; else nil.
  private let probabilities: IndexedArray<CellID, Double?>

  /// Whether a report reaches every cell from the first day on, so that nothing is ever inferred.
  package let isEveryCellReported: Bool

  /// Begins with a map's cells, of which nothing is known.
  package init(_ map: ControlMap) {
    self.map = map
    cells = map.tessellation.cells
    topology = map.tessellation.topology
    homes = map.tessellation.homes
    sources = IndexedArray(repeating: -1, count: cells.count)
    current = IndexedArray(repeating: -1, count: map.sites.count)
    probabilities = []
    isEveryCellReported = map.isEveryCellReported
  }

  /// The same day on other cells.
  ///
  /// - Parameters:
  ///   - other: what is known of the sites.
  ///   - cells: the cells, each with its source and how probable it is.
  ///   - topology: their edges.
  package init(
    _ other: CellStates,
    _ cells: IndexedArray<
      CellID, (cell: Tessellation.Cell, source: SiteID?, probability: Double?)
    >,
    _ topology: Topology
  ) {
    map = other.map
    current = other.current
    prospects = other.prospects
    self.topology = topology
    self.cells = cells.mapElements(\.cell)
    sources = cells.mapElements { $0.source?.rawValue ?? -1 }
    probabilities = cells.mapElements(\.probability)
    isEveryCellReported = false
    var homes = IndexedArray<SiteID, CellID?>(repeating: nil, count: other.homes.count)
    for (number, cell) in self.cells.indexed() {
      if cell.holdsSite, let site = cell.site { homes[site] = number }
    }
    self.homes = homes
  }

  /// The cell in which a site lies; nil for one outside.
  package func cell(ofSite site: SiteID) -> CellID? { homes[site] }

  /// The site whose state a cell has; nil for a cell of which nothing is known.
  package func source(ofCell cell: CellID) -> SiteID? {
    let source = sources[cell]
    return source < 0 ? nil : SiteID(rawValue: source)
  }

  /// Gives a cell the state of a site; nil for a cell of which nothing is known.
  mutating func setSource(_ source: SiteID?, ofCell cell: CellID) {
    sources[cell] = source?.rawValue ?? -1
  }

  /// How probable the state of a cell is; nil where it is not estimated.
  package func probability(ofCell cell: CellID) -> Double? {
    probabilities.isEmpty ? nil : probabilities[cell]
  }

  /// Which of its source's intervals a cell has; nil for none.
  package func intervalIndex(ofCell cell: CellID) -> Int? {
    source(ofCell: cell).flatMap { intervalIndex(ofSite: $0) }
  }

  /// Which of its intervals is in force on a site; nil for none.
  package func intervalIndex(ofSite site: SiteID) -> Int? {
    let index = current[site]
    return index < 0 ? nil : Int(index)
  }

  /// Puts one of its intervals into force on a site, or none.
  mutating func setInterval(_ index: Int?, ofSite site: SiteID) {
    current[site] = index.map { Int32($0) } ?? -1
  }

  /// The interval that says who holds a cell; nil if nothing is known of it.
  package func interval(ofCell cell: CellID) -> ControlInterval? {
    source(ofCell: cell).flatMap { interval(ofSite: $0) }
  }

  /// The interval that is in force on a site; nil for none.
  package func interval(ofSite site: SiteID) -> ControlInterval? {
    intervalIndex(ofSite: site).map { map.history.intervals[site][$0] }
  }

  /// Whether a report on a site has taken effect.
  package func hasReport(_ site: SiteID) -> Bool { intervalIndex(ofSite: site) != nil }

  /// Whether the state of a site is only presumed.
  package func isPresumed(_ site: SiteID) -> Bool {
    interval(ofSite: site)?.state.isPresumed ?? false
  }

  /// Whether a cell's state is that of another site than its own.
  package func isInferred(_ cell: CellID) -> Bool {
    guard let site = cells[cell].site, let source = source(ofCell: cell) else { return false }
    return source != site
  }

  /// Who holds a cell.
  package func groundState(ofCell cell: CellID) -> GroundState {
    guard let interval = interval(ofCell: cell) else { return .unknown }
    return isInferred(cell) ? interval.state.inferred : interval.state
  }

  /// All that is known of a cell.
  package func state(ofCell cell: CellID) -> CellState {
    var state = CellState.unknown
    if let interval = interval(ofCell: cell) {
      state = CellState(
        interval, inference: isInferred(cell) ? inference(ofCell: cell) : nil)
    }
    state.alternatives = alternatives(ofCell: cell)
    return state
  }

  /// From where the state of a cell is inferred; nil for a cell without a site.
  private func inference(ofCell cell: CellID) -> Inference? {
    let facts = cells[cell]
    guard let site = facts.site, let source = source(ofCell: cell) else { return nil }
    return Inference(
      site: source,
      distanceInKilometers: map.cells.distanceInKilometers(
        from: site, in: facts.compartment, to: source),
      probability: probability(ofCell: cell))
  }

  /// The places in a cell, in order; none in a part that does not hold its site.
  package func places(inCell cell: CellID) -> [PlaceID] {
    guard cells[cell].holdsSite, let site = cells[cell].site else { return [] }
    return map.sites.places[site]
  }

  /// How many places there are in a cell.
  package func placeCount(inCell cell: CellID) -> Int {
    guard cells[cell].holdsSite, let site = cells[cell].site else { return 0 }
    return map.sites.places[site].count
  }

  /// The side that holds a cell; nil if nobody is known to.
  package func side(ofCell cell: CellID) -> SideID? {
    groundState(ofCell: cell).holder.map { map.sideOfActor[$0] }
  }

  /// What pieces of one side's ground have in common; nil for ground of nobody.
  ///
  /// It is the side, and where the theatre names the crossings of its barriers also the compartment, so that
  /// ground hangs together across a barrier at crossings only.
  package func groundLabel(ofCell cell: CellID) -> Int32? {
    guard let side = side(ofCell: cell) else { return nil }
    guard map.theatre.crossings != nil else { return side.rawValue }
    return side.rawValue * Int32(map.tessellation.compartmentCount)
      + cells[cell].compartment.rawValue
  }

  /// The reports that decided the states of some cells and those by which the holders hold.
  package func reports(behind cells: some Sequence<CellID>) -> [ReportID] {
    var found: [ReportID] = []
    for cell in cells {
      guard let source = source(ofCell: cell), let interval = intervalIndex(ofSite: source) else {
        continue
      }
      found += map.beliefs.reports(of: source, interval: interval)
    }
    found.sort()
    var distinct: [ReportID] = []
    for report in found where distinct.last != report { distinct.append(report) }
    return distinct
  }

  /// Whether a cell's ground may be in another state, because the day of a report is not known. That a
  /// place may be surrounded says nothing about its ground.
  package func isDateUncertain(_ cell: CellID) -> Bool {
    let others = alternatives(ofCell: cell)
    guard !others.isEmpty else { return false }
    let here = groundState(ofCell: cell).inferred
    return others.contains { $0.inferred != here }
  }

  /// The other states in which a cell may be, because the day of a report is not known, each once.
  package func alternatives(ofCell cell: CellID) -> [GroundState] {
    let own = cells[cell].site.flatMap { prospects.isEmpty ? nil : prospects[$0] } ?? []
    let interval = interval(ofCell: cell)
    guard !own.isEmpty || interval?.alternatives.isEmpty == false else { return [] }
    let here = groundState(ofCell: cell)
    let others = interval?.alternatives ?? []
    var found: [GroundState] = []
    for state in (isInferred(cell) ? others.map(\.inferred) : others) + own
    where state != here && !found.contains(state) { found.append(state) }
    return found
  }
}
