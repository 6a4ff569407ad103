internal import CGeodesic
public import Geometry

extension WGS84 {
  /// Returns the area between a geodesic and the equator, in square metres: positive if the geodesic
  /// leads east, north of the equator.
  ///
  /// The areas below the edges of a polygon that goes around no pole sum to its own, negative if it
  /// runs counter-clockwise. An edge that two polygons share has to be measured only once.
  ///
  /// - Precondition: both positions are on Earth.
  /// - Complexity: O(1).
  public static func areaBelow(from start: Position, to end: Position) -> Double {
    precondition(start.isOnEarth && end.isOnEarth, "a position must be on Earth, in degrees")
    return geodesic_area_below(start.latitude, start.longitude, end.latitude, end.longitude)
  }
}
