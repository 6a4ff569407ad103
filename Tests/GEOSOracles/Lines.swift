internal import CGEOS
public import GEOS
public import Geometry

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
  let geos = GEOSContext()
  let mine = try geos.encode(lines: lines)
  let theirs = try geos.encode(region)
  let inside = try geos.geometry("clipping of \(lines.count) lines") {
    GEOSIntersection_r($0, mine.pointer, theirs.pointer)
  }
  return try geos.lines(in: inside)
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
  let geos = GEOSContext()
  let pieces = try geos.encode(lines: lines)
  let joined = try geos.geometry("joining of \(lines.count) lines") {
    GEOSLineMerge_r($0, pieces.pointer)
  }
  return try geos.lines(in: joined)
}
