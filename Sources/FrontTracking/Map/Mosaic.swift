internal import Theatre

/// The cells of a map and what is known of each on one day.
struct Mosaic: Sendable {
  private let tracker: FrontTracker

  /// The cells.
  let cells: [Tessellation.Cell]

  /// Their edges.
  let topology: Topology

  /// The cell in which each ground lies; -1 for one outside.
  private let homes: [Int32]

  /// The ground whose state each cell has; -1 for a cell of which nothing is known.
  var sources: [Int32]

  /// Which of its entries is in force on each ground; -1 for none.
  var current: [Int32]

  /// In which states grounds may be whose first report has not taken effect yet, by ground.
  var prospects: [Int: [GroundState]] = [:]

  /// How probable the state of each cell is, where it is estimated; else nil.
  private let probabilities: [Double?]

  /// Whether a report reaches every cell from the first day on, so that nothing is ever inferred.
  let isEveryCellReported: Bool

  /// Begins with a tracker's cells, of which nothing is known.
  init(_ tracker: FrontTracker) {
    self.tracker = tracker
    cells = tracker.tessellation.cells
    topology = tracker.tessellation.topology
    homes = tracker.tessellation.homes
    sources = [Int32](repeating: -1, count: cells.count)
    current = [Int32](repeating: -1, count: tracker.grounds.count)
    probabilities = []
    isEveryCellReported = tracker.isEveryCellReported
  }

  /// The same day on other cells.
  ///
  /// - Parameters:
  ///   - other: what is known of the grounds.
  ///   - cells: the cells, each with its source and how probable it is.
  ///   - topology: their edges.
  init(
    _ other: Mosaic, _ cells: [(cell: Tessellation.Cell, source: Int32, probability: Double?)],
    _ topology: Topology
  ) {
    tracker = other.tracker
    current = other.current
    prospects = other.prospects
    self.topology = topology
    self.cells = cells.map(\.cell)
    sources = cells.map(\.source)
    probabilities = cells.map(\.probability)
    isEveryCellReported = false
    var homes = [Int32](repeating: -1, count: other.homes.count)
    for (index, cell) in self.cells.enumerated() {
      if cell.holdsGround, let ground = cell.ground { homes[ground] = Int32(index) }
    }
    self.homes = homes
  }

  /// The cell in which a ground lies; nil for one outside.
  func cell(ofGround ground: Int) -> Int? { homes[ground] < 0 ? nil : Int(homes[ground]) }

  /// How probable the state of a cell is; nil where it is not estimated.
  func probability(ofCell cell: Int) -> Double? {
    probabilities.isEmpty ? nil : probabilities[cell]
  }

  /// Which of its source's entries a cell has; -1 for none.
  func entryIndex(ofCell cell: Int) -> Int32 {
    sources[cell] < 0 ? -1 : current[Int(sources[cell])]
  }

  /// The entry that says who holds a cell; nil if nothing is known of it.
  func entry(ofCell cell: Int) -> Chronicle.Entry? {
    entry(entryIndex(ofCell: cell), of: sources[cell])
  }

  /// An entry of a ground by its number; nil for -1.
  func entry(_ index: Int32, of source: Int32) -> Chronicle.Entry? {
    index < 0 ? nil : tracker.chronicle.entries[Int(source)][Int(index)]
  }

  /// Whether the state of a ground is only presumed.
  func isPresumed(_ ground: Int) -> Bool {
    entry(current[ground], of: Int32(ground))?.state.isPresumed ?? false
  }

  /// Whether a cell's state is that of another ground than its own.
  func isInferred(_ cell: Int) -> Bool {
    guard let ground = cells[cell].ground else { return false }
    return sources[cell] >= 0 && sources[cell] != Int32(ground)
  }

  /// Who holds a cell.
  func groundState(ofCell cell: Int) -> GroundState {
    guard let entry = entry(ofCell: cell) else { return .unknown }
    return isInferred(cell) ? entry.state.inferred : entry.state
  }

  /// All that is known of a cell.
  func state(ofCell cell: Int) -> CellState {
    var state = CellState.unknown
    if let entry = entry(ofCell: cell) {
      state = tracker.state(
        ofCell: cells[cell], by: entry, of: Int(sources[cell]),
        probability: probability(ofCell: cell))
    }
    state.alternatives = alternatives(ofCell: cell)
    return state
  }

