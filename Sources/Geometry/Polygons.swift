/// A closed ring: the first position is repeated at the end.
public struct LinearRing<C: Coordinate>: Hashable, Sendable {
  /// The positions; the last equals the first.
  public let positions: [C]

  /// Creates a ring.
  ///
  /// - Precondition: there are at least four positions and the last equals the first. Data from
  ///   outside is checked by its reader, which can name the file and the line.
  public init(_ positions: [C]) {
    precondition(positions.count >= 4, "a ring has at least four positions")
    precondition(positions.first == positions.last, "a ring ends where it begins")
    self.positions = positions
  }

  /// The pieces between one position and the next.
  public var segments: some Sequence<Segment<C>> {
    zip(positions, positions.dropFirst()).lazy.map { Segment($0, $1) }
  }

  /// The same ring in the other direction.
  public var reversed: LinearRing { LinearRing(positions.reversed()) }

  /// The same ring beginning at its smallest position, so that equal rings have equal values.
  ///
  /// - Complexity: O(*n*), for *n* positions.
  public var fromSmallest: LinearRing {
    let open = positions.dropLast()
    guard let smallest = open.indices.min(by: { open[$0] < open[$1] }), smallest > 0 else {
      return self
    }
    return LinearRing(Array(open[smallest...] + open[..<smallest]) + [open[smallest]])
  }

  /// Twice the area in the units of the coordinates squared; positive if counter-clockwise.
  ///
  /// Only its sign means anything for degrees: it tells the direction of a ring that does not
  /// cross the antimeridian. The formula is the trapezoid form of the shoelace formula, taken
  /// relative to the first position so that large coordinates lose no digits.
  var doubledSignedArea: Double {
    let origin = positions[0]
    return segments.reduce(0) { sum, segment in
      sum
        + (segment.start.first - origin.first) * (segment.end.second - origin.second)
        - (segment.end.first - origin.first) * (segment.start.second - origin.second)
    }
  }

  /// Whether the ring runs counter-clockwise.
  public var isCounterClockwise: Bool { doubledSignedArea > 0 }
}

extension LinearRing where C == PlanarPosition {
  /// The area in the plane, in square metres; positive if counter-clockwise.
  public var signedAreaInSquareMeters: Double { doubledSignedArea / 2 }
}

/// An area with an outer ring and any number of holes.
public struct Polygon<C: Coordinate>: Hashable, Sendable {
  /// The outer ring.
  public let exterior: LinearRing<C>

  /// The holes.
  public let interiors: [LinearRing<C>]

  /// Creates a polygon from its outer ring and its holes.
  public init(_ exterior: LinearRing<C>, interiors: [LinearRing<C>] = []) {
    self.exterior = exterior
    self.interiors = interiors
  }

  /// The outer ring, then the holes.
  public var rings: [LinearRing<C>] { [exterior] + interiors }

  /// The same area written in one way only: the outer ring counter-clockwise and the holes
  /// clockwise (RFC 7946), each ring from its smallest position, holes in order.
  public var canonical: Polygon {
    // A ring without area has no direction and is left in the one it has.
    let shell = exterior.doubledSignedArea < 0 ? exterior.reversed : exterior
    let holes = interiors.map { $0.isCounterClockwise ? $0.reversed : $0 }.map(\.fromSmallest)
    return Polygon(
      shell.fromSmallest,
      interiors: holes.sorted { $0.positions.lexicographicallyPrecedes($1.positions) })
  }
}

extension Polygon where C == PlanarPosition {
  /// The area in the plane, in square metres.
  public var areaInSquareMeters: Double {
    interiors.reduce(abs(exterior.signedAreaInSquareMeters)) {
      $0 - abs($1.signedAreaInSquareMeters)
    }
  }
}

/// Any number of polygons that together are one shape.
public struct MultiPolygon<C: Coordinate>: Hashable, Sendable {
  /// The polygons.
  public let polygons: [Polygon<C>]

  /// Creates a shape from its polygons.
  public init(_ polygons: [Polygon<C>]) {
    self.polygons = polygons
  }

  /// Whether it has no polygon at all.
  public var isEmpty: Bool { polygons.isEmpty }

  /// The same shape written in one way only: canonical polygons, in order.
  public var canonical: MultiPolygon {
    MultiPolygon(
      polygons.map(\.canonical).sorted {
        $0.exterior.positions.lexicographicallyPrecedes($1.exterior.positions)
      })
  }
}

extension MultiPolygon where C == PlanarPosition {
  /// The area in the plane, in square metres.
  public var areaInSquareMeters: Double {
    polygons.reduce(0) { $0 + $1.areaInSquareMeters }
  }
}
