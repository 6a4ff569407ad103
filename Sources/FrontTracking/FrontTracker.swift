public import ControlHistory
public import ControlMap
public import Diagnostics
public import Geometry
public import MapAnalysis
internal import Parallel
public import PlanarSubdivision
public import Theatre
public import TypedIndices

/// A theatre made ready to draw maps of: the library's front door.
///
///     let tracker = try FrontTracker(theatre)
///     let snapshot = try tracker.snapshot(on: day)
///     snapshot.areas.contested  // km²
///
/// It puts together what a map is drawn from, in this order: who held each site when, by the reports
/// (`history`); the cells around the sites; the map of both; what on that map is presumed taken, and the
/// map with it. What it answers is worked out elsewhere; each function says where.
public struct FrontTracker: Sendable {
  /// The theatre.
  public let theatre: Theatre
  /// Which reports are seen, and how they are read.
  public let perspective: Perspective
  /// The ground that is presumed taken, by first day; none but in the assessed view.
  public let remnants: [Remnant]
  /// What every day's map is drawn from.
  public let map: ControlMap

  /// The sites that reports may reach; nil for all.
  private let reported: Set<SiteID>?

  /// Makes a theatre ready: decides who held what, divides the ground into cells and proves them.
  ///
  /// - Parameters:
  ///   - theatre: the theatre.
  ///   - inference: how the state of cells that no report reaches is inferred.
  ///   - reported: the sites that reports may reach, of `Sites(theatre)`; all if nil.
  ///     The rest is inferred.
  ///   - perspective: which reports are seen, and how they are read.
  /// - Throws: `MapError.badTheatre` with the errors that need geometry to be seen;
  ///   others if the cells cannot be made.
  /// - Complexity: O(*n* log *n*), for *n* places, reports and vertices.
  public init(
    _ theatre: Theatre, inference: InferenceMethod = .nearest, reported: Set<SiteID>? = nil,
    seenFrom perspective: Perspective = .plain
  ) throws(MapError) {
    let faults = try theatre.geometricDiagnostics().filter { $0.severity == .error }
    guard faults.isEmpty else { throw .badTheatre(faults) }
    let sites = Sites(theatre)
    // Who held what does not depend on where the cells lie, so both are worked out at once.
    let (history, cells) = together(
      { ControlHistory(theatre, sites: sites, keeping: reported, seenFrom: perspective) },
      { Result { () throws(MapError) in try TheatreCells(theatre, sites: sites) } })
    self.init(
      history: history, cells: try cells.get(), inference, reported, seenFrom: perspective)
  }

  private init(
    history: ControlHistory, cells: TheatreCells, _ inference: InferenceMethod,
    _ reported: Set<SiteID>?, seenFrom perspective: Perspective
  ) {
    theatre = cells.theatre
    self.perspective = perspective
    self.reported = reported
    let plain = ControlMap(
      history: history, cells: cells,
      settings: MapSettings(theatre, inference: inference, view: perspective.view))
    remnants = perspective.view == .assessed ? RemnantSearch.remnants(of: plain) : []
    map =
      remnants.isEmpty
      ? plain
      : plain.with(
        history.presuming(remnants.map(\.presumption), before: theatre.settings.end))
  }

  /// The same theatre seen from elsewhere: the cells stay what they are.
  ///
  /// - Complexity: that of `ControlHistory.init`; in the assessed view also that of a replay of all days, if
  ///   some ground hangs on poor reports alone.
  public func seen(from perspective: Perspective) -> FrontTracker {
    FrontTracker(
      history: ControlHistory(theatre, sites: sites, keeping: reported, seenFrom: perspective),
      cells: map.cells, inference, reported, seenFrom: perspective)
  }
}

/// What the map is drawn from.
extension FrontTracker {
  /// How the state of cells that no report reaches is inferred.
  public var inference: InferenceMethod { map.settings.inference }

  /// The theatre's sites.
  public var sites: Sites { map.sites }

  /// Who held each site when.
  public var history: ControlHistory { map.history }

  /// The cells around the sites.
  public var tessellation: Tessellation { map.tessellation }

  /// The days on which the map changes, the theatre's first day among them.
  public var days: [Day] { map.days }

  /// The remnant that a site is part of on a day, if any.
  public func remnant(of site: SiteID, on day: Day) -> Remnant? {
    remnants.first { $0.start <= day && day < $0.end && $0.sites.contains(site) }
  }

  /// The reports that decide a state of the map on some day, or by which a holder holds.
  public var decidingReports: Set<ReportID> {
    history.decidingReports { tessellation.cell(ofSite: $0) != nil }
  }
}

/// The maps.
extension FrontTracker {
  /// Returns the map of a day: see `Snapshot`.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - layers: what is wanted; the rest is empty.
  /// - Precondition: the theatre has that day.
  public func snapshot(
    on day: Day, _ layers: MapLayers = .all
  ) throws(MapError) -> Snapshot {
    try Snapshot(of: map, on: day, layers)
  }