  /// The sites in a cell, by index, in order; none in a part that does not hold its ground.
  func sites(inCell cell: Int) -> [Int] {
    guard cells[cell].holdsGround, let ground = cells[cell].ground else { return [] }
    return tracker.grounds.sites[ground]
  }

  /// How many sites there are in a cell.
  func siteCount(inCell cell: Int) -> Int {
    guard cells[cell].holdsGround, let ground = cells[cell].ground else { return 0 }
    return tracker.grounds.sites[ground].count
  }

  /// The side that holds a cell, by number; -1 if nobody is known to.
  func side(ofCell cell: Int) -> Int32 {
    guard let holder = groundState(ofCell: cell).holder else { return -1 }
    return tracker.sideOfActor[holder]
  }

  /// What pieces of one side's ground have in common; -1 for ground of nobody.
  ///
  /// It is the side, and where the theatre names the crossings of its barriers also the bank, so that
  /// ground hangs together across a barrier at crossings only.
  func groundLabel(ofCell cell: Int) -> Int32 {
    let side = side(ofCell: cell)
    guard side >= 0, tracker.theatre.crossings != nil else { return side }
    return side * Int32(tracker.tessellation.bankCount) + Int32(cells[cell].bank)
  }

  /// The stretches of line between cells whose holders are of different sides, in order.
  ///
  /// - Parameter borders: half-edges, those between sides among them.
  /// - Complexity: O(*n* log *n*), for *n* half-edges.
  func stretches(along borders: [Int32]) -> [Stretch] {
    var halves: [[Int]: [Int32]] = [:]
    for half in borders {
      let (left, right) = (topology.cells[Int(half)], topology.cells[Int(half ^ 1)])
      guard half & 1 == 0, left >= 0, right >= 0,
        let one = groundState(ofCell: Int(left)).holder,
        let other = groundState(ofCell: Int(right)).holder,
        tracker.sideOfActor[one] != tracker.sideOfActor[other]
      else { continue }
      halves[[min(one, other), max(one, other)], default: []].append(half)
    }
    return halves.keys.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { holders in
      topology.chains(of: halves[holders] ?? [])
        .sorted { $0.lexicographicallyPrecedes($1) }
        .map { Stretch(holders: holders, reports: reports(beside: $0), halves: $0) }
    }
  }

  /// The reports behind the cells on either side of a line.
  private func reports(beside halves: [Int32]) -> [Int] {
    var cells: [Int] = []
    for half in halves {
      cells.append(Int(topology.cells[Int(half)]))
      cells.append(Int(topology.cells[Int(half ^ 1)]))
    }
    return reports(behind: cells)
  }

  /// The reports that decided the states of some cells and those by which the holders hold.
  func reports(behind cells: some Sequence<Int>) -> [Int] {
    var found: [Int32] = []
    for cell in cells {
      let entry = entryIndex(ofCell: cell)
      guard entry >= 0 else { continue }
      found += tracker.beliefs.reports(of: Int(sources[cell]), entry: Int(entry))
    }
    found.sort()
    var distinct: [Int] = []
    for report in found where distinct.last != Int(report) { distinct.append(Int(report)) }
    return distinct
  }

  /// Whether a cell's ground may be in another state, because the day of a report is not known. That a
  /// place may be surrounded says nothing about its ground.
  func isDateUncertain(_ cell: Int) -> Bool {
    let others = alternatives(ofCell: cell)
    guard !others.isEmpty else { return false }
    let here = groundState(ofCell: cell).inferred
    return others.contains { $0.inferred != here }
  }

  /// The other states in which a cell may be, because the day of a report is not known, each once.
  func alternatives(ofCell cell: Int) -> [GroundState] {
    let own = cells[cell].ground.flatMap { prospects.isEmpty ? nil : prospects[$0] } ?? []
    let entry = entry(ofCell: cell)
    guard !own.isEmpty || entry?.alternatives.isEmpty == false else { return [] }
    let here = groundState(ofCell: cell)
    let others = entry?.alternatives ?? []
    var found: [GroundState] = []
    for state in (isInferred(cell) ? others.map(\.inferred) : others) + own
    where state != here && !found.contains(state) { found.append(state) }
    return found
  }
}
