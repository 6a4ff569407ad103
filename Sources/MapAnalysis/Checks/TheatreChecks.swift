internal import ControlHistory
public import ControlMap
public import Diagnostics
internal import Geometry
internal import PlanarSubdivision
internal import Theatre
internal import TypedIndices

/// What is odd about a theatre that can be drawn.
public struct TheatreChecks {
  private let map: ControlMap
  private let theatre: Theatre

  /// Prepares to check what a map is drawn from.
  public init(_ map: ControlMap) {
    self.map = map
    theatre = map.theatre
  }

  /// Returns what is odd about a theatre that can be drawn: what lies outside, barriers that cut
  /// nothing, exits away from the outline, reports that reach no ground or lie outside the period,
  /// and islands.
  public func findings() throws(MapError) -> [Diagnostic] {
    try warnings() + reportFindings() + undatedFindings() + incidentFindings()
      + holderlessFindings()
      + IslandSearch(map).findings()
  }

  /// Returns the findings that are warnings: the map is probably not drawn as it is meant.
  public func warnings() throws(MapError) -> [Diagnostic] {
    try theatre.geometricDiagnostics() + placeFindings() + barrierFindings() + exitFindings()
      + antimeridianFindings()
  }

  private func placeFindings() -> [Diagnostic] {
    guard map.tessellation.cells.allSatisfy({ $0.site == nil }) else { return [] }
    return [
      Diagnostic(
        file: "places.csv", location: nil, severity: .warning,
        message: "no place lies inside the boundary: all of the map is unknown")
    ]
  }

  /// Barriers that cut nothing: see `BarrierCuts`.
  private func barrierFindings() throws(MapError) -> [Diagnostic] {
    try BarrierCuts(theatre).idle.map { index in
      let barrier = theatre.barriers[index]
      return Diagnostic(
        file: barrier.file, location: barrier.location, severity: .warning,
        message: "the barrier \"\(barrier.name)\" cuts nothing: it does not reach from edge to "
          + "edge of the boundary, or it lies on another barrier")
    }
  }

  /// That the ground lies across the line on which east becomes west: files of layers are not cut there.
  private func antimeridianFindings() -> [Diagnostic] {
    let topology = map.tessellation.topology
    let isCrossed = topology.edges.forward.contains { half in
      let ends = [half, half.twin].map { topology.position(ofOrigin: $0).longitude }
      return abs(ends[0] - ends[1]) > 180
    }
    guard isCrossed else { return [] }
    return [
      Diagnostic(
        file: theatre.boundary.file, location: theatre.boundary.parts.first?.location,
        severity: .warning,
        message:
          "the ground lies across 180 degrees of longitude: areas and pictures are right, but "
          + "the outlines in files of layers go round the Earth there; end the boundary at 180, or "
          + "make a theatre for each side")
    ]
  }

  private func exitFindings() -> [Diagnostic] {
    let file = theatre.exitsFile ?? "theatre.json"
    return map.cells.exits.idle.map { index in
      let exit = theatre.exits[index]
      return Diagnostic(
        file: file, location: exit.location, severity: .warning,
        message: "the exit \"\(exit.id)\" lies nowhere along the boundary: nobody can leave by it")
    }
  }

  private func reportFindings() -> [Diagnostic] {
    let reached = placesAboveGround()
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
      if let published = theatre.sources[report.source].published, report.reported == nil,
        let earliest = report.date.earliest, published < earliest
      {
        found.append(
          note(
            report,
            "report \"\(report.id)\": the source appeared on \(published), before the report's date "
              + "\(earliest): the column reported says when it became known"))
      }
      return found
    }
  }

  /// The places with ground and all regions above them. Each region is climbed once.
  private func placesAboveGround() -> Set<PlaceID> {
    var reached: Set<PlaceID> = []
    for place in theatre.placesWithGround {
      var here: PlaceID? = place
      while let region = here, reached.insert(region).inserted {
        here = theatre.places[region].parent
      }
    }
    return reached
  }

  /// That some reports count as known when they take effect, because neither they nor their source has a day.
  private func undatedFindings() -> [Diagnostic] {
    let undated = theatre.reports.filter {
      $0.reported == nil && theatre.sources[$0.source].published == nil
    }
    guard !undated.isEmpty else { return [] }
    let sources = Set(undated.map(\.source)).count
    return [
      Diagnostic(
        file: "sources.csv", location: nil, severity: .note,
        message:
          "\(sources) \(sources == 1 ? "source has" : "sources have") no date in the column published, so "
          + "\(undated.count) of \(theatre.reports.count) reports count as known when they take effect"
      )
    ]
  }

  private func incidentFindings() -> [Diagnostic] {
    theatre.incidents.filter { !theatre.overlaps($0.date) }.map { incident in
      Diagnostic(
        file: "incidents.csv", location: incident.location, severity: .note,
        message: "incident \"\(incident.id)\" of \(incident.date.text) lies outside the period of "
          + "the map")
    }
  }

  /// Sites whose first reports say who fights there and none who holds it.
  private func holderlessFindings() -> [Diagnostic] {
    map.sitesWithCells.compactMap { site in
      guard let interval = map.history.intervals[site].first, interval.state.holder == nil else {
        return nil
      }
      let report = theatre.reports[interval.decidedBy[0]]
      return note(
        report,
        "report \"\(report.id)\" is the first on \"\(theatre.places[map.sites.places[site][0]].id)\", "
          + "and none says who held it before: its holder is unknown from \(interval.day)")
    }
  }

  private func note(_ report: Report, _ message: String) -> Diagnostic {
    Diagnostic(
      file: "reports.csv", location: report.location, severity: .note, message: message)
  }
}
