internal import ControlHistory
public import ControlMap
internal import Diagnostics
public import Theatre
public import TypedIndices

/// A piece of a side's ground that is cut off from every exit and that no report since the
/// first day of the theatre says is still held: most likely nobody reported its capture.
public struct Island: Hashable, Sendable {
  /// The actor that holds most of it.
  public let holder: ActorID
  /// The places on it.
  public let places: [PlaceID]
  /// The first day on which it stands alone.
  public let start: Day
  /// The day after the last on which it does.
  public let end: Day
  /// The reports by which it is held.
  public let reports: [ReportID]
}

/// Finds the islands of a map.
public struct IslandSearch {
  private let map: ControlMap
  private let theatre: Theatre

  /// Prepares to search a map.
  public init(_ map: ControlMap) {
    self.map = map
    theatre = map.theatre
  }

  /// Returns the islands of the map, the first to appear first.
  ///
  /// - Complexity: that of `timeline`.
  public func islands() throws(MapError) -> [Island] {
    try islands(in: Timeline(of: map, .pockets))
  }

  /// Returns the islands of a timeline of this theatre: pockets, as long as no report on them is
  /// later than the theatre's first day.
  func islands(in timeline: Timeline) -> [Island] {
    timeline.pockets.compactMap { span in
      let sites = Set(span.item.places.compactMap { map.sites.site(ofPlace: $0) })
      let reports = Set(
        sites.compactMap { map.history.interval(of: $0, on: span.start) }.flatMap(\.decidedBy))
      guard !sites.isEmpty, reports.allSatisfy(isOfTheOpening) else { return nil }
      let news = sites.flatMap { map.history.intervals[$0] }.map(\.day).filter { span.start < $0 }
      return Island(
        holder: span.item.holder, places: span.item.places, start: span.start,
        end: min(span.end, news.min() ?? span.end), reports: reports.sorted())
    }
  }

  private func isOfTheOpening(_ report: ReportID) -> Bool {
    theatre.reports[report].date.effectiveDay <= theatre.settings.start
  }

  /// The islands as findings, each with what would settle it.
  func findings() throws(MapError) -> [Diagnostic] {
    try islands().map { island in
      let names = island.places.map { theatre.places[$0].name }
      let shown = names.prefix(5).joined(separator: ", ")
      let rest = names.count > 5 ? " and \(names.count - 5) more" : ""
      let location =
        island.reports.first.map { theatre.reports[$0].location }
        ?? theatre.places[island.places[0]].location
      return Diagnostic(
        file: island.reports.isEmpty ? "places.csv" : "reports.csv", location: location,
        severity: .note,
        message: "an island of \(theatre.actors[island.holder].name) stands alone from "
          + "\(island.start) to \(island.end.previous) with no report since the first day of the map: \(shown)\(rest); "
          + "a report on who took it would settle it")
    }
  }
}
