internal import CGEOS
public import GEOS
public import Geometry

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
  let geos = GEOSContext()
  let coverage = try geos.encode(MultiPolygon(cells))
  let union = try geos.geometry("union of \(cells.count) cells") {
    GEOSCoverageUnion_r($0, coverage.pointer)
  }
  return MultiPolygon(try geos.polygons(in: union)).canonical
}
