internal import Diagnostics
internal import Parallel
public import Theatre

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
  public let grounds: Grounds
  /// Who held each spot when.
  public private(set) var chronicle: Chronicle
  /// The ground that is presumed taken, by first day; none but in the assessed view.
  public private(set) var remnants: [Remnant] = []
  /// The cells around the spots.
  public private(set) var tessellation: Tessellation

  private(set) var exits: ExitTable

  /// Which cells the theatre's crossings join.
  private(set) var crossings: CrossingTable

  /// The ways over the crossings from bank to bank; nil if there is no crossing.
  let crossingWays: CrossingWays?

  /// The side of each actor, by number.
  let sideOfActor: [Int32]

  /// Whether a report reaches every cell from the first day on, so that nothing is ever inferred.
  let isEveryCellReported: Bool

  /// What speaks for each entry of the chronicle.
  private(set) var beliefs: BeliefTable

  /// The grounds that reports may reach; nil for all.
  private let reported: Set<Int>?

  /// Whether ground without a report takes the state of other ground.
  var infersGround: Bool { perspective.view != .confirmed }

  /// Makes a theatre ready: decides who held what, divides the ground into cells and proves them.
  ///
  /// - Parameters:
  ///   - theatre: the theatre.
  ///   - inference: how the state of cells that no report reaches is inferred.
  ///   - reported: the grounds that reports may reach, by index of `Grounds(theatre)`; all if nil.
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
    let grounds = Grounds(theatre)
    self.grounds = grounds
    // Who held what and where the cells lie have nothing to do with each other.
    let (chronicle, cells) = together(
      { Chronicle(theatre, grounds: grounds, keeping: reported, seenFrom: perspective) },
      { Result { () throws(FrontTrackingError) in try Tessellation(theatre, grounds: grounds) } })
    self.chronicle = chronicle
    tessellation = try cells.get()
    exits = try ExitTable(theatre, tessellation.topology, tessellation.plane)
    crossings = try CrossingTable(theatre, tessellation.cells, tessellation.topology)
    crossingWays = try CrossingWays(crossings, theatre, tessellation)
    let sides = theatre.sides
    sideOfActor = theatre.actors.map { actor in Int32(sides.firstIndex(of: actor.side) ?? -1) }
    isEveryCellReported = Self.isEveryCellReported(theatre, tessellation, chronicle)
    beliefs = BeliefTable(chronicle)
    presumeRemnants()
  }

  private static func isEveryCellReported(
    _ theatre: Theatre, _ tessellation: Tessellation, _ chronicle: Chronicle
  ) -> Bool {
    let start = theatre.settings.start
    return tessellation.cells.allSatisfy { cell in
      cell.ground.flatMap { chronicle.entries[$0].first }.map { $0.day <= start } ?? false
    }
  }

  /// Finds the remnants of the reported map and takes them for taken.
  private mutating func presumeRemnants() {
    guard perspective.view == .assessed, var search = RemnantSearch(self) else { return }
    remnants = search.remnants()
    chronicle.presume(remnants, before: theatre.settings.end)
    if !remnants.isEmpty { beliefs = BeliefTable(chronicle) }
  }

  /// The same theatre seen from elsewhere: the cells stay what they are.
  ///
  /// - Complexity: that of `Chronicle.init`; in the assessed view also that of a replay of all days, if
  ///   some ground hangs on poor reports alone.
  public func seen(from perspective: Perspective) -> FrontTracker {
    FrontTracker(self, seenFrom: perspective)
  }

  private init(_ other: FrontTracker, seenFrom perspective: Perspective) {
    theatre = other.theatre
    inference = other.inference
    self.perspective = perspective
    grounds = other.grounds
    tessellation = other.tessellation
    exits = other.exits
    crossings = other.crossings
    crossingWays = other.crossingWays
    sideOfActor = other.sideOfActor
    chronicle = Chronicle(theatre, grounds: grounds, keeping: other.reported, seenFrom: perspective)
    reported = other.reported
    isEveryCellReported = Self.isEveryCellReported(theatre, tessellation, chronicle)
    beliefs = BeliefTable(chronicle)
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
      day: day, mosaic: replay.mosaic,
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
    for ground in 0..<grounds.count where tessellation.cell(ofGround: ground) != nil {
      let entries = chronicle.entries[ground]
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
    return [start] + chronicle.days.filter { start < $0 && $0 < theatre.settings.end }
  }
}

extension FrontTracker {
  /// The same theatre on the cells of a day's map.
  func divided(as mosaic: Mosaic) throws(FrontTrackingError) -> FrontTracker {
    var other = self
    other.tessellation = Tessellation(
      tessellation, cells: mosaic.cells, topology: mosaic.topology)
    other.exits = try ExitTable(theatre, mosaic.topology, tessellation.plane)
    other.crossings = try CrossingTable(theatre, mosaic.cells, mosaic.topology)
    return other
  }
}
