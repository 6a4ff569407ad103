internal import Geometry
internal import Theatre

/// Goes through the days of a theatre and finds its remnants.
struct RemnantSearch {
  private let tracker: FrontTracker
  private let threshold: Grade
  private var board: CellBoard
  private var pieces: Pieces
  private var measures: EdgeMeasures

  /// Since when each cell has been in a piece that is surrounded.
  private var surroundedSince: [Int: Day] = [:]
  private var standing: [Set<Int>: Standing] = [:]
  private var found: [Remnant] = []

  /// A piece that stands surrounded.
  private struct Standing {
    let start: Day
    let since: Day
    let ring: RemnantRing
    let former: Int
    let sources: [Int: Int32]
    /// The grounds that lie in it and of which somebody is known to hold them, in order.
    let homes: [Int]
  }

  /// Prepares a search; nil if no ground hangs on reports so poor that it could be a remnant.
  init?(_ tracker: FrontTracker) {
    self.tracker = tracker
    let threshold = Grade(tracker.theatre.settings.remnantGrade)
    self.threshold = threshold
    let theatre = tracker.theatre
    let isPoor = theatre.reports.map { !(Grade($0, in: theatre) < threshold) }
    let hasCandidate = tracker.chronicle.entries.contains { entries in
      entries.contains { $0.state.holder != nil && $0.reports.allSatisfy { isPoor[$0] } }
    }
    guard hasCandidate else { return nil }
    board = CellBoard(tracker)
    pieces = Pieces(tracker.tessellation.topology)
    measures = EdgeMeasures(tracker.tessellation.topology)
  }

  /// The remnants, by first day and then by first ground.
  ///
  /// - Complexity: O(*d n*), for *d* days on which the map changes and *n* cells in pieces without an exit.
  mutating func remnants() -> [Remnant] {
    for day in tracker.days {
      let news = board.advance(to: day)
      guard !news.isEmpty || standing.isEmpty else { continue }
      let mosaic = board.mosaic
      pieces.relabel(
        news.map { (cell: $0.cell, label: mosaic.groundLabel(ofCell: $0.cell)) })
      turn(to: surroundedPieces(), on: day)
    }
    turn(to: [:], on: tracker.theatre.settings.end)
    return found.sorted { ($0.start, $0.grounds[0]) < ($1.start, $1.grounds[0]) }
  }

  /// The pieces that are closed and lie in one other side's ground.
  private func surroundedPieces() -> [Set<Int>: RemnantRing] {
    let mosaic = board.mosaic
    let sides = tracker.theatre.sides
    let atExits = tracker.exits.openPieces(pieces, sides, sideOfCell: mosaic.side)
    let open = tracker.crossings.pieces(reachedFrom: atExits, pieces, sideOfCell: mosaic.side)
    let closed = pieces.cells { !open.contains($0) }
    let reach = closed.isEmpty ? nil : ReachOfReports(mosaic, tracker)
    var rings: [Set<Int>: RemnantRing] = [:]
    for cells in closed.values {
      guard let ring = RemnantRing(around: cells, mosaic, tracker, within: reach) else { continue }
      rings[Set(cells)] = ring
    }
    return rings
  }

  /// Ends the pieces that no longer stand as they did, and begins those that now do.
  private mutating func turn(to rings: [Set<Int>: RemnantRing], on day: Day) {
    // Who would be presumed to hold it is part of what stands.
    for (cells, piece) in standing where rings[cells]?.holder != piece.ring.holder {
      finish(cells, piece, on: day)
      standing[cells] = nil
    }
    let enclosed = rings.keys.reduce(into: Set<Int>()) { $0.formUnion($1) }
    surroundedSince = surroundedSince.filter { enclosed.contains($0.key) }
    for cell in enclosed where surroundedSince[cell] == nil { surroundedSince[cell] = day }
    let mosaic = board.mosaic
    for (cells, ring) in rings where standing[cells] == nil {
      let since = cells.compactMap { surroundedSince[$0] }.max() ?? day
      standing[cells] = Standing(
        start: day, since: since, ring: ring, former: former(cells, mosaic),
        sources: Dictionary(uniqueKeysWithValues: cells.map { ($0, mosaic.sources[$0]) }),
        homes: homes(cells, mosaic))
    }
  }

  /// The grounds that lie in some cells, but for those too far from every report for one to speak for them.
  private func homes(_ cells: Set<Int>, _ mosaic: Mosaic) -> [Int] {
    let homes = cells.filter { tracker.tessellation.cells[$0].holdsGround }
      .compactMap { tracker.tessellation.cells[$0].ground }.sorted()
    guard let reach = ReachOfReports(mosaic, tracker) else { return homes }
    return homes.filter { tracker.tessellation.sites[$0].map(reach.covers) ?? false }
  }

  /// The actor that holds most of a piece.
  private mutating func former(_ cells: Set<Int>, _ mosaic: Mosaic) -> Int {
    var areas: [Int: Double] = [:]
    for cell in cells.sorted() {
      guard let holder = mosaic.groundState(ofCell: cell).holder else { continue }
      areas[holder, default: 0] += measures.area(ofCells: CollectionOfOne(cell))
    }
    return areas.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.first?.key ?? 0
  }

  /// Notes a piece that is over if it was a remnant.
  private mutating func finish(_ cells: Set<Int>, _ piece: Standing, on end: Day) {
    let start = max(
      piece.start, piece.since.advanced(by: tracker.theatre.settings.remnantDays))
    guard start < end, piece.since > tracker.theatre.settings.start else { return }
    let sources = Set(piece.sources.values.map { Int($0) }.filter { $0 >= 0 }).sorted()
    let reports = Set(sources.flatMap { behind($0, on: piece.start) }).sorted()
    let homes = piece.homes
    guard !homes.isEmpty, isOutdated(reports, piece, grounds: Set(sources + homes)) else { return }
    found.append(
      Remnant(
        grounds: homes, places: homes.flatMap { tracker.grounds.sites[$0] }.sorted(),
        former: piece.former, holder: piece.ring.holder, surrounded: piece.since, start: start,
        end: end, areaInSquareKilometers: measures.area(ofCells: cells.sorted()),
        reports: reports, surroundings: piece.ring.reports, evidence: piece.ring.evidence))
  }

  /// The reports by which a ground has been held since its side took it, up to a day.
  private func behind(_ ground: Int, on day: Day) -> [Int] {
    let past = tracker.chronicle.entries[ground].prefix { $0.day <= day }
    return tracker.entriesSinceGain(past).flatMap(\.reports)
  }

  /// Whether nothing but old and poor reports hold a piece up.
  ///
  /// - Parameter grounds: those that its cells have their state from, and those that lie in it, of which a
  ///   first report may come yet.
  private func isOutdated(_ reports: [Int], _ piece: Standing, grounds: Set<Int>) -> Bool {
    let theatre = tracker.theatre
    guard reports.allSatisfy({ !(Grade(theatre.reports[$0], in: theatre) < threshold) }) else {
      return false
    }
    let hasNews = grounds.contains { ground in
      tracker.chronicle.entries[ground].contains { piece.since <= $0.lastReport }
    }
    guard !hasNews else { return false }
    let newest = reports.map { theatre.reports[$0].date.effectiveDay }.max()
    return newest.map { $0 < piece.ring.newestGain } ?? true
  }
}
