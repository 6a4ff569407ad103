internal import CGEOS
public import GEOS
public import Geometry

/// A shape made ready to be asked many times which positions it covers.
///
/// To cover is a question of inside and outside, so it may be asked in degrees as well as in metres;
/// lines are straight in whichever it is.
///
/// Not for use from several threads at once: GEOS builds its index at the first question.
public final class PreparedRegion<C: Coordinate> {
  private let prepared: OpaquePointer
  // Properties die in the order of their declaration: the shape before its context.
  private let shape: GEOSGeometry
  private let geos: GEOSContext

  /// Prepares a valid shape. Calls `GEOSPrepare_r`.
  ///
  /// - Throws: `GEOSError` with GEOS' message.
  public init(_ region: MultiPolygon<C>) throws(GEOSError) {
    let geos = GEOSContext()
    let shape = try geos.encode(region)
    guard let prepared = GEOSPrepare_r(geos.handle, shape.pointer) else {
      throw geos.failure("preparing of a region")
    }
    self.prepared = prepared
    self.shape = shape
    self.geos = geos
  }

  deinit { GEOSPreparedGeom_destroy_r(geos.handle, prepared) }

  /// Returns whether a position lies in the region or on its edge.
  ///
  /// Calls `GEOSPreparedCovers_r`.
  ///
  /// - Throws: `GEOSError` with GEOS' message.
  /// - Complexity: O(log *n*), for *n* vertices.
  public func covers(_ position: C) throws(GEOSError) -> Bool {
    let point = try geos.encode(position)
    return try geos.predicate("test whether a region covers a position") {
      GEOSPreparedCovers_r($0, prepared, point.pointer)
    }
  }
}

extension PreparedRegion where C == PlanarPosition {
  /// Returns whether a position lies in the region or no farther from it than a distance.
  ///
  /// Calls `GEOSPreparedDistanceWithin_r`.
  ///
  /// - Parameters:
  ///   - position: a position in the plane.
  ///   - distance: in metres.
  /// - Throws: `GEOSError` with GEOS' message.
  /// - Complexity: typically O(log *n*), for *n* vertices.
  public func reaches(
    _ position: PlanarPosition, withinMeters distance: Double
  ) throws(GEOSError) -> Bool {
    let point = try geos.encode(position)
    return try geos.predicate("test whether a region is near to a position") {
      GEOSPreparedDistanceWithin_r($0, prepared, point.pointer, distance)
    }
  }
}
