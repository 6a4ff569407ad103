internal import CGeodesic
public import Geometry

/// A failure of a map projection.
public enum ProjectionError: Error, Hashable, CustomStringConvertible {
  /// A position cannot be projected into the plane.
  ///
  /// - Parameters:
  ///   - position: the position, as it is printed.
  ///   - definition: the plane, as a PROJ string.
  case outside(position: String, definition: String)

  /// One sentence.
  public var description: String {
    switch self {
    case .outside(let position, let definition):
      return "the projection \"\(definition)\" does not reach \(position)"
    }
  }
}

/// Takes positions from WGS 84 to a plane in metres and back.
///
/// Calls GeographicLib, by C. F. F. Karney: "Transverse Mercator with an accuracy of a few nanometers",
/// Journal of Geodesy 85 (2011), 475–485, doi:10.1007/s00190-011-0445-3. Any number of tasks may use one
/// projector. It takes some microseconds to make and 0.3 µs a position to use.
public final class Projector: Sendable {
  /// The plane as a PROJ string.
  public let definition: String

  // Never changes once it is made, so any thread may read it.
  private nonisolated(unsafe) let plane: OpaquePointer

  /// Where the plane's coordinates begin, in metres from its origin.
  private let (falseEasting, falseNorthing): (Double, Double)

  /// Creates a projector for a plane.
  ///
  /// - Precondition: the numbers describe one: latitudes are within 90 degrees of the equator, scales above 0.
  public convenience init(_ plane: PlaneDefinition) {
    switch plane {
    case .utm(let zone):
      self.init(
        geodesic_plane_transverse_mercator(Double(zone.centralMeridian), 0, 0.9996),
        plane.projString, falseEasting: 500_000, falseNorthing: zone.isNorth ? 0 : 10_000_000)
    case .transverseMercator(let meridian, let latitude, let scale):
      self.init(geodesic_plane_transverse_mercator(meridian, latitude, scale), plane.projString)
    case .conic(let meridian, let latitude, let south, let north):
      // Mercator's projection has its origin on the equator.
      let origin = south == -north ? 0 : latitude
      self.init(geodesic_plane_conic(meridian, origin, south, north), plane.projString)
    case .polarStereographic(let isNorth, let meridian, let scale):
      self.init(geodesic_plane_polar(meridian, isNorth ? 1 : 0, scale), plane.projString)
    }
  }

  /// Creates the azimuthal equidistant projection around a position, in which every distance from
  /// that position is the geodesic one.
  public convenience init(around center: Position) {
    self.init(
      geodesic_plane_equidistant(center.longitude, center.latitude),
      "+proj=aeqd +lat_0=\(center.latitude) +lon_0=\(center.longitude) +datum=WGS84 +units=m")
  }

  private init(
    _ plane: OpaquePointer?, _ definition: String, falseEasting: Double = 0,
    falseNorthing: Double = 0
  ) {
    guard let plane else { preconditionFailure("there is no plane \(definition)") }
    self.plane = plane
    self.definition = definition
    self.falseEasting = falseEasting
    self.falseNorthing = falseNorthing
  }

  deinit { geodesic_plane_delete(plane) }

  /// Returns the images of positions in the plane, in metres.
  ///
  /// - Throws: `ProjectionError.outside` with the first position that has no image.
  /// - Complexity: O(*n*), for *n* positions.
  public func project(_ positions: [Position]) throws(ProjectionError) -> [PlanarPosition] {
    var images: [PlanarPosition] = []
    images.reserveCapacity(positions.count)
    for position in positions { images.append(try project(position)) }
    return images
  }

  /// Returns the positions on WGS 84, in degrees, whose images in the plane are given.
  ///
  /// - Throws: `ProjectionError.outside` with the first one that has none.
  /// - Complexity: O(*n*), for *n* positions.
  public func unproject(_ positions: [PlanarPosition]) throws(ProjectionError) -> [Position] {
    var originals: [Position] = []
    originals.reserveCapacity(positions.count)
    for position in positions { originals.append(try unproject(position)) }
    return originals
  }

  /// Returns the image of one position in the plane, in metres.
  public func project(_ position: Position) throws(ProjectionError) -> PlanarPosition {
    let image = geodesic_plane_forward(plane, position.longitude, position.latitude)
    guard image.first.isFinite, image.second.isFinite else {
      throw .outside(position: "\(position)", definition: definition)
    }
    return PlanarPosition(x: image.first + falseEasting, y: image.second + falseNorthing)
  }

  /// Returns the position on WGS 84, in degrees, whose image is given.
  public func unproject(_ position: PlanarPosition) throws(ProjectionError) -> Position {
    let original = geodesic_plane_reverse(
      plane, position.x - falseEasting, position.y - falseNorthing)
    guard original.first.isFinite, original.second.isFinite else {
      throw .outside(position: "\(position)", definition: definition)
    }
    return Position(longitude: original.first, latitude: original.second)
  }

  /// Returns how long a metre at a position is in the plane, in metres.
  ///
  /// - Complexity: O(1).
  public func scale(at position: Position) -> Double {
    geodesic_plane_scale(plane, position.longitude, position.latitude)
  }
}
