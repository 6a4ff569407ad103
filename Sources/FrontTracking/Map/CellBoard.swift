internal import Geometry
internal import Theatre

/// What is known of every cell on one day, and what changes from one day to the next.
///
/// A cell has the state of one ground: its own if a report reaches it, else the nearest of its bank
/// that one reaches; over crossings also of another bank, if the way there is shorter.
struct CellBoard {
  private let tessellation: Tessellation

  /// What is known of the cells.
  private(set) var mosaic: Mosaic

  /// The changes to come, the first of them last.
  private var pending: [Change]

  /// What grounds may be from some day on before their first report, the first of them last.
  private var prospects: [(ground: Int, prospect: Prospect)]

  /// The cells that have no report of their own and may still get a nearer source, by bank.
  private var unreported: [[Int32]]

  /// The square of the distance of each unreported cell's ground from its source.
  private var squaredDistances: [Double]

  /// The cells that were inferred from each ground; some may have a nearer source by now.
  private var dependents: [Int: [Int32]] = [:]

  /// What is reported by way of the crossings; nil if the theatre has none.
  private var reach: CrossingReach?

  /// Whether a cell without a report may take the state of another ground.
  private let infersGround: Bool

  /// Which grounds have spoken for others. One whose state is only presumed does not.
  private var hasSpoken: [Bool]

  /// A ground that goes on to another of its entries, or to none: -1.
  private struct Change {
    let day: Day
    let ground: Int32
    let entry: Int32
  }

  /// A cell of which something else is known than before.
  struct News {
    let cell: Int
    /// The source and its entry before: -1 for none.
    let source: Int32
    let entry: Int32
  }

  /// Begins before the first day of a theatre, when nothing is known.
  init(_ tracker: FrontTracker) {
    tessellation = tracker.tessellation
    let theatre = tracker.theatre
    mosaic = Mosaic(tracker)
    infersGround = tracker.infersGround
    hasSpoken = [Bool](repeating: false, count: tracker.grounds.count)
    reach = tracker.crossingWays.map { CrossingReach($0) }
    squaredDistances = [Double](repeating: .infinity, count: tessellation.cells.count)
    pending = Self.changes(tracker.chronicle, theatre.settings)
    prospects = tracker.chronicle.prospects.flatMap { ground, prospects in
      prospects.map { (ground, $0) }
    }.sorted { ($1.1.day, $1.0) < ($0.1.day, $0.0) }
    unreported = [[Int32]](repeating: [], count: tessellation.bankCount)
    for (index, cell) in tessellation.cells.enumerated() where cell.ground != nil {
      unreported[cell.bank].append(Int32(index))
    }
  }

  /// The changes of a theatre's days, the last first. What is older than the theatre takes effect on
  /// its first day, and of that only the latest.
  private static func changes(_ chronicle: Chronicle, _ settings: TheatreSettings) -> [Change] {
    var changes: [Change] = []
    for (ground, entries) in chronicle.entries.enumerated() {
      for (index, entry) in entries.enumerated() where entry.day < settings.end {
        let isOutdated =
          index + 1 < entries.count && entries[index + 1].day <= settings.start
        if isOutdated { continue }
        changes.append(
          Change(
            day: max(entry.day, settings.start), ground: Int32(ground),
            entry: entry.isSilence ? -1 : Int32(index)))
      }
    }
    return changes.sorted { ($1.day, $1.ground) < ($0.day, $0.ground) }
  }

  /// Goes on to a day.
  ///
  /// - Returns: the cells of which something else is known than before, in order.
  /// - Complexity: O(*k*) for *k* changes of grounds with a report; a ground's first report is held
  ///   against every cell of its bank that has none, at most O(*n* log *n*) for *n* cells.
  mutating func advance(to day: Day) -> [News] {
    var before: [Int: News] = [:]
    var turned: Set<Int> = []
    let doubted = advanceProspects(to: day, &before)
    while let change = pending.last, change.day <= day {
      pending.removeLast()
      let ground = Int(change.ground)
      for cell in cells(livingBy: ground) { note(cell, &before) }
      if !hasSpoken[ground], tessellation.cell(ofGround: ground) != nil { turned.insert(ground) }
      mosaic.current[ground] = change.entry
      if !mosaic.prospects.isEmpty { mosaic.prospects[ground] = nil }
    }
    let silent = turned.filter { mosaic.current[$0] < 0 }.sorted()
    forget(silent, &before)
    settle(turned.subtracting(silent).sorted(), &before)
    if infersGround { inferAnew(silent, &before) }
    return before.values
      .filter {
        $0.source != mosaic.sources[$0.cell] || $0.entry != mosaic.entryIndex(ofCell: $0.cell)
          || doubted.contains($0.cell)
      }
      .sorted { $0.cell < $1.cell }
  }

  /// Takes what grounds may be before their first report.
  ///
  /// - Returns: their cells.
  private mutating func advanceProspects(to day: Day, _ before: inout [Int: News]) -> Set<Int> {
    var cells: Set<Int> = []
    while let (ground, prospect) = prospects.last, prospect.day <= day {
      prospects.removeLast()
      mosaic.prospects[ground] = prospect.states.isEmpty ? nil : prospect.states
      for cell in tessellation.cells(ofGround: ground) {
        note(cell, &before)
        cells.insert(cell)
      }
    }
    return cells
  }

