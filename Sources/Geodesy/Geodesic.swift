internal import CGeodesic
public import Geometry

/// The WGS 84 ellipsoid and what can be measured on it.
///
/// Calls GeographicLib, by C. F. F. Karney: "Algorithms for geodesics", Journal of Geodesy 87
/// (2013), 43–55, doi:10.1007/s00190-012-0578-z. They are pure functions, exact to about 15
/// nanometres, and the same that PROJ has.
public enum WGS84 {
  /// The shortest way between two positions.
  public struct Inverse: Hashable, Sendable {
    /// The length in metres.
    public let distanceInMeters: Double

    /// The direction at the start in degrees clockwise from north, from 0 up to 360.
    public let azimuthInDegrees: Double
  }

  /// Returns the length and the initial direction of the geodesic between two positions.
  ///
  ///     let hatra = Position(longitude: 42.71833, latitude: 35.58806)
  ///     let mosul = Position(longitude: 43.11889, latitude: 36.335)
  ///     WGS84.inverse(from: hatra, to: mosul).distanceInMeters  // 90,413
  ///
  /// Two positions on one spot are 0 m apart in direction 0.
  ///
  /// - Precondition: both positions are on Earth.
  /// - Complexity: O(1).
  public static func inverse(from start: Position, to end: Position) -> Inverse {
    precondition(start.isOnEarth && end.isOnEarth, "a position must be on Earth, in degrees")
    let way = geodesic_inverse(start.latitude, start.longitude, end.latitude, end.longitude)
    guard way.distance > 0 else { return Inverse(distanceInMeters: 0, azimuthInDegrees: 0) }
    // A direction a hair west of north rounds to 360, and is north.
    let turn = way.azimuth < 0 ? way.azimuth + 360 : abs(way.azimuth)
    return Inverse(distanceInMeters: way.distance, azimuthInDegrees: turn < 360 ? turn : 0)
  }

  /// Returns the length of a line whose pieces are geodesics, in metres.
  ///
  /// - Complexity: O(*n*), for *n* positions.
  public static func length(of line: LineString<Position>) -> Double {
    line.segments.reduce(0) { $0 + inverse(from: $1.start, to: $1.end).distanceInMeters }
  }

  /// Returns the area of a polygon whose edges are geodesics, in square metres.
  ///
  /// - Complexity: O(*n*), for *n* positions.
  public static func area(of polygon: Polygon<Position>) -> Double {
    polygon.interiors.reduce(area(of: polygon.exterior)) { $0 - area(of: $1) }
  }

  /// Returns the area of a shape whose edges are geodesics, in square metres.
  ///
  /// - Complexity: O(*n*), for *n* positions.
  public static func area(of shape: MultiPolygon<Position>) -> Double {
    shape.polygons.reduce(0) { $0 + area(of: $1) }
  }

  private static func area(of ring: LinearRing<Position>) -> Double {
    let latitudes = ring.positions.dropLast().map(\.latitude)
    let longitudes = ring.positions.dropLast().map(\.longitude)
    return abs(geodesic_area(latitudes, longitudes, latitudes.count))
  }
}
