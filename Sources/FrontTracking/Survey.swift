internal import GEOS
internal import GeoJSON
internal import Geometry
public import TheatreModel

extension Theatre {
  /// Returns what is wrong or odd with the theatre's geometry: an outline that is no valid area,
  /// positions whose longitude and latitude are swapped, places outside.
  ///
  /// These are questions of inside and outside, so they are asked in degrees, in which a line of a
  /// GeoJSON file is straight.
  ///
  /// - Complexity: O(*n* log *m*), for *n* places and *m* vertices of the outline.
  public func geometricDiagnostics() throws(FrontTrackingError) -> [Diagnostic] {
    try withGEOS { () throws(GEOSError) in
      let faults = try boundaryDiagnostics()
      return faults.isEmpty ? try positionDiagnostics() : faults
    }
  }

  private func boundaryDiagnostics() throws(GEOSError) -> [Diagnostic] {
    for part in boundary.parts {
      guard let fault = try MultiPolygon(part.polygons).invalidity() else { continue }
      let reason =
        fault.reason == "Self-intersection"
        ? "crosses itself" : "is no valid area (\(fault.reason))"
      return [
        Diagnostic(
          file: boundary.file, location: part.location, severity: .error,
          message: "the boundary \"\(part.name)\" \(reason) near \(fault.location): mend its ring "
            + "there")
      ]
    }
    guard let fault = try boundary.shape.invalidity() else { return [] }
    return [
      Diagnostic(
        file: boundary.file, location: boundary.parts[0].location, severity: .error,
        message: "parts of the boundary overlap near \(fault.location): unite them")
    ]
  }

  private func positionDiagnostics() throws(GEOSError) -> [Diagnostic] {
    let region = try PreparedRegion(boundary.shape)
    var found: [Diagnostic] = []
    for place in places {
      let position = place.position
      guard try !region.covers(position) else { continue }
      let mirrored = Position(longitude: position.latitude, latitude: position.longitude)
      if mirrored.isOnEarth, try region.covers(mirrored) {
        found.append(
          Diagnostic(
            file: "places.csv", location: place.location, severity: .error,
            message: "longitude and latitude of \"\(place.id)\" are swapped: latitude "
              + "\(position.longitude) and longitude \(position.latitude) lie inside the boundary"))
      } else if !place.isRegion {
        found.append(
          Diagnostic(
            file: "places.csv", location: place.location, severity: .warning,
            message: "\"\(place.id)\" lies outside the boundary: it counts for distances only"))
      }
    }
    return found
  }
}

extension FrontTracker {
  /// Returns what is odd about a theatre that can be drawn: what lies outside, barriers that cut
  /// nothing, exits away from the outline, reports that reach no ground or lie outside the period,
  /// and islands.
  public func findings() throws(FrontTrackingError) -> [Diagnostic] {
    try theatre.geometricDiagnostics() + placeFindings() + barrierFindings() + exitFindings() + reportFindings()
      + holderlessFindings() + islandFindings()
  }

  private func placeFindings() -> [Diagnostic] {
    guard tessellation.cells.allSatisfy({ $0.ground == nil }) else { return [] }
    return [
      Diagnostic(
        file: "places.csv", location: nil, severity: .warning,
        message: "no place lies inside the boundary: all of the map is unknown")
    ]
  }

  private func barrierFindings() throws(FrontTrackingError) -> [Diagnostic] {
    let plane = try Plane(theatre.settings)
    var found: [Diagnostic] = []
    let count = try Banks(theatre, barriers: theatre.barriers, in: plane).banks.count
    for (index, barrier) in theatre.barriers.enumerated() {
      var others = theatre.barriers
      others.remove(at: index)
      let without = try Banks(theatre, barriers: others, in: plane).banks.count
      guard without == count else { continue }
      found.append(
        Diagnostic(
          file: barrier.file, location: barrier.location, severity: .warning,
          message: "the barrier \"\(barrier.name)\" cuts nothing: it does not reach from edge to "
            + "edge of the boundary"))
    }
    return found
  }

  private func exitFindings() -> [Diagnostic] {
    let file = theatre.exitsFile ?? "theatre.json"
    return exits.idle.map { index in
      let exit = theatre.exits[index]
      return Diagnostic(
        file: file, location: exit.location, severity: .warning,
        message: "the exit \"\(exit.id)\" lies nowhere along the boundary: nobody can leave by it")
    }
  }

  private func reportFindings() -> [Diagnostic] {
    let reached = Set(theatre.sites.flatMap { theatre.lineage(of: $0) })
    return theatre.reports.flatMap { report -> [Diagnostic] in
      var found: [Diagnostic] = []
      let place = theatre.places[report.place]
      if !reached.contains(report.place) {
        found.append(
          note(report, "report \"\(report.id)\" is on \"\(place.id)\", an area with no place in it")
        )
      }
      if report.date.effectiveDay >= theatre.settings.end {
        found.append(
          note(
            report,
            "report \"\(report.id)\" takes effect on \(report.date.effectiveDay), after the end of "
              + "the map"))
      }
      return found
    }
  }

  /// Grounds whose first reports say who fights there and none who holds it.
  private func holderlessFindings() -> [Diagnostic] {
    (0..<grounds.count).compactMap { ground in
      guard tessellation.cell(ofGround: ground) != nil,
        let entry = chronicle.entries[ground].first, entry.state.holder == nil
      else { return nil }
      let report = theatre.reports[entry.decidedBy[0]]
      return note(
        report,
        "report \"\(report.id)\" is the first on \"\(theatre.places[grounds.sites[ground][0]].id)\", "
          + "and none says who held it before: its holder is unknown from \(entry.day)")
    }
  }

  private func note(_ report: Report, _ message: String) -> Diagnostic {
    Diagnostic(
      file: "reports.csv", location: report.location, severity: .note, message: message)
  }
}
