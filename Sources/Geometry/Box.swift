/// The smallest upright rectangle around some positions.
public struct Box<C: Coordinate>: Hashable, Sendable {
  /// The corner with the smallest numbers: south-west.
  public let minimum: C

  /// The corner with the largest numbers: north-east.
  public let maximum: C

  /// Creates a box from two opposite corners.
  public init(minimum: C, maximum: C) {
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Creates the box around positions, or nil if there are none.
  public init?(around positions: some Sequence<C>) {
    var iterator = positions.makeIterator()
    guard let initial = iterator.next() else { return nil }
    var (west, south) = (initial.first, initial.second)
    var (east, north) = (west, south)
    while let position = iterator.next() {
      west = min(west, position.first)
      east = max(east, position.first)
      south = min(south, position.second)
      north = max(north, position.second)
    }
    self.init(minimum: C(first: west, second: south), maximum: C(first: east, second: north))
  }

  /// The smallest box around this box and another.
  public func union(_ other: Box) -> Box {
    Box(
      minimum: C(
        first: min(minimum.first, other.minimum.first),
        second: min(minimum.second, other.minimum.second)),
      maximum: C(
        first: max(maximum.first, other.maximum.first),
        second: max(maximum.second, other.maximum.second)))
  }

  /// Whether a position lies in the box or on its edge.
  public func contains(_ position: C) -> Bool {
    (minimum.first...maximum.first).contains(position.first)
      && (minimum.second...maximum.second).contains(position.second)
  }
}

extension Box {
  /// The box as a polygon, counter-clockwise from its smallest corner.
  public var asPolygon: Polygon<C> {
    Polygon(
      LinearRing([
        minimum,
        C(first: maximum.first, second: minimum.second),
        maximum,
        C(first: minimum.first, second: maximum.second),
        minimum,
      ]))
  }
}

extension Polygon {
  /// The box around the outer ring.
  public var bounds: Box<C> {
    // A ring has positions, so there is a box.
    Box(around: exterior.positions)
      ?? Box(minimum: exterior.positions[0], maximum: exterior.positions[0])
  }
}
