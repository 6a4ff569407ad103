public import ControlHistory
public import Theatre
public import TypedIndices

/// What the map of every day is drawn from: who held each site when, the cells around the sites, and
/// the settings.
///
///     let sites = Sites(theatre)
///     let map = ControlMap(
///       history: ControlHistory(theatre, sites: sites), cells: try TheatreCells(theatre, sites: sites),
///       settings: MapSettings(theatre))
///     let snapshot = try Snapshot(of: map, on: day)
///
/// A `Snapshot` is the map of one day, a `Timeline` the maps of all, a `MapReplay` goes from day to day.
public struct ControlMap: Sendable {
  /// Who held each site when.
  public let history: ControlHistory

  /// The cells around the sites.
  public let cells: TheatreCells

  /// By what the map is drawn.
  public let settings: MapSettings

  /// What speaks for each interval of the history.
  let beliefs: BeliefTable

  /// The side of each actor.
  package let sideOfActor: IndexedArray<ActorID, SideID>

  /// Whether a report reaches every cell from the first day on, so that nothing is ever inferred.
  let isEveryCellReported: Bool

  /// Puts together what a map is drawn from.
  ///
  /// - Precondition: the history and the cells are of the same theatre and sites.
  /// - Complexity: O(*n*), for *n* intervals of the history and cells.
  public init(history: ControlHistory, cells: TheatreCells, settings: MapSettings) {
    precondition(
      history.sites.count == cells.sites.count, "a history and cells have the same sites")
    self.history = history
    self.cells = cells
    self.settings = settings
    beliefs = BeliefTable(history)
    sideOfActor = history.theatre.sideOfActor
    let start = settings.period.lowerBound
    isEveryCellReported = cells.tessellation.cells.allSatisfy { cell in
      cell.site.flatMap { history.intervals[$0].first }.map { $0.day <= start } ?? false
    }
  }

  /// The same map with another history of the same sites.
  public func with(_ history: ControlHistory) -> ControlMap {
    ControlMap(history: history, cells: cells, settings: settings)
  }

  /// The same map on other cells of the same sites.
  package func on(_ cells: TheatreCells) -> ControlMap {
    ControlMap(history: history, cells: cells, settings: settings)
  }

  /// The theatre.
  public var theatre: Theatre { history.theatre }

  /// The theatre's sites.
  public var sites: Sites { history.sites }

  /// The cells.
  public var tessellation: Tessellation { cells.tessellation }

  /// The sites that have a cell, in order: all but those outside the theatre.
  ///
  /// - Complexity: O(*n*), for *n* sites.
  public var sitesWithCells: [SiteID] {
    sites.places.indices.filter { tessellation.cell(ofSite: $0) != nil }
  }

  /// The days on which the map changes, its first day among them, in order.
  public var days: [Day] {
    let period = settings.period
    return [period.lowerBound]
      + history.days.filter { period.lowerBound < $0 && period.contains($0) }
  }

  /// Of the intervals of a site up to some day those since its side took it, the last first.
  func intervalsSinceGain(_ past: ArraySlice<ControlInterval>) -> [ControlInterval] {
    let side = past.last?.state.holder.map { sideOfActor[$0] }
    return Array(past.reversed().prefix { $0.state.holder.map { sideOfActor[$0] } == side })
  }
}
