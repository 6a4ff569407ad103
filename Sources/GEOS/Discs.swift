public import Geometry

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Returns the ground within a distance of at least one of some positions.
///
/// A circle is drawn with 64 corners, so it is up to a thousandth of its radius too small. The circles
/// are united by `united(_:)`.
///
/// - Parameters:
///   - positions: positions in the plane, in metres.
///   - radius: the distance, in metres.
/// - Returns: a valid shape in canonical form; an empty one for no positions.
/// - Throws: `GEOSError` with GEOS' message.
/// - Precondition: the radius is positive.
/// - Complexity: O(*n* log *n*), for *n* positions.
public func discs(
  around positions: [PlanarPosition], radiusInMeters radius: Double
) throws(GEOSError) -> MultiPolygon<PlanarPosition> {
  precondition(radius > 0, "a disc must have a positive radius")
  guard !positions.isEmpty else { return MultiPolygon([]) }
  let corners = (0..<64).map { corner in
    let angle = 2 * Double.pi * Double(corner) / 64
    return (x: radius * cos(angle), y: radius * sin(angle))
  }
  return try united(
    MultiPolygon(
      positions.map { position in
        let ring = corners.map { PlanarPosition(x: position.x + $0.x, y: position.y + $0.y) }
        return Polygon(LinearRing(ring + [ring[0]]))
      }))
}
