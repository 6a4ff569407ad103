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
    let cell: Int
    /// The length of the border in kilometres; infinite for a crossing, which has no width on the map.
    let width: Double
    /// The point at which one goes over: the middle of the border, or the crossing.
    let point: Position
    /// The length of the way between the two cells' middles over that point, in kilometres.
    let length: Double
    /// The crossing, by index.
    let crossing: Int?
  }

  private let links: [Link]
  private let linksOfCell: Grouped<TypedIndex<Link>>

  /// The ways that leave a cell.
  func links(from cell: Int) -> some Sequence<Link> {
    linksOfCell[cell].lazy.map { links[$0.offset] }
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
    var links: [Link] = []
    var origins = IndexedArray<TypedIndex<Link>, Int32>()
    func join(
      _ one: Int, _ other: Int, at point: Position, width: Double, crossing: Int? = nil
    ) {
      let length = [one, other].reduce(0) {
        $0 + WGS84.inverse(from: middles[$1], to: point).distanceInMeters / 1_000
      }
      for (start, end) in [(one, other), (other, one)] {
        origins.append(Int32(start))
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
    linksOfCell = Grouped(origins, count: topology.cellCount)
  }

  /// The edges that two cells share, pair by pair, in order.
  private static func borders(of topology: Topology) -> [Border] {
    var halves: [HalfEdge] = []
    for half in topology.cells.indices {
      let (one, other) = (topology.cells[half], topology.cells[half.twin])
      if one >= 0, one < other { halves.append(half) }
    }
    func cells(_ half: HalfEdge) -> [Int] {
      [Int(topology.cells[half]), Int(topology.cells[half.twin])]
    }
    halves.sort {
      let (left, right) = (cells($0), cells($1))
      return (left[0], left[1], $0) < (right[0], right[1], $1)
    }
    var borders: [Border] = []
    for half in halves {
      if borders.last?.cells == cells(half) {
        borders[borders.count - 1].halves.append(half)
      } else {
        borders.append(Border(cells: cells(half), halves: [half]))
      }
    }
    return borders
  }

  /// The edges that two cells share.
  private struct Border {
    let cells: [Int]
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

  subscript(cell: Int) -> Position {
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
      if length > longest?.length ?? -1 { longest = (run, length) }
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
