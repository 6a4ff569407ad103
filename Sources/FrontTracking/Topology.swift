internal import Geometry

/// The edges of the cells, each stored once, in flat arrays.
///
/// A half-edge runs along an edge in one direction and has one cell on its left. Half-edges come in
/// pairs: `2k` from the smaller end of edge `k` to the larger, `2k + 1` back.
struct Topology: Sendable {
  /// The vertices in the plane, in order.
  let vertices: [PlanarPosition]

  /// The vertices in degrees, as they are published.
  let positions: [Position]

  /// The vertex that each half-edge leaves.
  let origins: [Int32]

  /// The cell on the left of each half-edge; `outside` for none.
  let cells: [Int32]

  /// For each half-edge the next one leaving the same vertex, counter-clockwise.
  private let around: [Int32]

  /// The cell number of the world outside the theatre.
  static let outside: Int32 = -1

  /// Two cells that lie on top of each other.
  struct Overlap: Error {
    let cells: [Int]
  }

  /// Joins cells that share their edges vertex by vertex.
  ///
  /// Rings run counter-clockwise around their cell, so each cell is on the left of its own edges.
  ///
  /// - Parameters:
  ///   - polygons: the cells, in the plane.
  ///   - vertices: their vertices, as `vertices(of:)` gives them.
  ///   - positions: the same in degrees.
  /// - Throws: `Overlap` if two cells lie on the same side of an edge.
  /// - Complexity: O(*n* log *n*), for *n* vertices.
  init(
    _ polygons: [Polygon<PlanarPosition>], vertices: [PlanarPosition], positions: [Position]
  ) throws(Overlap) {
    let indices = Dictionary(
      uniqueKeysWithValues: vertices.enumerated().map { ($0.element, Int32($0.offset)) })
    func index(_ position: PlanarPosition) -> Int32 {
      guard let index = indices[position] else { preconditionFailure("a vertex is indexed") }
      return index
    }
    var edgeOfEnds: [Ends: Int] = [:]
    var origins: [Int32] = []
    var cells: [Int32] = []
    for (cell, polygon) in polygons.enumerated() {
      for segment in polygon.canonical.rings.flatMap(\.segments) {
        let (start, end) = (index(segment.start), index(segment.end))
        let ends = Ends(low: min(start, end), high: max(start, end))
        let edge = edgeOfEnds[ends] ?? origins.count / 2
        if edge == origins.count / 2 {
          edgeOfEnds[ends] = edge
          origins += [ends.low, ends.high]
          cells += [Self.outside, Self.outside]
        }
        let half = 2 * edge + (start < end ? 0 : 1)
        guard cells[half] == Self.outside else {
          throw Overlap(cells: [cell, Int(cells[half])])
        }
        cells[half] = Int32(cell)
      }
    }
    self.vertices = vertices
    self.positions = positions
    self.origins = origins
    self.cells = cells
    self.around = Self.stars(origins, vertices)
  }

  /// The vertices of some cells, each once, in order.
  static func vertices(of polygons: [Polygon<PlanarPosition>]) -> [PlanarPosition] {
    Set(polygons.flatMap(\.rings).flatMap(\.positions)).sorted()
  }

  /// The two ends of an edge, as indices of vertices.
  private struct Ends: Hashable {
    let low: Int32
    let high: Int32
  }

  /// Puts the half-edges that leave each vertex in counter-clockwise order and links each to the
  /// next.
  private static func stars(_ origins: [Int32], _ vertices: [PlanarPosition]) -> [Int32] {
    var leaving = [[Int32]](repeating: [], count: vertices.count)
    for half in origins.indices { leaving[Int(origins[half])].append(Int32(half)) }
    var around = [Int32](repeating: 0, count: origins.count)
    for star in leaving {
      let turned = star.map { half in
        (
          half: half,
          way: Way(vertices[Int(origins[Int(half)])], vertices[Int(origins[Int(half ^ 1)])])
        )
      }.sorted { $0.way < $1.way }
      for (index, half) in turned.map(\.half).enumerated() {
        around[Int(half)] = turned[(index + 1) % turned.count].half
      }
    }
    return around
  }
}

