internal import GEOS
internal import Geodesy
internal import Geometry
internal import TheatreModel

/// Draws snapshots: from the states of the cells to territories, front lines and pockets.
///
/// Remembers the shapes it has united, so that ground untouched by a day's reports costs nothing.
struct Cartographer {
  private let theatre: Theatre
  private let grounds: Grounds
  private let chronicle: Chronicle
  private let tessellation: Tessellation
  private let exits: ExitTable
  private let sides: [String]
  private var unions: [[Int]: MultiPolygon<Position>] = [:]

  init(_ tracker: FrontTracker) {
    theatre = tracker.theatre
    grounds = tracker.grounds
    chronicle = tracker.chronicle
    tessellation = tracker.tessellation
    exits = tracker.exits
    sides = tracker.theatre.actors.map(\.side)
  }

  /// The map of a day.
  mutating func snapshot(on day: Day) throws(GEOSError) -> Snapshot {
    let entries = (0..<grounds.count).map { chronicle.entry(of: $0, on: day) }
    let inference = NearestInference(tessellation: tessellation, grounds: grounds)
    let cells = try inference.states(of: entries)
    return Snapshot(
      day: day, cells: cells,
      territories: try territories(cells),
      fronts: try fronts(cells),
      pockets: try pockets(cells),
      places: places(cells))
  }

  private mutating func territories(_ cells: [CellState]) throws(GEOSError) -> [Territory] {
    let kinds = cells.map { TerritoryKind($0.state) }
    var territories: [Territory] = []
    for (kind, members) in connectedPieces(tessellation.neighbours, key: { kinds[$0] }) {
      let area = tessellation.area(of: members)
      let inferred = tessellation.area(of: members.filter { cells[$0].inference != nil })
      territories.append(
        Territory(
          state: kind.state, cells: members, shape: try union(of: members),
          areaInSquareKilometers: area, places: tessellation.sites(on: members, of: grounds),
          reports: reports(behind: members.map { cells[$0] }),
          inferredShare: area > 0 ? inferred / area : 0))
    }
    return territories.sorted()
  }

  /// The stretches of line between cells whose holders are of different sides.
  private func fronts(_ cells: [CellState]) throws(GEOSError) -> [FrontLine] {
    var lines: [[Int]: [LineString<PlanarPosition>]] = [:]
    for edge in tessellation.edges {
      guard let left = edge.left.flatMap({ cells[$0].state.holder }),
        let right = edge.right.flatMap({ cells[$0].state.holder }), sides[left] != sides[right]
      else { continue }
      let line = LineString([edge.segment.start, edge.segment.end])
      lines[[left, right].sorted(), default: []].append(line)
    }
    var fronts: [FrontLine] = []
    for (holders, pieces) in lines {
      for stretch in try merged(pieces) {
        let line = tessellation.publish(stretch.canonical)
        fronts.append(
          FrontLine(
            holders: holders, line: line, lengthInKilometers: WGS84.length(of: line) / 1_000))
      }
    }
    return fronts.sorted()
  }

  /// The pieces of each side's ground, contested or not, that touch no exit of the side.
  private mutating func pockets(_ cells: [CellState]) throws(GEOSError) -> [Pocket] {
    let holders = cells.map(\.state.holder)
    let pieces = connectedPieces(tessellation.neighbours) { cell in holders[cell].map { sides[$0] }
    }
    var pockets: [Pocket] = []
    for (side, members) in pieces where !exits.isOpen(to: side, from: members) {
      var areas: [Int: Double] = [:]
      for cell in members {
        guard let holder = holders[cell] else { continue }
        areas[holder, default: 0] += tessellation.cells[cell].areaInSquareKilometers
      }
      guard let most = areas.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }) else { continue }
      pockets.append(
        Pocket(
          holder: most.key, cells: members, shape: try union(of: members),
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

  private mutating func union(of cells: [Int]) throws(GEOSError) -> MultiPolygon<Position> {
    if let known = unions[cells] { return known }
    let union = try coverageUnion(cells.map { tessellation.cells[$0].polygon })
    let shape = tessellation.publish(union)
    unions[cells] = shape
    return shape
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
