/// A place in a coordinate system: a pair of numbers that only means something in that system.
///
/// The shapes of this module are generic over it, so that an operation for the plane does not
/// compile on degrees.
public protocol Coordinate: Hashable, Sendable, Comparable {
  /// The number that comes first in every file format: longitude, or x.
  var first: Double { get }

  /// The number that comes second: latitude, or y.
  var second: Double { get }

  /// Creates a coordinate from its two numbers, longitude or x first.
  init(first: Double, second: Double)
}

extension Coordinate {
  /// Orders by the first number, then by the second.
  public static func < (left: Self, right: Self) -> Bool {
    left.first != right.first ? left.first < right.first : left.second < right.second
  }
}

/// A position on the WGS 84 ellipsoid, in degrees.
public struct Position: Coordinate {
  /// Degrees east of Greenwich.
  public let longitude: Double

  /// Degrees north of the equator.
  public let latitude: Double

  /// Creates a position from degrees, longitude first.
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }

  /// Creates a position from longitude and latitude, in degrees.
  public init(first: Double, second: Double) {
    self.init(longitude: first, latitude: second)
  }

  /// The longitude.
  public var first: Double { longitude }

  /// The latitude.
  public var second: Double { latitude }

  /// Whether both numbers lie in the range of longitudes and latitudes.
  public var isOnEarth: Bool {
    (-180...180).contains(longitude) && (-90...90).contains(latitude)
  }
}

extension Position: CustomStringConvertible {
  /// The longitude and latitude, as in `43.11889, 36.335`.
  public var description: String { "\(longitude), \(latitude)" }
}

/// A position in the plane of a map projection, in metres.
public struct PlanarPosition: Coordinate {
  /// Metres east of the projection's origin.
  public let x: Double

  /// Metres north of the projection's origin.
  public let y: Double

  /// Creates a position from metres, easting first.
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  /// Creates a position from x and y, in metres.
  public init(first: Double, second: Double) {
    self.init(x: first, y: second)
  }

  /// The easting.
  public var first: Double { x }

  /// The northing.
  public var second: Double { y }

  /// The distance to another position in the plane, in metres.
  public func distance(to other: PlanarPosition) -> Double {
    let dx = other.x - x
    let dy = other.y - y
    return (dx * dx + dy * dy).squareRoot()
  }
}

extension PlanarPosition: CustomStringConvertible {
  /// The easting and northing, as in `331234.5, 4022871.25`.
  public var description: String { "\(x), \(y)" }
}
