internal import GEOS
internal import Geodesy
internal import Geometry
internal import PlanarSubdivision

/// Pieces of line, each straight, in degrees and in the plane at once.
struct LineSamples {
  /// The ends of each piece.
  private(set) var pieces: [(start: FrontDistance.Sample, end: FrontDistance.Sample)] = []

  /// Adds the pieces of a path that fulfil a condition on their middle in the plane.
  mutating func append(
    _ positions: [Position], _ images: [PlanarPosition],
    where isPart: (PlanarPosition) throws(GEOSError) -> Bool
  ) throws(GEOSError) {
    let path = zip(positions, images).map { FrontDistance.Sample(position: $0, planar: $1) }
    for (start, end) in zip(path, path.dropFirst())
    where try isPart(Segment(start.planar, end.planar).midpoint) {
      pieces.append((start, end))
    }
  }

  /// The pieces in the plane.
  var lines: [LineString<PlanarPosition>] {
    pieces.map { LineString([$0.start.planar, $0.end.planar]) }
  }

  /// Points along the pieces, one after the other, a step apart; the first half a step from the
  /// beginning, so that each stands for a step of line.
  ///
  /// - Parameter step: in metres on the ellipsoid.
  func samples(every step: Double) -> [FrontDistance.Sample] {
    var samples: [FrontDistance.Sample] = []
    var next = step / 2
    for (start, end) in pieces {
      let length = WGS84.inverse(from: start.position, to: end.position).distanceInMeters
      while next < length {
        samples.append(.between(start, end, share: next / length))
        next += step
      }
      next -= length
    }
    return samples
  }
}

extension FrontDistance.Sample {
  /// The point at a share of the way from one to another.
  fileprivate static func between(_ start: Self, _ end: Self, share: Double) -> Self {
    func between<C: Coordinate>(_ start: C, _ end: C) -> C {
      C(
        first: start.first + share * (end.first - start.first),
        second: start.second + share * (end.second - start.second))
    }
    return Self(
      position: between(start.position, end.position), planar: between(start.planar, end.planar))
  }
}
