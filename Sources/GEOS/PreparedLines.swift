internal import CGEOS
public import Geometry

/// Lines in the plane made ready to be asked many times how far away they are.
///
/// Not for use from several threads at once: GEOS builds its index at the first question.
public final class PreparedLines {
  private let prepared: OpaquePointer
  // Properties die in the order of their declaration: the lines before their context.
  private let lines: GEOSGeometry
  private let geos: GEOSContext

  /// Prepares lines. Calls `GEOSPrepare_r`.
  ///
  /// - Precondition: there is at least one line.
  /// - Throws: `GEOSError` with GEOS' message.
  public init(_ lines: [LineString<PlanarPosition>]) throws(GEOSError) {
    precondition(!lines.isEmpty, "there must be at least one line")
    let geos = GEOSContext()
    let shape = try geos.encode(lines: lines)
    guard let prepared = GEOSPrepare_r(geos.handle, shape.pointer) else {
      throw geos.failure("preparing of \(lines.count) lines")
    }
    self.prepared = prepared
    self.lines = shape
    self.geos = geos
  }

  deinit { GEOSPreparedGeom_destroy_r(geos.handle, prepared) }

  /// Returns the point of the lines that lies nearest to a position, in the plane.
  ///
  /// Calls `GEOSPreparedNearestPoints_r`.
  ///
  /// - Throws: `GEOSError` with GEOS' message.
  /// - Complexity: typically O(log *n*), for *n* vertices.
  public func nearestPoint(to position: PlanarPosition) throws(GEOSError) -> PlanarPosition {
    let operation = "search for the nearest point of lines"
    let point = try geos.encode(position)
    guard let pair = GEOSPreparedNearestPoints_r(geos.handle, prepared, point.pointer) else {
      throw geos.failure(operation)
    }
    defer { GEOSCoordSeq_destroy_r(geos.handle, pair) }
    var x = 0.0
    var y = 0.0
    guard GEOSCoordSeq_getXY_r(geos.handle, pair, 0, &x, &y) == 1 else {
      throw geos.failure(operation)
    }
    return PlanarPosition(x: x, y: y)
  }
}
