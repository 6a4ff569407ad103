/// A line through two or more positions.
public struct LineString<C: Coordinate>: Hashable, Sendable {
  /// The positions, in order.
  public let positions: [C]

  /// Creates a line.
  ///
  /// - Precondition: there are at least two positions.
  public init(_ positions: [C]) {
    precondition(positions.count >= 2, "a line has at least two positions")
    self.positions = positions
  }

  /// The pieces between one position and the next.
  public var segments: some Sequence<Segment<C>> {
    zip(positions, positions.dropFirst()).lazy.map { Segment($0, $1) }
  }

  /// The point half way along the line, in the units of the coordinates.
  ///
  /// - Complexity: O(*n*), for *n* positions.
  public var pointHalfway: C {
    let lengths = segments.map(\.coordinateLength)
    var rest = lengths.reduce(0, +) / 2
    for (segment, length) in zip(segments, lengths) {
      if rest < length { return segment.point(atShare: rest / length) }
      rest -= length
    }
    return rest > 0 ? positions[positions.count - 1] : positions[0]
  }

  /// The same line from its end to its beginning.
  public var reversed: LineString { LineString(positions.reversed()) }
}

/// The straight piece between two positions.
public struct Segment<C: Coordinate>: Hashable, Sendable {
  /// Where it begins.
  public let start: C

  /// Where it ends.
  public let end: C

  /// Creates a segment from one position to another.
  public init(_ start: C, _ end: C) {
    self.start = start
    self.end = end
  }

  /// The same segment with its smaller position first: one value for both directions.
  public var undirected: Segment { end < start ? Segment(end, start) : self }
}

extension Segment {
  /// The length in the units of the coordinates.
  fileprivate var coordinateLength: Double {
    let (dx, dy) = (end.first - start.first, end.second - start.second)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// The point after a share of the way, from 0 to 1.
  public func point(atShare share: Double) -> C {
    C(
      first: start.first + share * (end.first - start.first),
      second: start.second + share * (end.second - start.second))
  }
}

extension Segment where C == PlanarPosition {
  /// The point half way.
  public var midpoint: PlanarPosition {
    PlanarPosition(x: (start.x + end.x) / 2, y: (start.y + end.y) / 2)
  }

  /// The point of this segment that lies nearest to `position`, in the plane.
  public func nearestPoint(to position: PlanarPosition) -> PlanarPosition {
    let dx = end.x - start.x
    let dy = end.y - start.y
    let squaredLength = dx * dx + dy * dy
    guard squaredLength > 0 else { return start }
    let along = ((position.x - start.x) * dx + (position.y - start.y) * dy) / squaredLength
    let share = min(1, max(0, along))
    return PlanarPosition(x: start.x + share * dx, y: start.y + share * dy)
  }
}
