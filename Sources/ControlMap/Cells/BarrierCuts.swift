internal import Diagnostics
internal import GEOS
internal import Geometry
internal import PlanarSubdivision
package import Theatre

/// Which barriers divide the ground.
///
/// The outline and the barriers are one plane graph. A piece that closes a way round makes one more part of the
/// ground, and a piece on no way round makes none; so one look at the graph answers for all barriers.
package struct BarrierCuts {
  /// The barriers, by index, without which the parts of the ground would be the same and that made no new part
  /// when added to those before them: of two that lie on each other only the second.
  package let idle: [Int]

  /// Looks at a theatre's barriers.
  ///
  /// - Complexity: O((*n* + *k*) log *n*), for *n* pieces of line of which *k* pairs meet.
  package init(_ theatre: Theatre) throws(MapError) {
    let lines = try WallLines(theatre)
    let pieces = SnapRoundingNoder.pieces(ofEach: lines.segments)
    let region = RegionIndex(lines.boundary)
    var owners: [GridSegment: (first: Int, isShared: Bool)] = [:]
    var pieceOrder: [GridSegment] = []
    for (line, pieces) in pieces.enumerated() {
      let owner = lines.barrierOfSegment[line]
      for piece in pieces {
        if let known = owners[piece] {
          if known.first != owner { owners[piece] = (known.first, true) }
          continue
        }
        // What lies outside the ground divides nothing.
        let middle = Segment(piece.start.position, piece.end.position).midpoint
        guard owner < 0 || region.covers(middle) else { continue }
        owners[piece] = (owner, false)
        pieceOrder.append(piece)
      }
    }
    // The pieces come in the order of their owners, the outline first.
    var numbers: [GridPoint: Int] = [:]
    for piece in pieceOrder {
      for point in [piece.start, piece.end] where numbers[point] == nil {
        numbers[point] = numbers.count
      }
    }
    var sets = DisjointSets(count: numbers.count)
    var closing: Set<Int> = []
    for piece in pieceOrder {
      guard let start = numbers[piece.start], let end = numbers[piece.end],
        let owner = owners[piece]?.first
      else { continue }
      if !sets.join(start, end) { closing.insert(owner) }
    }
    var needed: Set<Int> = []
    for piece in Subdivision(pieceOrder.sorted { ($0.start, $0.end) < ($1.start, $1.end) }).segments
    {
      if let owner = owners[piece], !owner.isShared { needed.insert(owner.first) }
    }
    idle = theatre.barriers.indices.filter { !closing.contains($0) && !needed.contains($0) }
  }
}

/// The outline and the barriers of a theatre as segments of the grid.
struct WallLines {
  /// The ground in the plane.
  let boundary: MultiPolygon<PlanarPosition>
  let segments: [GridSegment]
  /// The barrier of each segment; -1 for the outline.
  let barrierOfSegment: [Int]

  init(_ theatre: Theatre) throws(MapError) {
    let plane = Plane(theatre)
    let ground = try withGEOS { () throws(GEOSError) in try theatre.boundary.ground() }
    let boundary = try plane.project(ground)
    var segments = boundary.polygons.flatMap(\.rings)
      .flatMap { GridSegment.walls(along: LineString($0.positions)) }
    var owners = [Int](repeating: -1, count: segments.count)
    for (index, barrier) in theatre.barriers.enumerated() {
      for line in barrier.lines {
        let walls = GridSegment.walls(along: try plane.project(line))
        segments += walls
        owners += [Int](repeating: index, count: walls.count)
      }
    }
    self.boundary = boundary
    self.segments = segments
    barrierOfSegment = owners
  }
}

extension Theatre {
  /// How often barriers may cross themselves and each other. Each crossing makes a part of the ground with
  /// cells of its own.
  static let mostMeetings = 50_000
  /// How many pairs of their pieces may come near each other.
  static let mostNearPairs = 50_000_000

  /// That the barriers cross themselves or each other too often to be drawn.
  func tangledBarriers() throws(MapError) -> [Diagnostic] {
    let count = barriers.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.positions.count } }
    // Fewer segments cannot cross so often.
    guard let first = barriers.first, count * count / 2 > Self.mostMeetings else { return [] }
    let lines = try WallLines(self).segments
    let tree = STRTree(lines)
    var (crossings, pairs) = (0, 0)
    for (index, line) in lines.enumerated() {
      tree.forEach(
        near: GridPoint(x: line.minX, y: line.minY), GridPoint(x: line.maxX, y: line.maxY)
      ) { other in
        guard other > index else { return }
        pairs += 1
        if line.crossing(with: lines[other]) != nil { crossings += 1 }
      }
      if crossings > Self.mostMeetings || pairs > Self.mostNearPairs { break }
    }
    guard crossings > Self.mostMeetings || pairs > Self.mostNearPairs else { return [] }
    let reason =
      crossings > Self.mostMeetings
      ? "cross themselves or each other more than \(Self.mostMeetings) times"
      : "have more than \(Self.mostNearPairs) pairs of pieces near each other"
    return [
      Diagnostic(
        file: first.file, location: first.location, severity: .error,
        message: "the barriers \(reason): simplify them, or leave out those that cut nothing")
    ]
  }
}
