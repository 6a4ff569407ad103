internal import CGEOS
public import Geometry

/// Why a shape is not a valid polygon, and where.
public struct Invalidity<C: Coordinate>: Hashable, Sendable {
  /// GEOS' reason, as in "Self-intersection".
  public let reason: String

  /// Where the fault lies.
  public let location: C
}

extension MultiPolygon {
  /// Returns why this shape is invalid by the rules of OGC Simple Features, or nil if it is valid.
  ///
  /// Validity asks for crossings and nesting, not for lengths, so it means the same in degrees and
  /// in metres. Calls `GEOSisValidDetail_r`.
  ///
  /// - Throws: `GEOSError` with GEOS' message.
  /// - Complexity: O(*n* log *n*), for *n* vertices.
  public func invalidity() throws(GEOSError) -> Invalidity<C>? {
    let geos = GEOSContext()
    let shape = try geos.encode(self)
    var reason: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let isValid = try geos.predicate("test for validity") {
      GEOSisValidDetail_r($0, shape.pointer, 0, &reason, &location)
    }
    defer { GEOSFree_r(geos.handle, reason) }
    guard let location else {
      precondition(isValid, "GEOS did not say where the shape is invalid")
      return nil
    }
    let point = GEOSGeometry(pointer: location, handle: geos.handle)
    let position: C = try geos.position(of: point)
    return isValid
      ? nil
      : Invalidity(reason: reason.map { String(cString: $0) } ?? "invalid", location: position)
  }
}
