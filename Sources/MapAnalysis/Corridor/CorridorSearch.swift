internal import ControlHistory
internal import ControlMap
internal import Geometry
internal import PlanarSubdivision
internal import Theatre
internal import TypedIndices

/// The search for one corridor on one day after the other.
struct CorridorSearch {
  private let question: CorridorQuestion
  private let map: ControlMap
  private let starts: [CellID]
  private let ends: Set<CellID>
  private var paths: WidestPath

  /// Prepares the search for one question.
  init(_ question: CorridorQuestion, _ map: ControlMap) {
    self.question = question
    self.map = map
    starts = Set(map.cells(ofPlace: question.place).map(\.cell)).sorted()
    switch question.target {
    case .place(let place): ends = Set(map.cells(ofPlace: place).map(\.cell))
    case .exits(let exits):
      let open = map.theatre.open(exits, to: question.actor)
      ends = Set(open.flatMap { map.cells.exits.cellsOfExit[$0] })
    }
    let cellCount = map.tessellation.cells.count
    paths = WidestPath(
      network: CellNetwork(map), isPassable: IndexedArray(repeating: false, count: cellCount))
  }

  private var side: SideID { map.sideOfActor[question.actor] }

  /// Looks at what is known on a day.
  ///
  /// - Returns: whether the side holds other cells than before.
  @discardableResult
  mutating func see(_ states: CellStates) -> Bool {
    var isNew = false
    for cell in paths.isPassable.indices {
      let isHeld = states.side(ofCell: cell) == side
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

  /// The place by which a cell is named: of several on one spot the one that was asked for.
  private func place(of cell: CellID) -> PlaceID? {
    let facts = map.tessellation.cells[cell]
    guard facts.holdsSite, let site = facts.site else { return nil }
    var wanted = [question.place]
    if case .place(let place) = question.target { wanted.append(place) }
    let places = map.sites.places[site]
    let asked = places.first { place in
      wanted.contains { map.theatre.lineage(of: place).contains($0) }
    }
    return asked ?? places.first
  }

  /// Why there is no corridor.
  func obstacle(in states: CellStates) -> CorridorObstacle {
    if let obstacle = notHeld(question.place, in: states) { return obstacle }
    switch question.target {
    case .place(let place):
      if let obstacle = notHeld(place, in: states) { return obstacle }
    case .exits(let exits):
      if map.theatre.open(exits, to: question.actor).isEmpty { return .exitClosed }
      if ends.isEmpty { return .exitOutside }
    }
    let unhindered = WidestPath(
      network: CellNetwork(map, ignoringBarriers: true), isPassable: paths.isPassable)
    return unhindered.greatestWidth(from: starts, to: ends) == nil ? .cut : .barrier
  }

  private func notHeld(_ place: PlaceID, in states: CellStates) -> CorridorObstacle? {
    let ground = map.cells(ofPlace: place)
    guard !ground.contains(where: { paths.isPassable[$0.cell] }) else { return nil }
    let byHolder = Dictionary(grouping: ground) { states.groundState(ofCell: $0.cell).holder }
    let holdings = byHolder.map { CorridorObstacle.Holding(holder: $0, sites: $1.count) }
    return .notHeld(
      place: place,
      by: holdings.sorted {
        ($1.sites, $0.holder.offsetOrLast) < ($0.sites, $1.holder.offsetOrLast)
      })
  }
}

extension Theatre {
  /// Those of some exits that are open to an actor's side.
  fileprivate func open(_ exits: [ExitID], to actor: ActorID) -> [ExitID] {
    exits.filter { self.exits[$0].sides.contains(actors[actor].side) }
  }
}
