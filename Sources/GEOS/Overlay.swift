public import Geometry
internal import LateGEOS

/// Returns the parts of `lines` that lie in `region` or on its outline.
///
/// Calls `GEOSIntersection_r`.
///
/// - Parameters:
///   - lines: lines in the plane, in metres.
///   - region: a valid shape in the plane, in metres.
/// - Throws: `GEOSError` with GEOS' message.
/// - Complexity: typically O((*n* + *k*) log *n*), for *n* vertices and *k* crossings.
public func clip(
  _ lines: [LineString<PlanarPosition>], to region: MultiPolygon<PlanarPosition>
) throws(GEOSError) -> [LineString<PlanarPosition>] {
  let geos = try GEOSContext()
  let mine = try geos.encode(lines: lines)
  let theirs = try geos.encode(region)
  let inside = try geos.geometry("clipping of \(lines.count) lines") {
    GEOSIntersection_r($0, mine.pointer, theirs.pointer)
  }
  return try geos.lines(in: inside)
}

/// Returns the union of polygons that do not overlap and share their edges vertex by vertex.
///
/// Far faster than a general union, but silent about input that breaks the rule, so use it only
/// on the cells of a proved tessellation. Calls `GEOSCoverageUnion_r`.
///
/// - Parameter cells: polygons in the plane, in metres.
/// - Returns: the union in canonical form, so that the order of the cells leaves no trace.
/// - Throws: `GEOSError` with GEOS' message.
/// - Complexity: O(*n* log *n*), for *n* vertices.
public func coverageUnion(
  _ cells: [Polygon<PlanarPosition>]
) throws(GEOSError) -> MultiPolygon<PlanarPosition> {
  let geos = try GEOSContext()
  let coverage = try geos.encode(MultiPolygon(cells))
  let union = try geos.geometry("union of \(cells.count) cells") {
    GEOSCoverageUnion_r($0, coverage.pointer)
  }
  return MultiPolygon(try geos.polygons(in: union)).canonical
}

/// Returns the ground that at least one of a shape's polygons covers.
///
/// The polygons may touch and overlap. To be covered is a question of inside and outside, so it may
/// be asked in degrees as well as in metres. Calls `GEOSUnaryUnion_r`.
///
/// - Parameter shape: polygons, each of them valid.
/// - Returns: a valid shape in canonical form.
/// - Throws: `GEOSError` with GEOS' message.
/// - Complexity: O(*n* log *n*), for *n* vertices.
public func united<C: Coordinate>(_ shape: MultiPolygon<C>) throws(GEOSError) -> MultiPolygon<C> {
  let geos = try GEOSContext()
  let parts = try geos.encode(shape)
  let union = try geos.geometry("union of \(shape.polygons.count) polygons") {
    GEOSUnaryUnion_r($0, parts.pointer)
  }
  return MultiPolygon(try geos.polygons(in: union)).canonical
}

/// Returns the same lines joined end to end wherever exactly two of them meet.
///
/// What meets what is no question of lengths, so the lines may be in degrees or in metres. Calls
/// `GEOSLineMerge_r`.
///
/// - Parameter lines: lines that cross nowhere but at their ends.
/// - Returns: the joined lines; a closed one ends where it begins.
/// - Throws: `GEOSError` with GEOS' message.
/// - Complexity: O(*n* log *n*), for *n* vertices.
public func merged<C: Coordinate>(
  _ lines: [LineString<C>]
) throws(GEOSError) -> [LineString<C>] {
  guard !lines.isEmpty else { return [] }
  let geos = try GEOSContext()
  let pieces = try geos.encode(lines: lines)
  let joined = try geos.geometry("joining of \(lines.count) lines") {
    GEOSLineMerge_r($0, pieces.pointer)
  }
  return try geos.lines(in: joined)
}

extension Polygon where C == PlanarPosition {
  /// Returns a position inside this polygon, away from its edge.
  ///
  /// Calls `GEOSPointOnSurface_r`.
  ///
  /// - Throws: `GEOSError` with GEOS' message.
  /// - Complexity: O(*n* log *n*), for *n* vertices.
  public func positionInside() throws(GEOSError) -> PlanarPosition {
    let geos = try GEOSContext()
    let polygon = try geos.encode(self)
    let point = try geos.geometry("search for a position inside") {
      GEOSPointOnSurface_r($0, polygon.pointer)
    }
    return try geos.position(of: point)
  }
}
