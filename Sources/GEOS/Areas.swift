internal import CGEOS
public import Geometry

/// Returns the ground that two shapes have in common.
///
/// This is only about inside and outside, so it may be asked in degrees as well as in
/// metres. Where the shapes only touch they have no ground in common. Calls `GEOSIntersection_r`.
///
/// - Parameters:
///   - first: a valid shape.
///   - second: another.
/// - Returns: a valid shape in canonical form.
/// - Throws: `GEOSError` with GEOS' message.
/// - Complexity: typically O((*n* + *k*) log *n*), for *n* vertices and *k* crossings.
public func intersection<C: Coordinate>(
  of first: MultiPolygon<C>, and second: MultiPolygon<C>
) throws(GEOSError) -> MultiPolygon<C> {
  guard !first.isEmpty, !second.isEmpty else { return MultiPolygon([]) }
  let geos = GEOSContext()
  let mine = try geos.encode(first)
  let theirs = try geos.encode(second)
  let common = try geos.geometry("intersection of two areas") {
    GEOSIntersection_r($0, mine.pointer, theirs.pointer)
  }
  return MultiPolygon(try geos.polygons(in: common)).canonical
}

/// Returns the ground of a shape that another does not cover.
///
/// This is only about inside and outside, as in `intersection(of:and:)`. Calls `GEOSDifference_r`.
///
/// - Parameters:
///   - first: a valid shape.
///   - second: a valid shape, whose ground is taken away.
/// - Returns: a valid shape in canonical form; `first` as it is if there is nothing to take away.
/// - Throws: `GEOSError` with GEOS' message.
/// - Complexity: typically O((*n* + *k*) log *n*), for *n* vertices and *k* crossings.
public func difference<C: Coordinate>(
  of first: MultiPolygon<C>, and second: MultiPolygon<C>
) throws(GEOSError) -> MultiPolygon<C> {
  guard !first.isEmpty, !second.isEmpty else { return first }
  let geos = GEOSContext()
  let mine = try geos.encode(first)
  let theirs = try geos.encode(second)
  let rest = try geos.geometry("difference of two areas") {
    GEOSDifference_r($0, mine.pointer, theirs.pointer)
  }
  return MultiPolygon(try geos.polygons(in: rest)).canonical
}
