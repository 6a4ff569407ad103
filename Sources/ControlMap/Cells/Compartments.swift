internal import GEOS
package import Geometry
package import PlanarSubdivision
package import Theatre
public import TypedIndices

/// A part of the theatre that no barrier divides.
public struct Compartment: Sendable {
  package let shape: MultiPolygon<PlanarPosition>
}

/// Which compartment of a theatre is meant; they are numbered from west to east.
public typealias CompartmentID = TypedIndex<Compartment>

/// The theatre's ground in the plane, cut by its barriers.
package struct Compartments: Sendable {
  package let compartments: IndexedArray<CompartmentID, Compartment>

  /// The outline as it was before it was brought onto the grid.
  package let boundary: MultiPolygon<PlanarPosition>

  /// The outlines of all compartments, on the grid.
  package var walls: [GridSegment] {
    compartments.flatMap(\.shape.polygons).flatMap(\.rings)
      .flatMap { GridSegment.walls(along: LineString($0.positions)) }
  }

  /// The compartment whose outline passes nearest to a position.
  package func nearest(to position: PlanarPosition) -> CompartmentID? {
    compartments.indices.min {
      compartments[$0].distance(to: position) < compartments[$1].distance(to: position)
    }
  }

  /// Cuts the boundary by barriers, from west to east.
  package init(
    _ theatre: Theatre, barriers: [Barrier], in plane: Plane
  ) throws(MapError) {
    let ground = try withGEOS { () throws(GEOSError) in try theatre.boundary.ground() }
    let boundary = try plane.project(ground)
    self.boundary = boundary
    var courses: [LineString<PlanarPosition>] = []
    for line in barriers.flatMap(\.lines) { courses.append(try plane.project(line)) }
    compartments = try withGEOS { () throws(GEOSError) in
      let pieces = try Self.pieces(of: boundary, cutBy: courses)
      return IndexedArray(Self.compartments(of: pieces))
    }
  }

  /// The pieces into which the barriers cut each polygon of the boundary.
  private static func pieces(
    of boundary: MultiPolygon<PlanarPosition>, cutBy barriers: [LineString<PlanarPosition>]
  ) throws(GEOSError) -> [[Polygon<PlanarPosition>]] {
    let region = RegionIndex(boundary)
    let parts = RegionTree(boundary.polygons.map { MultiPolygon([$0]) })
    let outlines = boundary.polygons.flatMap(\.rings).map { LineString($0.positions) }
    let walls = (outlines + barriers).flatMap { GridSegment.walls(along: $0) }
    var pieces = [[Polygon<PlanarPosition>]](repeating: [], count: boundary.polygons.count)
    let subdivision = Subdivision(SnapRoundingNoder(walls).segments)
    for face in subdivision.faces.map(subdivision.polygon(ofFace:)) {
      let inside = try face.positionInside()
      guard region.covers(inside) else { continue }
      for part in parts.covering(inside) { pieces[part].append(face) }
    }
    return pieces
  }

  /// Pieces that a barrier divides are compartments of their own. A polygon that no barrier divides (an
  /// island) belongs to the compartment next to it, so that its places and those ashore share cells.
  private static func compartments(of pieces: [[Polygon<PlanarPosition>]]) -> [Compartment] {
    let divided = pieces.filter { $0.count > 1 }.joined().map { $0 }
    let whole = pieces.filter { $0.count == 1 }.joined().map { $0 }
    guard !divided.isEmpty else { return whole.isEmpty ? [] : [compartment(whole)] }
    var members = divided.map { [$0] }
    let shores = divided.map(\.exterior.positions)
    let ownerOfVertex = shores.enumerated().flatMap {
      Array(repeating: $0.offset, count: $0.element.count)
    }
    let vertices = KDTree(shores.flatMap(\.self))
    for island in whole {
      // Of vertices equally near to each other those of the first piece count.
      let nearest = island.exterior.positions.compactMap { vertices.nearest(to: $0) }
        .map { ($0.squaredDistance, ownerOfVertex[Int($0.index)]) }.min(by: <)
      if let nearest { members[nearest.1].append(island) }
    }
    return members.map(compartment).sorted { $0.westernmost < $1.westernmost }
  }

  private static func compartment(_ polygons: [Polygon<PlanarPosition>]) -> Compartment {
    Compartment(shape: MultiPolygon(polygons).canonical)
  }
}

extension GridSegment {
  /// The pieces of a line that no cell crosses.
  package static func walls(along line: LineString<PlanarPosition>) -> [GridSegment] {
    line.segments.map {
      GridSegment(start: GridPoint($0.start), end: GridPoint($0.end), isWall: true)
    }
  }
}

extension Compartment {
  /// The distance from the outline to a position, in metres.
  fileprivate func distance(to position: PlanarPosition) -> Double {
    shape.polygons.map { $0.distanceFromRings(to: position) }.min() ?? .infinity
  }

  /// The vertex farthest west, by which compartments are put in order.
  fileprivate var westernmost: PlanarPosition {
    shape.polygons.map(\.exterior.positions).joined().min() ?? PlanarPosition(x: 0, y: 0)
  }
}

extension Polygon where C == PlanarPosition {
  /// The distance from the rings to a position, in metres.
  package func distanceFromRings(to position: PlanarPosition) -> Double {
    rings.flatMap(\.segments)
      .map { $0.nearestPoint(to: position).distance(to: position) }.min() ?? .infinity
  }
}
