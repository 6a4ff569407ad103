internal import Geometry
internal import Theatre

/// The search for one corridor on one day after the other.
struct CorridorSearch {
  private let question: CorridorQuestion
  private let tracker: FrontTracker
  private let starts: [Int]
  private let ends: Set<Int>
  private var paths: WidestPath

  /// Makes ready for a question.
  init(_ question: CorridorQuestion, _ tracker: FrontTracker) {
    self.question = question
    self.tracker = tracker
    starts = Set(tracker.ground(ofPlace: question.place).map(\.cell)).sorted()
    switch question.target {
    case .place(let place): ends = Set(tracker.ground(ofPlace: place).map(\.cell))
    case .exits(let exits):
      let open = tracker.open(exits, to: question.actor)
      ends = Set(open.flatMap { tracker.exits.cellsOfExit[$0] })
    }
    let cellCount = tracker.tessellation.cells.count
    paths = WidestPath(
      network: CellNetwork(tracker), isPassable: [Bool](repeating: false, count: cellCount))
  }

  private var side: Int32 { tracker.sideOfActor[question.actor] }

  /// Looks at what is known on a day.
  ///
  /// - Returns: whether the side holds other cells than before.
  @discardableResult
  mutating func see(_ mosaic: Mosaic) -> Bool {
    var isNew = false
    for cell in paths.isPassable.indices {
      let isHeld = mosaic.side(ofCell: cell) == side
      if isHeld != paths.isPassable[cell] { isNew = true }
      paths.isPassable[cell] = isHeld
    }
    return isNew
  }

  /// The width of the corridor in kilometres: infinite if it passes no border, nil if there is none.
  var width: Double? { paths.greatestWidth(from: starts, to: ends) }

  /// The corridor; nil if there is none.
  func way() -> Corridor.Way? {
    guard let way = paths.way(from: starts, to: ends) else { return nil }
    let narrowest = way.links.first { $0.width == way.width }
    return Corridor.Way(
      cells: way.cells, places: way.cells.compactMap(place(of:)),
      crossings: way.links.compactMap(\.crossing),
      widthInKilometers: way.width.isFinite ? way.width : nil,
      narrowest: way.width.isFinite ? narrowest?.point : nil, lengthInKilometers: way.length)
  }

  /// The site by which a cell is named: of several on one spot that which was asked for.
  private func place(of cell: Int) -> Int? {
    let facts = tracker.tessellation.cells[cell]
    guard facts.holdsGround, let ground = facts.ground else { return nil }
    var wanted = [question.place]
    if case .place(let place) = question.target { wanted.append(place) }
    let sites = tracker.grounds.sites[ground]
    let asked = sites.first { site in
      wanted.contains { tracker.theatre.lineage(of: site).contains($0) }
    }
    return asked ?? sites.first
  }

  /// Why there is no corridor.
  func obstacle(in mosaic: Mosaic) -> CorridorObstacle {
    if let obstacle = notHeld(question.place, in: mosaic) { return obstacle }
    switch question.target {
    case .place(let place):
      if let obstacle = notHeld(place, in: mosaic) { return obstacle }
    case .exits(let exits):
      if tracker.open(exits, to: question.actor).isEmpty { return .exitClosed }
      if ends.isEmpty { return .exitOutside }
    }
    let unhindered = WidestPath(
      network: CellNetwork(tracker, ignoringBarriers: true), isPassable: paths.isPassable)
    return unhindered.greatestWidth(from: starts, to: ends) == nil ? .cut : .barrier
  }

  private func notHeld(_ place: Int, in mosaic: Mosaic) -> CorridorObstacle? {
    let ground = tracker.ground(ofPlace: place)
    guard !ground.contains(where: { paths.isPassable[$0.cell] }) else { return nil }
    let byHolder = Dictionary(grouping: ground) { mosaic.groundState(ofCell: $0.cell).holder }
    let holdings = byHolder.map { CorridorObstacle.Holding(holder: $0, sites: $1.count) }
    return .notHeld(
      place: place,
      by: holdings.sorted { ($1.sites, $0.holder ?? .max) < ($0.sites, $1.holder ?? .max) })
  }
}

extension FrontTracker {
  /// Those of some exits that are open to an actor's side.
  fileprivate func open(_ exits: [Int], to actor: Int) -> [Int] {
    exits.filter { theatre.exits[$0].sides.contains(theatre.actors[actor].side) }
  }
}
