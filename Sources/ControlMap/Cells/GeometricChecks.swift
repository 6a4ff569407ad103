public import Diagnostics
package import GEOS
package import Geometry
public import Theatre
public import TypedIndices

extension Theatre {
  /// Returns what is wrong or odd with the theatre's geometry: see `Boundary.geometricDiagnostics(of:)`; and
  /// crossings that are at no barrier, barriers that cross too often, reports that reach too much.
  ///
  /// - Complexity: O(*n* log *m* + *c b*), for *n* places, *m* vertices of the outline, *c* crossings
  ///   and *b* vertices of barriers.
  public func geometricDiagnostics() throws(MapError) -> [Diagnostic] {
    let faults = try boundary.geometricDiagnostics(of: places) + crossingFaults()
    // Barriers are compared with an outline that is an area.
    return faults.containsError
      ? faults
      : faults + (try tangledBarriers()) + tooManyCrossings() + tooManyReaches()
        + tooManyDoubts()
  }
}

extension Boundary {
  /// Returns what is wrong or odd with an outline and the places in it: an outline that is not a valid
  /// area, positions whose longitude and latitude are swapped, places outside.
  ///
  /// These questions are only about inside and outside, so they are asked in degrees, in which a line of a
  /// GeoJSON file is straight. Places are compared with the parts of the outline that are valid; if
  /// none is, with the box around it, and then only to see whether longitude and latitude are swapped.
  ///
  /// - Complexity: O(*n* log *m*), for *n* places and *m* vertices of the outline.
  public func geometricDiagnostics(
    of places: IndexedArray<PlaceID, Place>
  ) throws(MapError) -> [Diagnostic] {
    try withGEOS { () throws(GEOSError) in
      var found: [Diagnostic] = []
      var valid: [Polygon<Position>] = []
      for part in parts {
        if let fault = try part.fault(in: file) {
          found.append(fault)
        } else {
          valid += part.polygons
        }
      }
      let isWhole = found.isEmpty
      guard let outline = try valid.isEmpty ? box : unitedGround(of: valid) else {
        return found
      }
      let region = RegionIndex(outline)
      for place in places {
        guard let oddity = place.oddity(outside: region) else { continue }
        if isWhole || oddity.severity == .error { found.append(oddity) }
      }
      return found
    }
  }
}

extension Boundary {
  /// The ground inside the outline; parts that touch or overlap are one.
  package func ground() throws(GEOSError) -> MultiPolygon<Position> {
    try unitedGround(of: shape.polygons)
  }

  /// The box around the outline.
  fileprivate var box: MultiPolygon<Position>? {
    Box(around: shape.polygons.flatMap(\.exterior.positions)).map { MultiPolygon([$0.asPolygon]) }
  }
}

/// The ground inside polygons; those that touch or overlap are one.
private func unitedGround(of polygons: [Polygon<Position>]) throws(GEOSError) -> MultiPolygon<
  Position
> {
  polygons.count == 1 ? MultiPolygon(polygons) : try united(MultiPolygon(polygons))
}

extension Boundary.Part {
  /// Why this part is not a valid area, or nil.
  fileprivate func fault(in file: String) throws(GEOSError) -> Diagnostic? {
    // Polygons may touch or overlap, so each is judged by itself.
    var invalidity: Invalidity<Position>?
    for polygon in polygons where invalidity == nil {
      invalidity = try MultiPolygon([polygon]).invalidity()
    }
    guard let fault = invalidity else { return nil }
    let reason =
      fault.reason == "Self-intersection"
      ? "crosses itself" : "is not a valid area (\(fault.reason))"
    return Diagnostic(
      file: file, location: location, severity: .error,
      message: "the boundary \"\(name)\" \(reason) near \(fault.location): mend its ring there")
  }
}

extension Place {
  /// That this place is swapped or outside, or nil if it lies inside or is a region.
  fileprivate func oddity(outside region: RegionIndex<Position>) -> Diagnostic? {
    guard !region.covers(position) else { return nil }
    let mirrored = Position(longitude: position.latitude, latitude: position.longitude)
    if mirrored.isOnEarth, region.covers(mirrored) {
      return diagnostic(
        .error,
        "longitude and latitude of \"\(id)\" are swapped: latitude \(position.longitude) and "
          + "longitude \(position.latitude) lie inside the boundary")
    }
    return isRegion
      ? nil
      : diagnostic(
        .warning, "\"\(id)\" lies outside the boundary: it counts for distances only")
  }

  private func diagnostic(_ severity: Diagnostic.Severity, _ message: String) -> Diagnostic {
    Diagnostic(file: "places.csv", location: location, severity: severity, message: message)
  }
}
