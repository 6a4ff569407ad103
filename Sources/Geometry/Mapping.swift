extension LineString {
  /// The same line in another coordinate system.
  public func map<D: Coordinate, E: Error>(
    _ transform: ([C]) throws(E) -> [D]
  ) throws(E) -> LineString<D> {
    LineString<D>(try transform(positions))
  }
}

extension LinearRing {
  /// The same ring in another coordinate system.
  public func map<D: Coordinate, E: Error>(
    _ transform: ([C]) throws(E) -> [D]
  ) throws(E) -> LinearRing<D> {
    LinearRing<D>(try transform(positions))
  }
}

extension Polygon {
  /// The same polygon in another coordinate system.
  public func map<D: Coordinate, E: Error>(
    _ transform: ([C]) throws(E) -> [D]
  ) throws(E) -> Polygon<D> {
    let shell = try exterior.map(transform)
    var holes: [LinearRing<D>] = []
    for interior in interiors {
      holes.append(try interior.map(transform))
    }
    return Polygon<D>(shell, interiors: holes)
  }
}

extension MultiPolygon {
  /// The same shape in another coordinate system.
  public func map<D: Coordinate, E: Error>(
    _ transform: ([C]) throws(E) -> [D]
  ) throws(E) -> MultiPolygon<D> {
    var mapped: [Polygon<D>] = []
    for polygon in polygons {
      mapped.append(try polygon.map(transform))
    }
    return MultiPolygon<D>(mapped)
  }
}
