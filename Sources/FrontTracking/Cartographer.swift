internal import GEOS
internal import Geodesy
internal import Geometry
internal import TheatreModel

/// Draws snapshots: from the states of the cells to territories, front lines and pockets.
struct Cartographer {
  private let theatre: Theatre
  private let grounds: Grounds
  private let chronicle: Chronicle
  private let tessellation: Tessellation
  private let exits: ExitTable
  private let sides: [String]

  init(_ tracker: FrontTracker) {
    theatre = tracker.theatre
    grounds = tracker.grounds
    chronicle = tracker.chronicle
    tessellation = tracker.tessellation
    exits = tracker.exits
    sides = tracker.theatre.actors.map(\.side)
  }

  /// The map of a day; the parts that are not asked for are empty.
  func snapshot(on day: Day, _ parts: MapParts) throws(GEOSError) -> Snapshot {
    let entries = (0..<grounds.count).map { chronicle.entry(of: $0, on: day) }
    let inference = NearestInference(tessellation: tessellation, grounds: grounds)
    let cells = try inference.states(of: entries)
    return Snapshot(
      day: day, cells: cells,
      territories: parts.contains(.territories) ? territories(cells) : [],
      fronts: parts.contains(.fronts) ? try fronts(cells) : [],
      pockets: parts.contains(.pockets) ? pockets(cells) : [],
      places: parts.contains(.places) ? places(cells) : [])
  }

  private func territories(_ cells: [CellState]) -> [Territory] {
    let kinds = cells.map { TerritoryKind($0.state) }
    var territories: [Territory] = []
    let pieces = connectedPieces(tessellation.neighbours) { kinds[$0] }
    for ((kind, members), shape) in zip(pieces, shapes(of: pieces.map(\.cells))) {
      let area = tessellation.area(of: members)
      let inferred = tessellation.area(of: members.filter { cells[$0].inference != nil })
      territories.append(
        Territory(
          state: kind.state, cells: members, shape: shape,
          areaInSquareKilometers: area, places: tessellation.sites(on: members, of: grounds),
          reports: reports(behind: members.map { cells[$0] }),
          inferredShare: area > 0 ? inferred / area : 0))
    }
    return territories.sorted()
  }

  /// The stretches of line between cells whose holders are of different sides.
  private func fronts(_ cells: [CellState]) throws(GEOSError) -> [FrontLine] {
    var lines: [[Int]: [LineString<Position>]] = [:]
    let topology = tessellation.topology
    let holders = cells.map(\.state.holder)
    func holder(_ half: Int) -> Int? {
      topology.cells[half] == Topology.outside ? nil : holders[Int(topology.cells[half])]
    }
    for edge in 0..<topology.edgeCount {
      let (half, twin) = (2 * edge, 2 * edge + 1)
      guard let left = holder(half), let right = holder(twin), sides[left] != sides[right] else {
        continue
      }
      let ends = [half, twin].map { topology.positions[Int(topology.origins[$0])] }
      lines[[left, right].sorted(), default: []].append(LineString(ends))
    }
    var fronts: [FrontLine] = []
    for (holders, pieces) in lines {
      for stretch in try merged(pieces) {
        let line = stretch.canonical
        fronts.append(
          FrontLine(
            holders: holders, line: line, lengthInKilometers: WGS84.length(of: line) / 1_000))
      }
    }
    return fronts.sorted()
  }

  /// The pieces of each side's ground, contested or not, that touch no exit of the side.
  private func pockets(_ cells: [CellState]) -> [Pocket] {
    let holders = cells.map(\.state.holder)
    let sideOfCell = holders.map { $0.map { sides[$0] } }
    let pieces = connectedPieces(tessellation.neighbours) { sideOfCell[$0] }
    var pockets: [Pocket] = []
    let cutOff = pieces.filter { !exits.isOpen(to: $0.key, from: $0.cells) }.map(\.cells)
    for (members, shape) in zip(cutOff, shapes(of: cutOff)) {
      var areas: [Int: Double] = [:]
      for cell in members {
        guard let holder = holders[cell] else { continue }
        areas[holder, default: 0] += tessellation.cells[cell].areaInSquareKilometers
      }
      guard let most = areas.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }) else { continue }
      pockets.append(
        Pocket(
          holder: most.key, cells: members, shape: shape,
          areaInSquareKilometers: tessellation.area(of: members),
          places: tessellation.sites(on: members, of: grounds)))
    }
    return pockets.sorted()
  }

  private func places(_ cells: [CellState]) -> [PlaceState] {
    zip(tessellation.cells, cells).filter(\.0.holdsGround).flatMap { cell, state in
      (cell.ground.map { grounds.sites[$0] } ?? []).map { PlaceState(place: $0, cell: state) }
    }.sorted()
  }

  private func shapes(of pieces: [[Int]]) -> [MultiPolygon<Position>] {
    tessellation.topology.shapes(of: pieces, cellCount: tessellation.cells.count)
  }

  /// The reports that decided the states and those by which the holders hold.
  private func reports(behind cells: [CellState]) -> [Int] {
    Set(cells.compactMap(\.entry).flatMap { $0.decidedBy + [$0.holderReport].compactMap(\.self) })
      .sorted()
  }
}

/// What cells of one territory have in common.
private struct TerritoryKind: Equatable {
  let state: GroundState

  init(_ state: GroundState) {
    var common = state
    common.encirclers = []
    self.state = common
  }
}

extension LineString {
  /// The same course written in one way only: from its smaller end, a closed one
  /// counter-clockwise from its smallest position.
  fileprivate var canonical: LineString {
    guard let first = positions.first, let last = positions.last else { return self }
    guard first == last, positions.count >= 4 else { return last < first ? reversed : self }
    return LineString(Polygon(LinearRing(positions)).canonical.exterior.positions)
  }
}
