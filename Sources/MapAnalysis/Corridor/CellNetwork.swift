internal import ControlHistory
internal import ControlMap
internal import Geodesy
internal import Geometry
internal import PlanarSubdivision
internal import Theatre
internal import TypedIndices

/// The ways from cell to cell: over the borders of one compartment, and over crossings to another.
struct CellNetwork {
  /// A way from a cell to one beside it.
  struct Link {
    let cell: CellID
    /// The length of the border in kilometres; infinite for a crossing, which has no width on the map.
    let width: Double
    /// The point at which one goes over: the middle of the border, or the crossing.
    let point: Position
    /// The length of the way between the two cells' middles over that point, in kilometres.
    let length: Double
    /// The crossing; nil for a border.
    let crossing: CrossingID?
  }

  private let links: IndexedArray<TypedIndex<Link>, Link>
  private let linksOfCell: Grouped<CellID, TypedIndex<Link>>

  /// The ways that leave a cell.
  func links(from cell: CellID) -> some Sequence<Link> {
    linksOfCell[cell].lazy.map { links[$0] }
  }

  /// How many cells there are.
  let cellCount: Int

  /// Measures the borders between the cells.
  ///
  /// - Parameter ignoringBarriers: whether borders along barriers are ways like others.
  /// - Complexity: O(*n* log *n*), for *n* edges.
  init(_ map: ControlMap, ignoringBarriers: Bool = false) {
    let tessellation = map.tessellation
    let topology = tessellation.topology
    let middles = Middles(map)
    var measures = EdgeMeasures(topology)
    var links: IndexedArray<TypedIndex<Link>, Link> = []
    var origins: IndexedArray<TypedIndex<Link>, CellID> = []
    func join(
      _ one: CellID, _ other: CellID, at point: Position, width: Double,
      crossing: CrossingID? = nil
    ) {
      let length = [one, other].reduce(0) {
        $0 + WGS84.inverse(from: middles[$1], to: point).distanceInMeters / 1_000
      }
      for (start, end) in [(one, other), (other, one)] {
        origins.append(start)
        links.append(
          Link(cell: end, width: width, point: point, length: length, crossing: crossing))
      }
    }
    for border in Self.borders(of: topology) {
      let (one, other) = (border.cells[0], border.cells[1])
      guard
        ignoringBarriers
          || tessellation.cells[one].compartment == tessellation.cells[other].compartment,
        let run = topology.longestRun(of: border.halves, &measures)
      else { continue }
      join(one, other, at: topology.middle(of: run.halves, &measures), width: run.length)
    }
    for link in map.cells.crossings.links {
      guard let crossing = map.theatre.crossings?[link.crossing] else { continue }
      join(
        link.cells[0], link.cells[1], at: crossing.position, width: .infinity,
        crossing: link.crossing)
    }
    self.links = links
    cellCount = topology.cellCount
    linksOfCell = Grouped(origins.indices, count: topology.cellCount) { origins[$0] }
  }

  /// The edges that two cells share, pair by pair, in order.
  private static func borders(of topology: Topology) -> [Border] {
    var borders: [Border] = []
    for half in topology.halfEdges {
      guard let (one, other) = topology.cells(beside: half), one < other else { continue }
      borders.append(Border(cells: [one, other], halves: [half]))
    }
    borders.sort {
      ($0.cells[0], $0.cells[1], $0.halves[0]) < ($1.cells[0], $1.cells[1], $1.halves[0])
    }
    var merged: [Border] = []
    for border in borders {
      if merged.last?.cells == border.cells {
        merged[merged.count - 1].halves += border.halves
      } else {
        merged.append(border)
      }
    }
    return merged
  }

  /// The edges that two cells share.
  private struct Border {
    let cells: [CellID]
    var halves: [HalfEdge]
  }
}

/// Where a way through a cell is taken to pass: its place, or for a part that the outline cuts off from
/// its place the mean of its corners.
private struct Middles {
  private let map: ControlMap

  init(_ map: ControlMap) {
    self.map = map
  }

  subscript(cell: CellID) -> Position {
    let facts = map.tessellation.cells[cell]
    if facts.holdsSite, let site = facts.site { return map.sites.positions[site] }
    let topology = map.tessellation.topology
    let corners = topology.halves(ofCell: cell).map { topology.position(ofOrigin: $0) }
    let count = Double(max(1, corners.count))
    return Position(
      longitude: corners.reduce(0) { $0 + $1.longitude } / count,
      latitude: corners.reduce(0) { $0 + $1.latitude } / count)
  }
}

extension Topology {
  /// The longest of the runs in which some edges hang together, and its length in kilometres.
  fileprivate func longestRun(
    of halves: [HalfEdge], _ measures: inout EdgeMeasures
  ) -> (halves: [HalfEdge], length: Double)? {
    var longest: (halves: [HalfEdge], length: Double)?
    for run in halves.count == 1 ? [halves] : chains(of: halves) {
      let length = measures.length(of: run)
      if longest.map({ length > $0.length }) ?? true { longest = (run, length) }
    }
    return longest
  }

  /// The point half way along a chain of half-edges.
  fileprivate func middle(of run: [HalfEdge], _ measures: inout EdgeMeasures) -> Position {
    var rest = measures.length(of: run) / 2
    for half in run {
      let length = measures.length(of: [half])
      let edge = Segment(position(ofOrigin: half), position(ofOrigin: half.twin))
      if rest <= length { return edge.point(atShare: length > 0 ? rest / length : 0) }
      rest -= length
    }
    return position(ofOrigin: run[run.count - 1].twin)
  }
}
