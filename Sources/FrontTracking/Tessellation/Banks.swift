internal import GEOS
internal import Geometry
internal import Theatre

/// A part of the theatre that no barrier divides.
struct Bank: Sendable {
  let shape: MultiPolygon<PlanarPosition>
}

/// The theatre's ground in the plane, cut by its barriers.
struct Banks: Sendable {
  let banks: [Bank]

  /// The outline as it was before it was brought onto the grid.
  let boundary: MultiPolygon<PlanarPosition>

  /// The outlines of all banks, on the grid.
  var walls: [GridSegment] {
    banks.flatMap(\.shape.polygons).flatMap(\.rings)
      .flatMap { GridSegment.walls(along: LineString($0.positions)) }
  }

  /// The bank whose outline passes nearest to a position.
  func nearest(to position: PlanarPosition) -> Int? {
    banks.indices.min {
      banks[$0].distance(to: position) < banks[$1].distance(to: position)
    }
  }

  /// Cuts the boundary by barriers, from west to east.
  init(
    _ theatre: Theatre, barriers: [Barrier], in plane: Plane
  ) throws(FrontTrackingError) {
    let ground = try withGEOS { () throws(GEOSError) in try theatre.boundary.ground() }
    let boundary = try plane.project(ground)
    self.boundary = boundary
    var courses: [LineString<PlanarPosition>] = []
    for line in barriers.flatMap(\.lines) { courses.append(try plane.project(line)) }
    banks = try withGEOS { () throws(GEOSError) in
      let pieces = try Self.pieces(of: boundary, cutBy: courses)
      return Self.banks(of: pieces)
    }
  }

  /// The pieces into which the barriers cut each polygon of the boundary.
  private static func pieces(
    of boundary: MultiPolygon<PlanarPosition>, cutBy barriers: [LineString<PlanarPosition>]
  ) throws(GEOSError) -> [[Polygon<PlanarPosition>]] {
    let region = try PreparedRegion(boundary)
    let outlines = boundary.polygons.flatMap(\.rings).map { LineString($0.positions) }
    let walls = (outlines + barriers).flatMap { GridSegment.walls(along: $0) }
    var pieces = [[Polygon<PlanarPosition>]](repeating: [], count: boundary.polygons.count)
    let subdivision = Subdivision(NodedSegments(walls).segments)
    for face in (0..<subdivision.faceCount).map(subdivision.polygon(ofFace:)) {
      let inside = try face.positionInside()
      guard try region.covers(inside) else { continue }
      for (index, polygon) in boundary.polygons.enumerated() {
        let part = try PreparedRegion(MultiPolygon([polygon]))
        if try part.covers(inside) { pieces[index].append(face) }
      }
    }
    return pieces
  }

  /// Pieces that a barrier divides are banks of their own. A polygon that no barrier divides (an
  /// island) belongs to the bank next to it, so that its places and those ashore share cells.
  private static func banks(of pieces: [[Polygon<PlanarPosition>]]) -> [Bank] {
    let divided = pieces.filter { $0.count > 1 }.joined().map { $0 }
    let whole = pieces.filter { $0.count == 1 }.joined().map { $0 }
    guard !divided.isEmpty else { return whole.isEmpty ? [] : [bank(whole)] }
    var members = divided.map { [$0] }
    for island in whole {
      let gaps = divided.map { $0.gap(to: island) }
      guard let nearest = gaps.indices.min(by: { gaps[$0] < gaps[$1] }) else { continue }
      members[nearest].append(island)
    }
    return members.map(bank).sorted { $0.westernmost < $1.westernmost }
  }

  private static func bank(_ polygons: [Polygon<PlanarPosition>]) -> Bank {
    Bank(shape: MultiPolygon(polygons).canonical)
  }
}

extension GridSegment {
  /// The pieces of a line that no cell crosses.
  static func walls(along line: LineString<PlanarPosition>) -> [GridSegment] {
    line.segments.map {
      GridSegment(start: GridPoint($0.start), end: GridPoint($0.end), isWall: true)
    }
  }
}

extension Bank {
  /// The distance from the outline to a position, in metres.
  fileprivate func distance(to position: PlanarPosition) -> Double {
    shape.polygons.map { $0.distanceFromRings(to: position) }.min() ?? .infinity
  }

  /// The vertex farthest west, by which banks are put in order.
  fileprivate var westernmost: PlanarPosition {
    shape.polygons.map(\.exterior.positions).joined().min() ?? PlanarPosition(x: 0, y: 0)
  }
}

extension Polygon where C == PlanarPosition {
  /// The distance from the rings to a position, in metres.
  func distanceFromRings(to position: PlanarPosition) -> Double {
    rings.flatMap(\.segments)
      .map { $0.nearestPoint(to: position).distance(to: position) }.min() ?? .infinity
  }

  /// The distance between the vertices nearest to each other, in metres.
  fileprivate func gap(to other: Polygon) -> Double {
    exterior.positions.map { vertex in
      other.exterior.positions.map { $0.distance(to: vertex) }.min() ?? .infinity
    }.min() ?? .infinity
  }
}
