internal import ControlMap
internal import GEOS
internal import Geodesy
internal import Geometry

/// How far apart two front lines are: for points at even steps along each of them the distance to
/// the nearest point of the other, both ways together.
public struct FrontDistance: Hashable, Sendable {
  /// The median: half of the distances are at most this, in kilometres on the ellipsoid.
  public let medianInKilometers: Double
  /// The 95th percentile: nineteen of twenty are at most this, in kilometres on the ellipsoid.
  public let percentile95InKilometers: Double
  /// The step between two points of a line, in kilometres.
  public let stepInKilometers: Double
  /// How many distances were taken.
  public let count: Int

  /// Measures how far apart two lines are; nil if there is no point on either.
  ///
  /// The nearest point is sought in the plane, the way to it measured on the ellipsoid.
  init?(
    _ samples: [(from: Sample, to: PreparedLines)], step: Double, plane: Plane
  ) throws(MapError) {
    let nearest = try withGEOS { () throws(GEOSError) in
      try samples.map { sample throws(GEOSError) in
        try sample.to.nearestPoint(to: sample.from.planar)
      }
    }
    let targets = try withProjection { () throws(ProjectionError) in
      try plane.projector.unproject(nearest)
    }
    let distances = zip(samples, targets).map { sample, target in
      WGS84.inverse(from: sample.from.position, to: target).distanceInMeters / 1_000
    }.sorted()
    guard !distances.isEmpty else { return nil }
    medianInKilometers = distances.quantile(0.5)
    percentile95InKilometers = distances.quantile(0.95)
    stepInKilometers = step / 1_000
    count = distances.count
  }

  /// A point on a line, in degrees and in the plane.
  struct Sample {
    let position: Position
    let planar: PlanarPosition
  }
}

extension [Double] {
  /// The smallest of these sorted numbers that at least the given share of them does not exceed
  /// (nearest rank).
  fileprivate func quantile(_ share: Double) -> Double {
    self[Swift.max(0, Int((share * Double(count)).rounded(.up)) - 1)]
  }
}