  /// The cells that have a ground's state: its own, and those inferred from it.
  private mutating func cells(livingBy ground: Int) -> [Int] {
    let inferred = (dependents[ground] ?? []).filter { mosaic.sources[Int($0)] == Int32(ground) }
    if !inferred.isEmpty { dependents[ground] = inferred }
    return tessellation.cells(ofGround: ground) + inferred.map { Int($0) }
  }

  /// Remembers what was known of a cell, before the first change of the day.
  private func note(_ cell: Int, _ before: inout [Int: News]) {
    guard before[cell] == nil else { return }
    before[cell] = News(
      cell: cell, source: mosaic.sources[cell], entry: mosaic.entryIndex(ofCell: cell))
  }

  /// Lets grounds that have a report for the first time speak for their cells, and for those of other
  /// grounds to which they are the nearest.
  private mutating func settle(_ firsts: [Int], _ before: inout [Int: News]) {
    for ground in firsts {
      for cell in tessellation.cells(ofGround: ground) {
        note(cell, &before)
        mosaic.sources[cell] = Int32(ground)
      }
    }
    guard infersGround else { return }
    let speakers = firsts.filter { !mosaic.isPresumed($0) }
    for ground in speakers { hasSpoken[ground] = true }
    let byBank = Dictionary(grouping: speakers) { tessellation.bank(ofGround: $0) }
    for (bank, firsts) in byBank {
      guard let bank else { continue }
      let cells = tessellation.cells
      let sources = mosaic.sources
      unreported[bank].removeAll { cell in
        cells[Int(cell)].ground.map { sources[Int(cell)] == Int32($0) } ?? true
      }
      // In the order of the grounds, though some have had their report for longer than others.
      infer(unreported[bank], from: firsts.sorted(), &before)
    }
    inferOverCrossings(from: byBank, &before)
  }

  /// Takes grounds for such as no report reaches.
  private mutating func forget(_ grounds: [Int], _ before: inout [Int: News]) {
    for cell in grounds.flatMap({ tessellation.cells(ofGround: $0) }) {
      note(cell, &before)
      mosaic.sources[cell] = -1
      squaredDistances[cell] = .infinity
      let bank = tessellation.cells[cell].bank
      if !unreported[bank].contains(Int32(cell)) { unreported[bank].append(Int32(cell)) }
    }
  }

  /// Gives the cells of grounds the nearest of all grounds that have spoken.
  private mutating func inferAnew(_ grounds: [Int], _ before: inout [Int: News]) {
    for (bank, grounds) in Dictionary(grouping: grounds, by: tessellation.bank(ofGround:)) {
      guard let bank else { continue }
      let cells = grounds.flatMap { tessellation.cells(ofGround: $0) }
      let speakers = hasSpoken.indices.filter {
        hasSpoken[$0] && tessellation.bank(ofGround: $0) == bank
      }
      if !speakers.isEmpty { infer(cells.map { Int32($0) }, from: speakers, &before) }
      if let reach { inferOverCrossings(cells, onBank: bank, reach, &before) }
    }
  }

  /// Gives cells without a report the nearest of some grounds, where none nearer is known. Of two
  /// equally near the first in the coordinate table is the nearest.
  private mutating func infer(
    _ cells: [Int32], from firsts: [Int], _ before: inout [Int: News]
  ) {
    guard !cells.isEmpty else { return }
    let tree = SiteTree(firsts.compactMap { tessellation.sites[$0] })
    for cell in cells.map({ Int($0) }) {
      guard let ground = tessellation.cells[cell].ground, let site = tessellation.sites[ground],
        let nearest = tree.nearest(to: site)
      else { continue }
      adopt(cell, firsts[Int(nearest.index)], nearest.squaredDistance, &before)
    }
  }

  /// Gives a cell a ground as its source, unless a nearer one is known.
  private mutating func adopt(
    _ cell: Int, _ other: Int, _ distance: Double, _ before: inout [Int: News]
  ) {
    guard
      distance < squaredDistances[cell]
        || (distance == squaredDistances[cell] && Int32(other) < mosaic.sources[cell])
    else { return }
    note(cell, &before)
    mosaic.sources[cell] = Int32(other)
    squaredDistances[cell] = distance
    dependents[other, default: []].append(Int32(cell))
  }

  /// Gives cells without a report the nearest of some grounds on other banks, where none nearer is
  /// known.
  private mutating func inferOverCrossings(
    from firsts: [Int?: [Int]], _ before: inout [Int: News]
  ) {
    guard var reach else { return }
    var isNearer = false
    for (bank, firsts) in firsts {
      guard let bank else { continue }
      let tree = SiteTree(firsts.compactMap { tessellation.sites[$0] })
      let news = reach.learn(onBank: bank) { [ways = reach.ways] crossing in
        tree.nearest(to: ways.position(of: crossing)).map {
          CrossingReach.Found(
            ground: firsts[Int($0.index)], distance: $0.squaredDistance.squareRoot())
        }
      }
      if news { isNearer = true }
    }
    self.reach = reach
    guard isNearer else { return }
    for (bank, cells) in unreported.enumerated() {
      inferOverCrossings(cells.map { Int($0) }, onBank: bank, reach, &before)
    }
  }

  private mutating func inferOverCrossings(
    _ cells: [Int], onBank bank: Int, _ reach: CrossingReach, _ before: inout [Int: News]
  ) {
    for cell in cells {
      guard let ground = tessellation.cells[cell].ground, let site = tessellation.sites[ground],
        let nearest = reach.nearest(to: site, onBank: bank),
        tessellation.bank(ofGround: nearest.ground) != bank
      else { continue }
      adopt(cell, nearest.ground, nearest.distance * nearest.distance, &before)
    }
  }
}
