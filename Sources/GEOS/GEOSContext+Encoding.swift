internal import CGEOS
package import Geometry

/// Values into GEOS geometries: one bulk copy per ring.
extension GEOSContext {
  private func sequence<C: Coordinate>(_ positions: [C]) throws(GEOSError) -> OpaquePointer {
    var buffer: [Double] = []
    buffer.reserveCapacity(positions.count * 2)
    for position in positions {
      buffer.append(position.first)
      buffer.append(position.second)
    }
    guard
      let sequence = GEOSCoordSeq_copyFromBuffer_r(
        handle, buffer, UInt32(positions.count), 0, 0)
    else { throw failure("copy of \(positions.count) positions") }
    return sequence
  }

  package func encode<C: Coordinate>(_ position: C) throws(GEOSError) -> GEOSGeometry {
    try geometry("making of a point") {
      GEOSGeom_createPointFromXY_r($0, position.first, position.second)
    }
  }

  package func encode<C: Coordinate>(_ line: LineString<C>) throws(GEOSError) -> GEOSGeometry {
    let positions = try sequence(line.positions)
    return try geometry("making of a line") { GEOSGeom_createLineString_r($0, positions) }
  }

  package func encode<C: Coordinate>(_ ring: LinearRing<C>) throws(GEOSError) -> GEOSGeometry {
    let positions = try sequence(ring.positions)
    return try geometry("making of a ring") { GEOSGeom_createLinearRing_r($0, positions) }
  }

  package func encode<C: Coordinate>(_ polygon: Polygon<C>) throws(GEOSError) -> GEOSGeometry {
    let shell = try encode(polygon.exterior).release()
    var holes: [OpaquePointer?] = []
    for interior in polygon.interiors {
      do {
        holes.append(try encode(interior).release())
      } catch {
        destroy([shell] + holes)
        throw error
      }
    }
    return try geometry("making of a polygon") {
      GEOSGeom_createPolygon_r($0, shell, &holes, UInt32(holes.count))
    }
  }

  package func encode<C: Coordinate>(_ shape: MultiPolygon<C>) throws(GEOSError) -> GEOSGeometry {
    try collection(GEOS_MULTIPOLYGON, shape.polygons) { polygon throws(GEOSError) in
      try encode(polygon).release()
    }
  }

  package func encode<C: Coordinate>(lines: [LineString<C>]) throws(GEOSError) -> GEOSGeometry {
    try collection(GEOS_MULTILINESTRING, lines) { line throws(GEOSError) in
      try encode(line).release()
    }
  }

  package func encode<C: Coordinate>(points: [C]) throws(GEOSError) -> GEOSGeometry {
    try collection(GEOS_MULTIPOINT, points) { point throws(GEOSError) in
      try encode(point).release()
    }
  }

  private func collection<Element>(
    _ type: GEOSGeomTypes, _ elements: [Element],
    _ encode: (Element) throws(GEOSError) -> OpaquePointer
  ) throws(GEOSError) -> GEOSGeometry {
    var parts: [OpaquePointer?] = []
    parts.reserveCapacity(elements.count)
    for element in elements {
      do {
        parts.append(try encode(element))
      } catch {
        destroy(parts)
        throw error
      }
    }
    return try geometry("making of a collection") {
      GEOSGeom_createCollection_r($0, Int32(type.rawValue), &parts, UInt32(parts.count))
    }
  }

  private func destroy(_ geometries: [OpaquePointer?]) {
    for geometry in geometries { GEOSGeom_destroy_r(handle, geometry) }
  }
}
