public import TheatreModel

/// A theatre made ready to draw maps of.
///
///     let tracker = try FrontTracker(theatre)
///     let snapshot = try tracker.snapshot(on: day)
///     snapshot.areas.contested  // km²
public struct FrontTracker: Sendable {
  /// The theatre.
  public let theatre: Theatre
  /// How the state of cells that no report reaches is inferred.
  public let inference: InferenceMethod
  /// Which reports are seen, and how they are read.
  public let perspective: Perspective
  /// Its spots.
  public let sites: Sites
  /// Who held each spot when.
  public private(set) var history: ControlHistory
  /// The ground that is presumed taken, by first day; none but in the assessed view.
  public private(set) var remnants: [Remnant] = []
  /// The cells around the spots.
  public private(set) var tessellation: Tessellation

  private(set) var exits: ExitTable

  /// Which cells the theatre's crossings join.
  private(set) var crossings: CrossingTable

  /// The ways over the crossings from compartment to compartment; nil if there is no crossing.
  let crossingWays: CrossingWays?

  /// The side of each actor, by number.
  let sideOfActor: [Int32]

  /// Whether a report reaches every cell from the first day on, so that nothing is ever inferred.
  let isEveryCellReported: Bool

  /// What speaks for each entry of the control history.
  private(set) var beliefs: BeliefTable

  /// The sites that reports may reach; nil for all.
  private let reported: Set<Int>?

  /// Whether ground without a report takes the state of other site.
  var infersGround: Bool { perspective.view != .confirmed }

  /// Makes a theatre ready: decides who held what, divides the ground into cells and proves them.
  ///
  /// - Parameters:
  ///   - theatre: the theatre.
  ///   - inference: how the state of cells that no report reaches is inferred.
  ///   - reported: the sites that reports may reach, by index of `Sites(theatre)`; all if nil.
  ///     The rest is inferred.
  ///   - perspective: which reports are seen, and how they are read.
  /// - Throws: `FrontTrackingError.badTheatre` with the errors that need geometry to be seen;
  ///   others if the cells cannot be made.
  /// - Complexity: O(*n* log *n*), for *n* places, reports and vertices.
  public init(
    _ theatre: Theatre, inference: InferenceMethod = .nearest, reported: Set<Int>? = nil,
    seenFrom perspective: Perspective = .plain
  ) throws(FrontTrackingError) {
    let faults = try theatre.geometricDiagnostics().filter { $0.severity == .error }
    guard faults.isEmpty else { throw .badTheatre(faults) }
    self.theatre = theatre
    self.inference = inference
    self.perspective = perspective
    self.reported = reported
    let sites = Sites(theatre)
    self.sites = sites
    // Who held what and where the cells lie have nothing to do with each other.
    let (history, cells) = together(
      { ControlHistory(theatre, sites: sites, keeping: reported, seenFrom: perspective) },
      { Result { () throws(FrontTrackingError) in try Tessellation(theatre, sites: sites) } })
    self.history = history
    tessellation = try cells.get()
    exits = try ExitTable(theatre, tessellation.topology, tessellation.plane)
    crossings = try CrossingTable(theatre, tessellation.cells, tessellation.topology)
    crossingWays = try CrossingWays(crossings, theatre, tessellation)
    let sides = theatre.sides
    sideOfActor = theatre.actors.map { actor in Int32(sides.firstIndex(of: actor.side) ?? -1) }
    isEveryCellReported = Self.isEveryCellReported(theatre, tessellation, history)
    beliefs = BeliefTable(history)
    presumeRemnants()
  }

  private static func isEveryCellReported(
    _ theatre: Theatre, _ tessellation: Tessellation, _ history: ControlHistory
  ) -> Bool {
    let start = theatre.settings.start
    return tessellation.cells.allSatisfy { cell in
      cell.site.flatMap { history.entries[$0].first }.map { $0.day <= start } ?? false
    }
  }

  /// Finds the remnants of the reported map and takes them for taken.
  private mutating func presumeRemnants() {
    guard perspective.view == .assessed, var search = RemnantSearch(self) else { return }
    remnants = search.remnants()
    history.presume(remnants, before: theatre.settings.end)
    if !remnants.isEmpty { beliefs = BeliefTable(history) }
  }

  /// The same theatre seen from elsewhere: the cells stay what they are.
  ///
  /// - Complexity: that of `ControlHistory.init`; in the assessed view also that of a replay of all days, if
  ///   some site hangs on poor reports alone.
  public func seen(from perspective: Perspective) -> FrontTracker {
    FrontTracker(self, seenFrom: perspective)
  }

  private init(_ other: FrontTracker, seenFrom perspective: Perspective) {
    theatre = other.theatre
    inference = other.inference
    self.perspective = perspective
    sites = other.sites
    tessellation = other.tessellation
    exits = other.exits
    crossings = other.crossings
    crossingWays = other.crossingWays
    sideOfActor = other.sideOfActor
    history = ControlHistory(theatre, sites: sites, keeping: other.reported, seenFrom: perspective)
    reported = other.reported
    isEveryCellReported = Self.isEveryCellReported(theatre, tessellation, history)
    beliefs = BeliefTable(history)
    presumeRemnants()
  }

  /// Returns the map of a day.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - parts: what is wanted; the rest is empty.
  /// - Precondition: the theatre has that day.
  /// - Complexity: O(*n* log *n*), for *n* cells.
  public func snapshot(
    on day: Day, _ parts: MapParts = .all
  ) throws(FrontTrackingError) -> Snapshot {
    precondition(theatre.contains(day), "the theatre has no \(day)")
    var replay = MapReplay(self, parts, days: [day])
    guard let news = try replay.advance() else {
      preconditionFailure("a replay of one day has a day")
    }
    return Snapshot(
      day: day, states: replay.states,
      territories: replay.territories(news.territories.begun).map(\.item),
      fronts: replay.fronts(news.fronts.begun).map(\.item),
      pockets: replay.pockets(news.pockets.begun).map(\.item),
      places: replay.places(news.places.begun).map(\.item),
      bands: replay.bands(news.bands.begun).map(\.item),
      staleness: replay.staleness(news.staleness.begun).map(\.item))
  }

  /// The reports that decide a state of the map on some day, or by which a holder holds, by index.
  public var decidingReports: Set<Int> {
    var deciding: Set<Int> = []
    for site in 0..<sites.count where tessellation.cell(ofSite: site) != nil {
      let entries = history.entries[site]
      for (index, entry) in entries.enumerated() where entry.day < theatre.settings.end {
        let end =
          entries.indices.contains(index + 1) ? entries[index + 1].day : theatre.settings.end
        guard theatre.settings.start < end else { continue }
        deciding.formUnion(entry.decidedBy + [entry.holderReport].compactMap(\.self))
      }
    }
    return deciding
  }

  /// Whether lines run inside cells, so that cells are not the same from day to day.
  var needsRedrawing: Bool {
    inference == .kriging || theatre.settings.reachInKilometers != nil
  }

  /// The days on which the map changes, the theatre's first day among them.
  public var days: [Day] {
    let start = theatre.settings.start
    return [start] + history.days.filter { start < $0 && $0 < theatre.settings.end }
  }
}

extension FrontTracker {
  /// The same theatre on the cells of a day's map.
  func divided(as states: CellStates) throws(FrontTrackingError) -> FrontTracker {
    var other = self
    other.tessellation = Tessellation(
      tessellation, cells: states.cells, topology: states.topology)
    other.exits = try ExitTable(theatre, states.topology, tessellation.plane)
    other.crossings = try CrossingTable(theatre, states.cells, states.topology)
    return other
  }
}
