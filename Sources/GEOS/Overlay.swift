internal import CGEOS
public import Geometry

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
  let geos = GEOSContext()
  let parts = try geos.encode(shape)
  let union = try geos.geometry("union of \(shape.polygons.count) polygons") {
    GEOSUnaryUnion_r($0, parts.pointer)
  }
  return MultiPolygon(try geos.polygons(in: union)).canonical
}

extension Polygon where C == PlanarPosition {
  /// Returns a position inside this polygon, away from its edge.
  ///
  /// Calls `GEOSPointOnSurface_r`.
  ///
  /// - Throws: `GEOSError` with GEOS' message.
  /// - Complexity: O(*n* log *n*), for *n* vertices.
  public func positionInside() throws(GEOSError) -> PlanarPosition {
    let geos = GEOSContext()
    let polygon = try geos.encode(self)
    let point = try geos.geometry("search for a position inside") {
      GEOSPointOnSurface_r($0, polygon.pointer)
    }
    return try geos.position(of: point)
  }
}
