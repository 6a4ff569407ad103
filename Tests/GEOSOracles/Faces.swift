internal import CGEOS
public import GEOS
public import Geometry

/// The areas that lines enclose, and the lines that enclose none.
public struct Faces: Sendable {
  /// The areas. Neighbours share their vertices exactly.
  public let polygons: [Polygon<PlanarPosition>]

  /// Lines with an end that touches no other line.
  public let dangles: [LineString<PlanarPosition>]

  /// Lines that have the same area on both sides.
  public let cuts: [LineString<PlanarPosition>]
}

/// Returns the areas enclosed by `lines`, which may cross, touch or lie on each other.
///
/// Every vertex and every crossing is moved to a grid first and the lines follow (snap rounding),
/// so that the result is a clean partition: no two areas overlap, and no two vertices are nearer to
/// each other than a grid step. A line passes through every vertex within half a step of where it
/// was; where it follows them it may come nearer than that to yet another vertex. Calls
/// `GEOSUnaryUnionPrec_r` and `GEOSPolygonize_full_r`.
///
/// - Parameters:
///   - lines: lines in the plane, in metres.
///   - gridSize: the step of the grid, in metres.
/// - Throws: `GEOSError` with GEOS' message.
/// - Complexity: O((*n* + *k*) log *n*), for *n* segments and *k* crossings.
public func faces(
  enclosedBy lines: [LineString<PlanarPosition>], gridSize: Double
) throws(GEOSError) -> Faces {
  let geos = GEOSContext()
  let crossing = try geos.encode(lines: lines)
  let noded = try geos.geometry("noding of \(lines.count) lines") {
    GEOSUnaryUnionPrec_r($0, crossing.pointer, gridSize)
  }
  var cuts: OpaquePointer?
  var dangles: OpaquePointer?
  var invalid: OpaquePointer?
  let areas = try geos.geometry("search for enclosed areas") {
    GEOSPolygonize_full_r($0, noded.pointer, &cuts, &dangles, &invalid)
  }
  let cutLines = geos.adopt(cuts)
  let dangleLines = geos.adopt(dangles)
  let invalidRings = geos.adopt(invalid)
  return Faces(
    polygons: try geos.polygons(in: areas),
    dangles: try geos.lines(in: dangleLines),
    cuts: try geos.lines(in: cutLines) + geos.lines(in: invalidRings))
}

extension GEOSContext {
  /// A geometry that a C function has returned by an argument and that is now ours to destroy.
  fileprivate func adopt(_ pointer: OpaquePointer?) -> GEOSGeometry {
    guard let pointer else { preconditionFailure("GEOS succeeded without setting every argument") }
    return GEOSGeometry(pointer: pointer, handle: handle)
  }
}
