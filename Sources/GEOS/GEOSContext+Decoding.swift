internal import CGEOS
package import Geometry

/// GEOS geometries into values: one bulk copy per ring.
extension GEOSContext {
  /// The positions of a point, line or ring.
  private func positions<C: Coordinate>(_ geometry: OpaquePointer) throws(GEOSError) -> [C] {
    var count: UInt32 = 0
    guard
      let sequence = GEOSGeom_getCoordSeq_r(handle, geometry),
      GEOSCoordSeq_getSize_r(handle, sequence, &count) == 1
    else { throw failure("reading of positions") }
    var buffer = [Double](repeating: 0, count: Int(count) * 2)
    guard GEOSCoordSeq_copyToBuffer_r(handle, sequence, &buffer, 0, 0) == 1 else {
      throw failure("reading of positions")
    }
    return (0..<Int(count)).map { C(first: buffer[2 * $0], second: buffer[2 * $0 + 1]) }
  }

  private func polygon<C: Coordinate>(_ geometry: OpaquePointer) throws(GEOSError) -> Polygon<C> {
    guard let shell = GEOSGetExteriorRing_r(handle, geometry) else {
      throw failure("reading of an outer ring")
    }
    let exterior = LinearRing<C>(try positions(shell))
    var interiors: [LinearRing<C>] = []
    for index in 0..<GEOSGetNumInteriorRings_r(handle, geometry) {
      guard let hole = GEOSGetInteriorRingN_r(handle, geometry, index) else {
        throw failure("reading of a hole")
      }
      interiors.append(LinearRing<C>(try positions(hole)))
    }
    return Polygon(exterior, interiors: interiors)
  }

  /// Calls `body` with every part of a collection, and of the collections in it; a single
  /// geometry is its own only part. Empty parts are left out.
  private func forEachPart(
    of geometry: OpaquePointer,
    _ body: (_ part: OpaquePointer, _ type: GEOSGeomTypes) throws(GEOSError) -> Void
  ) throws(GEOSError) {
    guard GEOSisEmpty_r(handle, geometry) == 0 else { return }
    let type = GEOSGeomTypes(UInt32(GEOSGeomTypeId_r(handle, geometry)))
    switch type {
    case GEOS_MULTIPOINT, GEOS_MULTILINESTRING, GEOS_MULTIPOLYGON, GEOS_GEOMETRYCOLLECTION:
      for index in 0..<GEOSGetNumGeometries_r(handle, geometry) {
        guard let part = GEOSGetGeometryN_r(handle, geometry, index) else {
          throw failure("reading of a part")
        }
        try forEachPart(of: part, body)
      }
    default:
      try body(geometry, type)
    }
  }

  /// The polygons in a geometry; points and lines in it are left out.
  package func polygons<C: Coordinate>(
    in geometry: borrowing GEOSGeometry
  ) throws(GEOSError) -> [Polygon<C>] {
    var found: [Polygon<C>] = []
    try forEachPart(of: geometry.pointer) { part, type throws(GEOSError) in
      if type == GEOS_POLYGON { found.append(try polygon(part)) }
    }
    return found
  }

  /// The lines in a geometry; points and areas in it are left out.
  package func lines<C: Coordinate>(
    in geometry: borrowing GEOSGeometry
  ) throws(GEOSError) -> [LineString<C>] {
    var found: [LineString<C>] = []
    try forEachPart(of: geometry.pointer) { part, type throws(GEOSError) in
      if type == GEOS_LINESTRING || type == GEOS_LINEARRING {
        found.append(LineString(try positions(part)))
      }
    }
    return found
  }

  /// The position of a point.
  func position<C: Coordinate>(of point: borrowing GEOSGeometry) throws(GEOSError) -> C {
    let found: [C] = try positions(point.pointer)
    guard let position = found.first else { throw failure("reading of an empty point") }
    return position
  }
}
