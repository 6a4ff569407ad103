public import ControlMap
internal import Geodesy
public import Geometry

/// The point of a front nearest to a position.
public struct NearestFront: Hashable, Sendable {
  /// The point, in degrees.
  public let position: Position
  /// The line it lies on.
  public let front: FrontLine
}

extension Snapshot {
  /// Returns the point of the front nearest to a position, or nil if there is no front.
  ///
  /// The lines are laid into the azimuthal equidistant projection around the position, where every
  /// distance from it is the geodesic one.
  ///
  /// - Complexity: O(*n*), for *n* vertices of the front lines.
  public func nearestFront(
    to position: Position
  ) throws(MapError) -> NearestFront? {
    try withProjection { () throws(ProjectionError) in
      let projector = Projector(around: position)
      let center = try projector.project(position)
      var nearest: (point: PlanarPosition, distance: Double, front: FrontLine)?
      for front in fronts {
        let course = try front.line.map { path throws(ProjectionError) in
          try projector.project(path)
        }
        for segment in course.segments {
          let point = segment.nearestPoint(to: center)
          let distance = point.distance(to: center)
          if distance < nearest?.distance ?? .infinity { nearest = (point, distance, front) }
        }
      }
      guard let nearest else { return nil }
      return NearestFront(
        position: try projector.unproject(nearest.point), front: nearest.front)
    }
  }
}
