/// The cells of a map and what is known of each on one day.
struct Mosaic: Sendable {
  private let tracker: FrontTracker

  /// The cells.
  let cells: [Tessellation.Cell]

  /// Their edges.
  let topology: Topology

  /// The ground whose state each cell has; -1 for a cell of which nothing is known.
  var sources: [Int32]

  /// Which of its entries is in force on each ground; -1 for none.
  var current: [Int32]

  /// Begins with a tracker's cells, of which nothing is known.
  init(_ tracker: FrontTracker) {
    self.tracker = tracker
    cells = tracker.tessellation.cells
    topology = tracker.tessellation.topology
    sources = [Int32](repeating: -1, count: cells.count)
    current = [Int32](repeating: -1, count: tracker.grounds.count)
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
    guard let entry = entry(ofCell: cell) else { return .unknown }
    return tracker.state(ofCell: cells[cell], by: entry, of: Int(sources[cell]))
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
        .map { Stretch(holders: holders, halves: $0) }
    }
  }
}
