internal import ControlHistory
internal import ControlMap
internal import Diagnostics
internal import GEOS
internal import Geodesy
internal import Geometry
internal import Theatre

/// Compares a map with areas.
///
/// Both are laid over each other in degrees, in which an edge of a GeoJSON file is straight
/// (RFC 7946, section 3.1.1), so nothing is projected and nothing is bent.
struct AreaComparison {
  let theatre: Theatre
  let snapshot: Snapshot
  let file: String
  let classes: ScoreClasses

  func score(_ areas: [Truth.Area]) throws(ScoreError) -> Score {
    let faults = try overlaying { () throws(GEOSError) in try self.faults(of: areas) }
    guard faults.isEmpty else { throw .badTruth(faults) }
    let overlay = try overlaying { () throws(GEOSError) in try self.overlay(areas) }
    guard !overlay.isEmpty else { throw .badTruth([try nowhere(areas)]) }
    let measures = try overlaying { () throws(GEOSError) in try self.measures(overlay) }
    let front = try comparing { () throws(MapError) in
      try FrontComparison(
        snapshot: snapshot, classes: classes, overlay: overlay, plane: Plane(theatre)
      ).distance()
    }
    return Score(
      day: snapshot.day, level: classes.level, unit: .squareKilometers, classes: classes.names,
      confusion: measures.confusion, unjudged: measures.unjudged,
      contested: overlay.contested.areaInSquareKilometers,
      overlapping: overlay.overlapping.areaInSquareKilometers, front: front)
  }

  /// Areas that are not valid.
  private func faults(of areas: [Truth.Area]) throws(GEOSError) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for area in areas {
      for polygon in area.polygons {
        guard let fault = try MultiPolygon([polygon]).invalidity() else { continue }
        let reason =
          fault.reason == "Self-intersection"
          ? "crosses itself" : "is not a valid area (\(fault.reason))"
        faults.append(
          Diagnostic(
            file: file, location: area.location, severity: .error,
            message: "the polygon \(reason) near \(fault.location): mend its ring there"))
      }
    }
    return faults
  }

  private func overlay(_ areas: [Truth.Area]) throws(GEOSError) -> Overlay {
    let ground = try united(MultiPolygon(snapshot.territories.flatMap(\.shape.polygons)))
    func shape(of index: Int?) throws(GEOSError) -> MultiPolygon<Position> {
      let polygons = areas.filter { classes[$0.holder] == index }.flatMap(\.polygons)
      return try intersection(of: united(MultiPolygon(polygons)), and: ground)
    }
    var truth: [MultiPolygon<Position>] = []
    var drawn: [MultiPolygon<Position>] = []
    for index in 0..<classes.count {
      truth.append(try shape(of: index))
      let territories = snapshot.territories.filter { classes[$0.state.holder] == index }
      drawn.append(try united(MultiPolygon(territories.flatMap(\.shape.polygons))))
    }
    var overlaps: [Polygon<Position>] = []
    for index in truth.indices {
      for other in truth[..<index] {
        overlaps += try intersection(of: other, and: truth[index]).polygons
      }
    }
    return Overlay(
      ground: ground, truth: truth, drawn: drawn, contested: try shape(of: nil),
      overlapping: try united(MultiPolygon(overlaps)))
  }

  private func measures(
    _ overlay: Overlay
  ) throws(GEOSError) -> (confusion: [[Double]], unjudged: [Double]) {
    let leftOut = try united(
      MultiPolygon(overlay.contested.polygons + overlay.overlapping.polygons))
    let drawn = try overlay.drawn.map { shape throws(GEOSError) in
      try difference(of: shape, and: leftOut)
    }
    var unjudged = drawn.map(\.areaInSquareKilometers)
    var confusion: [[Double]] = []
    for shape in overlay.truth {
      let clear = try difference(of: shape, and: leftOut)
      let row = try drawn.map { other throws(GEOSError) in
        try intersection(of: clear, and: other).areaInSquareKilometers
      }
      confusion.append(row)
      for index in row.indices { unjudged[index] -= row[index] }
    }
    return (confusion, unjudged.map { max(0, $0) })
  }

  /// That no area lies where the map is.
  private func nowhere(_ areas: [Truth.Area]) throws(ScoreError) -> Diagnostic {
    let isSwapped = try overlaying { () throws(GEOSError) in
      let region = RegionIndex(try theatre.boundary.ground())
      return areas.flatMap(\.polygons).flatMap(\.exterior.positions).map(\.mirrored).contains {
        $0.isOnEarth && region.covers($0)
      }
    }
    return Diagnostic(
      file: file, location: areas.first?.location, severity: .error,
      message: "no polygon lies inside the boundary"
        + (isSwapped ? ": longitude comes first, and here the two are swapped" : ""))
  }
}

/// The ground by class, in degrees: as the account has it, as far as the map reaches, and as it is
/// drawn.
struct Overlay {
  let ground: MultiPolygon<Position>
  let truth: [MultiPolygon<Position>]
  let drawn: [MultiPolygon<Position>]
  let contested: MultiPolygon<Position>
  let overlapping: MultiPolygon<Position>

  /// What the account gives to nobody known.
  var unknown: MultiPolygon<Position> { truth.last ?? MultiPolygon([]) }

  /// Whether the account says nothing of the ground.
  var isEmpty: Bool { contested.isEmpty && truth.allSatisfy(\.isEmpty) }
}

extension MultiPolygon<Position> {
  /// The area on the ellipsoid. Edges are divided first: they are straight in degrees, and the area
  /// is that between geodesics.
  fileprivate var areaInSquareKilometers: Double {
    WGS84.area(of: map { $0.densified(limit: Plane.longestStepInDegrees) }) / 1e6
  }
}
