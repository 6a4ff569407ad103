internal import ControlHistory
internal import ControlMap
internal import Diagnostics
internal import GEOS
internal import Geometry
internal import Theatre

/// Compares a map with points.
struct PointComparison {
  let theatre: Theatre
  let snapshot: Snapshot
  let file: String
  let classes: ScoreClasses

  func score(_ points: [Truth.Point]) throws(ScoreError) -> Score {
    let index = TerritoryIndex(snapshot.territories)
    let found = points.map { index.territory(at: $0.position) }
    let strays = points.indices.filter { found[$0] == nil }.map { points[$0] }
    let faults = try overlaying { () throws(GEOSError) in try self.faults(of: strays) }
    guard faults.isEmpty else { throw .badTruth(faults) }

    let empty = [Double](repeating: 0, count: classes.count)
    var confusion = [[Double]](repeating: empty, count: classes.count)
    var contested = 0.0
    for (point, territory) in zip(points, found) {
      guard let truth = classes[point.holder] else {
        contested += 1
        continue
      }
      // A point between the outline as it is given and as it is drawn, half a metre away at most,
      // is on no piece of ground, and so nobody is known to hold it.
      let holder = territory.flatMap { snapshot.territories[$0].state.holder }
      confusion[truth][classes[holder]] += 1
    }
    return Score(
      day: snapshot.day, level: classes.level, unit: .points, classes: classes.names,
      confusion: confusion, unjudged: empty, contested: contested, overlapping: 0, front: nil)
  }

  /// What is wrong with points that lie on no drawn piece of ground: those outside the theatre.
  private func faults(of points: [Truth.Point]) throws(GEOSError) -> [Diagnostic] {
    guard !points.isEmpty else { return [] }
    let region = RegionIndex(try theatre.boundary.ground())
    var faults: [Diagnostic] = []
    for point in points where !region.covers(point.position) {
      let mirrored = point.position.mirrored
      let isSwapped = mirrored.isOnEarth && region.covers(mirrored)
      faults.append(
        Diagnostic(
          file: file, location: point.location, severity: .error,
          message: isSwapped
            ? "longitude and latitude of this point are swapped: \(mirrored) lies inside the "
              + "boundary, \(point.position) does not"
            : "the point \(point.position) lies outside the boundary, where there is no map: "
              + "take it out"))
    }
    return faults
  }
}

extension Position {
  /// The position with longitude and latitude swapped.
  var mirrored: Position { Position(longitude: latitude, latitude: longitude) }
}