/// A direction in the plane, ordered counter-clockwise from east. No angle is computed, so that no
/// rounding can swap two.
private struct Way: Comparable {
  let dx: Double
  let dy: Double

  init(_ from: PlanarPosition, _ to: PlanarPosition) {
    dx = to.x - from.x
    dy = to.y - from.y
  }

  /// Whether it points north, or due east.
  private var isInFirstHalf: Bool { dy > 0 || (dy == 0 && dx > 0) }

  static func < (left: Way, right: Way) -> Bool {
    left.isInFirstHalf == right.isInFirstHalf
      ? left.dx * right.dy > left.dy * right.dx : left.isInFirstHalf
  }
}

/// What is read from the arrays.
extension Topology {
  /// The half-edge along the same edge in the other direction.
  static func twin(_ half: Int32) -> Int32 { half ^ 1 }

  /// How many edges there are.
  var edgeCount: Int { origins.count / 2 }

  /// The cells that share an edge with each of some cells.
  func neighbours(count: Int) -> [[Int]] {
    var neighbours = [Set<Int>](repeating: [], count: count)
    for half in origins.indices {
      let (left, right) = (cells[half], cells[half ^ 1])
      guard left != Self.outside, right != Self.outside else { continue }
      neighbours[Int(left)].insert(Int(right))
    }
    return neighbours.map { $0.sorted() }
  }

  /// Returns the shape of each of some pieces, each a connected set of cells; no cell is in two.
  ///
  /// The edges with the piece on one side only are chained into rings. A ring that arrives at a
  /// vertex goes on along the ground that is not the piece's, on its right, so that rings which
  /// meet in a vertex touch there and do not cross. With the piece on their left, its shell runs
  /// counter-clockwise and its holes clockwise.
  ///
  /// - Complexity: O(*e*), for *e* edges.
  func shapes(of pieces: [[Int]], cellCount: Int) -> [MultiPolygon<Position>] {
    var pieceOfCell = [Int32](repeating: Self.outside, count: cellCount)
    for (piece, cells) in pieces.enumerated() {
      for cell in cells { pieceOfCell[cell] = Int32(piece) }
    }
    let sides = cells.map { $0 == Self.outside ? Self.outside : pieceOfCell[Int($0)] }
    var shells = [[LinearRing<Position>]](repeating: [], count: pieces.count)
    var holes = shells
    var isTraced = [Bool](repeating: false, count: sides.count)
    for half in sides.indices
    where sides[half] != Self.outside && sides[half] != sides[half ^ 1] && !isTraced[half] {
      let chain = ring(from: Int32(half), sides: sides, &isTraced)
      let ring = LinearRing(chain.map { positions[Int($0)] })
      let piece = Int(sides[half])
      if isCounterClockwise(chain) { shells[piece].append(ring) } else { holes[piece].append(ring) }
    }
    return zip(shells, holes).map { shells, holes in
      precondition(shells.count == 1, "a connected piece has one shell")
      return MultiPolygon([Polygon(shells[0], interiors: holes)]).canonical
    }
  }

  /// The vertices of the ring that begins with a half-edge; the first is repeated at the end.
  private func ring(from start: Int32, sides: [Int32], _ isTraced: inout [Bool]) -> [Int32] {
    let piece = sides[Int(start)]
    var chain: [Int32] = []
    var half = start
    repeat {
      isTraced[Int(half)] = true
      chain.append(origins[Int(half)])
      var next = around[Int(Self.twin(half))]
      while sides[Int(next)] != piece || sides[Int(Self.twin(next))] == piece {
        next = around[Int(next)]
      }
      half = next
    } while half != start
    return chain + [origins[Int(start)]]
  }

  /// Whether a closed chain of vertices runs counter-clockwise, in the plane.
  private func isCounterClockwise(_ chain: [Int32]) -> Bool {
    LinearRing(chain.map { vertices[Int($0)] }).isCounterClockwise
  }
}