  /// Returns the maps of all days: see `Timeline`.
  ///
  /// - Parameters:
  ///   - layers: what is wanted; the rest is empty.
  ///   - progress: called after each day with the number of days done and of all.
  public func timeline(
    of layers: MapLayers = .all, progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(MapError) -> Timeline {
    try Timeline(of: map, layers, progress: progress)
  }

  /// Returns the maps of all days, or of some, on cells that are the same on every day: see
  /// `CellHistory`.
  public func cellHistory(
    of period: ClosedRange<Day>? = nil
  ) throws(MapError) -> CellHistory {
    try CellHistory(of: map, during: period)
  }

  /// Returns what a map of this theatre says at a point, in degrees; nil if that lies outside: see
  /// `Snapshot.state(at:on:)`.
  public func state(
    at position: Position, in snapshot: Snapshot
  ) throws(MapError) -> PointState? {
    try snapshot.state(at: position, on: map.cells)
  }

  /// How far the state of a cell can be trusted on a day; nil if nobody is known to hold it: see
  /// `Confidence`.
  public func confidence(in cell: CellState, on day: Day) -> Confidence? {
    cell.confidence(on: day, map.settings)
  }
}

/// What is found out about the maps.
extension FrontTracker {
  /// Compares what the sources state about the ground with the map: see `Auditor`.
  ///
  ///     for finding in try tracker.audit() where finding.verdict == .differs {
  ///       print(theatre.measures[finding.measure].id, finding.reading ?? "")
  ///     }
  public func audit(of source: SourceID? = nil) throws(MapError) -> [AuditFinding] {
    try Auditor(map).findings(of: source)
  }

  /// Returns what changed hands between two days: see `MapComparison`.
  public func comparison(
    from start: Day, to end: Day
  ) throws(MapError) -> Comparison {
    try MapComparison(map).comparison(from: start, to: end)
  }

  /// Returns the days on which reports contradict each other, those first on which most hangs: see
  /// `ConflictSearch`.
  public func conflicts() throws(MapError) -> [Conflict] {
    try ConflictSearch(map).conflicts()
  }

  /// Returns the periods in which what had been believed was changed by later reports: see
  /// `RevisionSearch`.
  public func revisions() throws(MapError) -> [Revision] {
    try RevisionSearch(map).revisions()
  }

  /// Returns a site's states as they were believed at the time and as they are known now: see
  /// `RevisionSearch`.
  public func bitemporalComparison(of site: SiteID) -> [BitemporalComparison] {
    RevisionSearch(map).comparison(of: site)
  }

  /// Returns what is otherwise on a day's map if some reports are taken away, as if nobody had made them:
  /// see `Withdrawal`.
  ///
  /// - Precondition: the theatre has that day.
  public func withdrawal(
    of reports: Set<ReportID>, on day: Day
  ) throws(MapError) -> Withdrawal {
    let other = Perspective(
      view: perspective.view, knownOn: perspective.knownOn,
      withheld: perspective.withheld.union(reports))
    return try Withdrawal(
      of: reports.filter { perspective.sees($0, of: theatre) }, from: map,
      leaving: { seen(from: other).map }, on: day)
  }

  /// The places that a place is or, as a region, has in it, each with its cell: see `CorridorFinder`.
  public func cells(ofPlace place: PlaceID) -> [(place: PlaceID, cell: CellID)] {
    CorridorFinder(map).cells(ofPlace: place)
  }

  /// Returns the corridor of a day: see `CorridorFinder`.
  public func corridor(
    _ question: CorridorQuestion, on day: Day
  ) throws(MapError) -> Corridor {
    try CorridorFinder(map).corridor(question, on: day)
  }

  /// Returns how a corridor was opened and cut, phase by phase: see `CorridorFinder`.
  public func corridorHistory(
    _ question: CorridorQuestion
  ) throws(MapError) -> [Span<CorridorPhase>] {
    try CorridorFinder(map).history(question)
  }

  /// Compares the map of a day with somebody else's account of it: see `Score`.
  public func score(against truth: Truth, on day: Day) throws(ScoreError) -> Score {
    try Score(of: map, against: truth, on: day)
  }

  /// Returns what is odd about a theatre that can be drawn: see `TheatreChecks`.
  public func findings() throws(MapError) -> [Diagnostic] {
    try TheatreChecks(map).findings()
  }

  /// Returns the findings that are warnings: the map is probably not drawn as it is meant.
  public func warnings() throws(MapError) -> [Diagnostic] {
    try TheatreChecks(map).warnings()
  }

  /// Returns the islands of the map, the first to appear first: see `IslandSearch`.
  public func islands() throws(MapError) -> [Island] {
    try IslandSearch(map).islands()
  }

  /// Returns what the rule on remnants changed, each with the reason, as notes on the reports by which
  /// the ground was held.
  public func remnantFindings() -> [Diagnostic] {
    remnants.map { $0.finding(in: theatre) }
  }
}
