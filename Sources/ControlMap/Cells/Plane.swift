public import Geodesy
package import Geometry
public import Theatre

extension Theatre {
  /// The plane that it is worked in: the zone of UTM that its settings name, else the plane that suits
  /// its boundary.
  public var plane: PlaneDefinition {
    settings.projection.map(PlaneDefinition.utm) ?? PlaneDefinition(for: boundary.shape)
  }
}

/// The plane a theatre is worked in, and the steps that every position takes.
package struct Plane {
  package let projector: Projector

  /// The longest step of a line, in metres, and in degrees of latitude about the same.
  ///
  /// A line of such steps that is straight in the plane strays less than half a metre from one
  /// that is straight in degrees, and from the geodesic.
  package static let longestStep = 5_000.0
  package static let longestStepInDegrees = 0.045

  package init(_ theatre: Theatre) {
    projector = Projector(theatre.plane)
  }

  /// Positions in the plane. A line between two positions of a GeoJSON file is straight in degrees
  /// (RFC 7946, section 3.1.1), so it is divided before it is projected.
  package func project(path: [Position]) throws(MapError) -> [PlanarPosition] {
    try withProjection { () throws(ProjectionError) in
      try projector.project(path.densified(limit: Self.longestStepInDegrees))
    }
  }

  package func project(_ positions: [Position]) throws(MapError) -> [PlanarPosition] {
    try withProjection { () throws(ProjectionError) in try projector.project(positions) }
  }

  package func project(
    _ shape: MultiPolygon<Position>
  ) throws(MapError) -> MultiPolygon<PlanarPosition> {
    try shape.map { path throws(MapError) in try project(path: path) }
  }

  package func project(
    _ line: LineString<Position>
  ) throws(MapError) -> LineString<PlanarPosition> {
    try line.map { path throws(MapError) in try project(path: path) }
  }

  /// Positions in degrees as they are published: to six decimals, about 0.1 m.
  package func publish(_ positions: [PlanarPosition]) throws(MapError) -> [Position] {
    try withProjection { () throws(ProjectionError) in
      try projector.unproject(positions).map {
        Position(
          longitude: ($0.longitude * 1e6).rounded() / 1e6,
          latitude: ($0.latitude * 1e6).rounded() / 1e6)
      }
    }
  }
}
