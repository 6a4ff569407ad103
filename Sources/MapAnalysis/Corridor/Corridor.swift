internal import ControlHistory
public import ControlMap
public import Geometry
public import PlanarSubdivision
public import Theatre
public import TypedIndices

/// Whether one side's ground connects a place with an exit or with another place.
public struct CorridorQuestion: Hashable, Sendable {
  /// What the corridor is to lead to.
  public enum Target: Hashable, Sendable {
    /// One of these exits.
    case exits([ExitID])
    /// A place; of a region any place in it.
    case place(PlaceID)
  }

  /// The place it leads from; of a region any place in it.
  public let place: PlaceID
  /// What it leads to.
  public let target: Target
  /// The actor whose side holds it.
  public let actor: ActorID

  /// Asks for a corridor over the ground of an actor's side, contested ground included.
  public init(from place: PlaceID, to target: Target, heldBy actor: ActorID) {
    self.place = place
    self.target = target
    self.actor = actor
  }
}

/// The ground over which a side can go from a place to another or to an exit on a day.
public struct Corridor: Hashable, Sendable {
  /// The day.
  public let day: Day
  /// The way; nil if there is none.
  public let way: Way?
  /// Why there is none; nil if there is one.
  public let obstacle: CorridorObstacle?

  /// The widest way, and of those the shortest.
  public struct Way: Hashable, Sendable {
    /// The cells it leads through.
    public let cells: [CellID]
    /// A place of each cell that has one.
    public let places: [PlaceID]
    /// The crossings it leads over, in order.
    public let crossings: [CrossingID]
    /// The length of the narrowest border between two of its cells, in kilometres; nil if it passes
    /// none, but stays in one cell or goes over crossings only.
    public let widthInKilometers: Double?
    /// The middle of that border.
    public let narrowest: Position?
    /// The length from place to place over the middles of the borders, in kilometres.
    public let lengthInKilometers: Double
  }
}

/// Why there is no corridor.
public enum CorridorObstacle: Hashable, Sendable {
  /// The side holds nothing of the place at one end; these hold it.
  case notHeld(place: PlaceID, by: [Holding])
  /// The exit is not open to the side.
  case exitClosed
  /// The exit lies nowhere along the outline.
  case exitOutside
  /// The side's ground reaches all the way, but across a barrier without a crossing.
  case barrier
  /// Others' ground lies between.
  case cut

  /// Who holds how many of a place's places.
  public struct Holding: Hashable, Sendable {
    /// The actor; nil if nobody is known to hold them.
    public let holder: ActorID?
    /// How many places.
    public let sites: Int
  }
}

/// Looks for corridors over one side's ground.
public struct CorridorFinder {
  let map: ControlMap

  /// Prepares to look for corridors on a map. They run over the map of the nearest reports.
  public init(_ map: ControlMap) {
    self.map = map
  }

  /// The places that a place is or, as a region, has in it, and their cells; none for a place without
  /// ground on the map.
  ///
  /// - Complexity: O(*n*), for *n* places.
  public func cells(ofPlace place: PlaceID) -> [(place: PlaceID, cell: CellID)] {
    map.cells(ofPlace: place)
  }

  /// Returns the corridor of a day: the way whose narrowest border is as wide as possible.
  ///
  /// The side goes through the cells it holds, contested ones too, over the borders between cells of one
  /// compartment and over crossings. The width of a border is its length; a crossing has no width on the map
  /// and does not narrow the way. Ground beyond the theatre's reach is nobody's.
  ///
  /// - Precondition: the theatre has that day.
  /// - Complexity: O(*n* log *n*), for *n* cells.
  public func corridor(
    _ question: CorridorQuestion, on day: Day
  ) throws(MapError) -> Corridor {
    let replay = MapReplay(map, [], days: [day])
    _ = try replay.advance()
    var ground = CorridorGround(map)
    let states = try ground.states(replay.known)
    var search = CorridorSearch(question, ground.map)
    search.see(states)
    let way = search.way()
    return Corridor(day: day, way: way, obstacle: way == nil ? search.obstacle(in: states) : nil)
  }
}

/// The cells that corridors run over: the tessellation's, or what the theatre's reach leaves of them.
struct CorridorGround {
  /// The map on those cells.
  private(set) var map: ControlMap
  private let whole: ControlMap
  private var refinement: Refinement?

  init(_ map: ControlMap) {
    self.map = map
    whole = map
    refinement = map.settings.linesRunInsideCells ? Refinement(map) : nil
  }

  /// What is known of the cells, from what is known of the tessellation's.
  mutating func states(_ known: CellStates) throws(MapError) -> CellStates {
    guard let states = try refinement?.refine(known) else { return known }
    if states.topology !== map.tessellation.topology {
      map = whole.on(try whole.cells.divided(as: states))
    }
    return states
  }
}

extension ControlMap {
  /// The places that a place is or, as a region, has in it, each with its cell; none for a place without
  /// ground on the map.
  ///
  /// - Complexity: O(*n*), for *n* places.
  func cells(ofPlace place: PlaceID) -> [(place: PlaceID, cell: CellID)] {
    theatre.placesWithGround(in: place).compactMap { inside in
      sites.site(ofPlace: inside).flatMap(tessellation.cell(ofSite:)).map { (inside, $0) }
    }
  }
}
