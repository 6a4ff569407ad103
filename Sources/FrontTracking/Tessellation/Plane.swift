internal import Geodesy
internal import Geometry
internal import Theatre

/// The plane a theatre is worked in, and the steps that every position takes.
struct Plane {
  let projector: Projector

  /// The step of the grid on which all vertices lie, in metres.
  ///
  /// The grid keeps vertices half a metre apart and well away from edges that do not end in them,
  /// where rounding to six decimals moves them by 0.07 m at most. Snap rounding gives no bound on
  /// the distance of a vertex from an edge (the least seen is a third of a step), so that nothing
  /// written crosses itself is tested, not proved. The step is a two-hundredth of the best
  /// precision that a place of the built-in theatre has.
  static let grid = 0.5

  /// The longest step of a line, in metres, and in degrees of latitude about the same.
  ///
  /// A line of such steps that is straight in the plane strays less than half a metre from one
  /// that is straight in degrees, and from the geodesic.
  static let longestStep = 5_000.0
  static let longestStepInDegrees = 0.045

  init(_ settings: TheatreSettings) throws(FrontTrackingError) {
    projector = try withProjection { () throws(ProjectionError) in
      try Projector(settings.projection)
    }
  }

  /// Positions in the plane. A line between two positions of a GeoJSON file is straight in degrees
  /// (RFC 7946, section 3.1.1), so it is divided before it is projected.
  func project(path: [Position]) throws(FrontTrackingError) -> [PlanarPosition] {
    try withProjection { () throws(ProjectionError) in
      try projector.project(path.densified(limit: Self.longestStepInDegrees))
    }
  }

  func project(_ positions: [Position]) throws(FrontTrackingError) -> [PlanarPosition] {
    try withProjection { () throws(ProjectionError) in try projector.project(positions) }
  }

  func project(
    _ shape: MultiPolygon<Position>
  ) throws(FrontTrackingError) -> MultiPolygon<PlanarPosition> {
    try shape.map { path throws(FrontTrackingError) in try project(path: path) }
  }

  func project(
    _ line: LineString<Position>
  ) throws(FrontTrackingError) -> LineString<PlanarPosition> {
    try line.map { path throws(FrontTrackingError) in try project(path: path) }
  }

  /// Positions in degrees as they are published: to six decimals, about 0.1 m.
  func publish(_ positions: [PlanarPosition]) throws(FrontTrackingError) -> [Position] {
    try withProjection { () throws(ProjectionError) in
      try projector.unproject(positions).map {
        Position(
          longitude: ($0.longitude * 1e6).rounded() / 1e6,
          latitude: ($0.latitude * 1e6).rounded() / 1e6)
      }
    }
  }
}
