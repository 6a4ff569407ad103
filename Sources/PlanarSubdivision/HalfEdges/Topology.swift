package import Geometry
package import TypedIndices

/// The edges between the cells, each stored once, in flat arrays.
///
/// A class, so that what works on it shares the arrays at the cost of one reference.
package final class Topology: Sendable {
  /// The vertices in the plane, in the order of `table`.
  package let vertices: [PlanarPosition]

  /// The vertices in degrees, as they are published, in ascending order.
  package let table: VertexTable

  /// The edges. No edge has the same cell on both sides.
  package let edges: HalfEdges

  /// The number of the cell on the left of each half-edge; `HalfEdges.outside` for none.
  @usableFromInline let leftCells: IndexedArray<HalfEdge, Int32>

  /// How many cells there are.
  package let cellCount: Int

  @usableFromInline let halves: Grouped<CellID, HalfEdge>

  /// Links the edges of cells.
  ///
  /// - Parameters:
  ///   - lines: the edges, each with its two ends and what lies left and right of it.
  ///   - points: the vertices in the plane.
  ///   - cellCount: how many cells there are.
  ///   - publish: gives the vertices in degrees.
  /// - Complexity: O(*n* log *n*), for *n* edges.
  package init<E: Error>(
    _ lines: [Line], _ points: [PlanarPosition], cellCount: Int,
    publish: ([PlanarPosition]) throws(E) -> [Position]
  ) throws(E) {
    let published = try publish(points)
    let order = published.indices.sorted { published[$0] < published[$1] }
    var rank = [Int32](repeating: 0, count: points.count)
    for (place, index) in order.enumerated() { rank[index] = Int32(place) }
    let vertices = order.map { points[$0] }
    var origins = IndexedArray<HalfEdge, Int32>()
    var leftCells = IndexedArray<HalfEdge, Int32>()
    origins.reserveCapacity(2 * lines.count)
    leftCells.reserveCapacity(2 * lines.count)
    for line in lines {
      origins.append(rank[Int(line.start)])
      origins.append(rank[Int(line.end)])
      leftCells.append(line.left?.rawValue ?? HalfEdges.outside)
      leftCells.append(line.right?.rawValue ?? HalfEdges.outside)
    }
    self.vertices = vertices
    self.leftCells = leftCells
    self.cellCount = cellCount
    table = VertexTable(order.map { published[$0] })
    edges = HalfEdges(
      origins: origins, vertexCount: vertices.count,
      isUpper: { half in
        let way = Way(vertices[Int(origins[half])], vertices[Int(origins[half.twin])])
        return way.dy > 0 || (way.dy == 0 && way.dx > 0)
      },
      turnsLeft: { one, other in
        let origin = vertices[Int(origins[one])]
        let first = Way(origin, vertices[Int(origins[one.twin])])
        let second = Way(origin, vertices[Int(origins[other.twin])])
        return first.dx * second.dy > first.dy * second.dx
      })
    halves = Grouped(leftCells.indices, count: cellCount) { Self.cell(leftCells[$0]) }
  }

  /// An edge to be linked.
  package struct Line {
    package var start: Int32
    package var end: Int32
    package var left: CellID?
    package var right: CellID?

    /// Creates an edge to be linked.
    package init(start: Int32, end: Int32, left: CellID?, right: CellID?) {
      self.start = start
      self.end = end
      self.left = left
      self.right = right
    }
  }
}

/// A direction in the plane. No angle is computed, so that no rounding can swap two.
private struct Way {
  let dx: Double
  let dy: Double

  init(_ from: PlanarPosition, _ to: PlanarPosition) {
    dx = to.x - from.x
    dy = to.y - from.y
  }
}

/// What is read from the arrays.
extension Topology {
  /// The vertices in degrees.
  @inlinable
  package var positions: [Position] { table.positions }

  /// How many edges there are.
  @inlinable
  package var edgeCount: Int { edges.edgeCount }

  /// All half-edges, in order.
  @inlinable
  package var halfEdges: Range<HalfEdge> { leftCells.indices }

  @inlinable
  static func cell(_ number: Int32) -> CellID? { number < 0 ? nil : CellID(rawValue: number) }

  /// The cell on the left of a half-edge; nil outside.
  @inlinable
  package func cell(leftOf half: HalfEdge) -> CellID? { Self.cell(leftCells[half]) }

  /// The cells left and right of a half-edge; nil if one of the two is the world outside.
  @inlinable
  package func cells(beside half: HalfEdge) -> (left: CellID, right: CellID)? {
    guard let left = cell(leftOf: half), let right = cell(leftOf: half.twin) else { return nil }
    return (left, right)
  }

  /// The half-edges that have a cell on their left.
  @inlinable
  package func halves(ofCell cell: CellID) -> ArraySlice<HalfEdge> { halves[cell] }

  /// The cells that share an edge with a cell; one that shares several stands there as often.
  package func neighbours(ofCell cell: CellID) -> some Sequence<CellID> {
    let leftCells = leftCells
    return halves(ofCell: cell).lazy.map { leftCells[$0.twin] }.filter { $0 >= 0 }
      .map { CellID(rawValue: $0) }
  }

  /// The position of a vertex that a half-edge leaves, in degrees.
  @inlinable
  package func position(ofOrigin half: HalfEdge) -> Position {
    positions[Int(edges.origins[half])]
  }

  /// The vertices of a ring of half-edges, the first repeated at the end, beginning with the
  /// smallest.
  ///
  /// - Complexity: O(*n*), for *n* half-edges.
  package func vertices(of ring: [HalfEdge]) -> [Int32] {
    let chain = ring.map { edges.origins[$0] }
    guard let first = chain.indices.min(by: { chain[$0] < chain[$1] }) else { return [] }
    var turned: [Int32] = []
    turned.reserveCapacity(chain.count + 1)
    turned += chain[first...]
    turned += chain[..<first]
    turned.append(chain[first])
    return turned
  }

  /// Twice the area inside a closed chain of vertices in the plane; positive if it runs
  /// counter-clockwise.
  package func doubledArea(of chain: [Int32]) -> Double {
    guard let first = chain.first else { return 0 }
    let origin = vertices[Int(first)]
    var sum = 0.0
    var last = Way(origin, origin)
    for vertex in chain {
      let way = Way(origin, vertices[Int(vertex)])
      sum += last.dx * way.dy - last.dy * way.dx
      last = way
    }
    return sum
  }

  /// A cell's outline, in the plane.
  ///
  /// - Complexity: O(*n*), for *n* edges of the cell.
  package func polygon(ofCell cell: CellID) -> Polygon<PlanarPosition> {
    var waiting = Set(halves(ofCell: cell))
    var shell: LinearRing<PlanarPosition>?
    var holes: [LinearRing<PlanarPosition>] = []
    for half in halves(ofCell: cell) where waiting.contains(half) {
      let ring = edges.ring(from: half) { leftCells[$0] }
      waiting.subtract(ring)
      let chain = vertices(of: ring)
      let outline = LinearRing(chain.map { vertices[Int($0)] })
      if doubledArea(of: chain) > 0 { shell = outline } else { holes.append(outline) }
    }
    guard let shell else { preconditionFailure("a cell without an outer ring") }
    return Polygon(shell, interiors: holes).canonical
  }
}
