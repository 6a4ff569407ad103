public import Geometry
public import TheatreModel

/// What a map is made of. Parts that nobody asks for are not computed.
public struct MapParts: OptionSet, Sendable {
  /// The bits of the parts.
  public let rawValue: Int

  /// Creates a set from its bits.
  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// The ground, in connected pieces of one state.
  public static let territories = MapParts(rawValue: 1)
  /// The lines between the sides.
  public static let fronts = MapParts(rawValue: 2)
  /// The ground cut off from every exit.
  public static let pockets = MapParts(rawValue: 4)
  /// The sites.
  public static let places = MapParts(rawValue: 8)
  /// Everything.
  public static let all: MapParts = [.territories, .fronts, .pockets, .places]
}

/// The map of one day.
public struct Snapshot: Sendable {
  /// The day.
  public let day: Day
  /// What is known of each cell of the tessellation.
  public let cells: [CellState]
  /// The ground, in connected pieces of one state. They cover the theatre and do not overlap.
  public let territories: [Territory]
  /// The lines between the sides.
  public let fronts: [FrontLine]
  /// The pieces of a side's ground that are cut off from every exit.
  public let pockets: [Pocket]
  /// Every site's state.
  public let places: [PlaceState]
}

/// A connected piece of ground in one state.
public struct Territory: Sendable {
  /// Who holds it, by whom it is contested; its encirclers are left out.
  public let state: GroundState
  /// The cells it is made of.
  public let cells: [Int]
  /// Its shape, in degrees.
  public let shape: MultiPolygon<Position>
  /// Its area on the ellipsoid, in square kilometres.
  public let areaInSquareKilometers: Double
  /// The sites on it, by index.
  public let places: [Int]
  /// The reports that hold it up, by index.
  public let reports: [Int]
  /// The share of its area that is inferred, from 0 to 1.
  public let inferredShare: Double
}

extension Territory: Hashable, Comparable {
  // The shape and the measures follow from the cells, so they need not be compared.

  /// Whether two pieces are the same ground in the same state for the same reasons.
  public static func == (left: Territory, right: Territory) -> Bool {
    left.cells == right.cells && left.state == right.state && left.reports == right.reports
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(cells)
    hasher.combine(state)
    hasher.combine(reports)
  }

  /// Orders by holder, then by the first cell.
  public static func < (left: Territory, right: Territory) -> Bool {
    (left.state.holder ?? .max, left.cells[0]) < (right.state.holder ?? .max, right.cells[0])
  }
}

/// A stretch of line between the ground of two actors of different sides.
public struct FrontLine: Hashable, Sendable, Comparable {
  /// The two actors, by index, in the order of the table.
  public let holders: [Int]
  /// Its course, in degrees; a closed one ends where it begins.
  public let line: LineString<Position>
  /// Its length on the ellipsoid, in kilometres.
  public let lengthInKilometers: Double

  /// Orders by the actors, then by position.
  public static func < (left: FrontLine, right: FrontLine) -> Bool {
    if left.holders != right.holders {
      return left.holders.lexicographicallyPrecedes(right.holders)
    }
    return left.line.positions.lexicographicallyPrecedes(right.line.positions)
  }
}

/// A piece of a side's ground that touches no exit of that side.
public struct Pocket: Sendable {
  /// The actor that holds most of it, by index.
  public let holder: Int
  /// The cells it is made of.
  public let cells: [Int]
  /// Its shape, in degrees.
  public let shape: MultiPolygon<Position>
  /// Its area on the ellipsoid, in square kilometres.
  public let areaInSquareKilometers: Double
  /// The sites on it, by index.
  public let places: [Int]
}

extension Pocket: Hashable, Comparable {
  /// Whether two pockets are the same ground in the same hands.
  public static func == (left: Pocket, right: Pocket) -> Bool {
    left.cells == right.cells && left.holder == right.holder
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(cells)
    hasher.combine(holder)
  }

  /// Orders by holder, then by the first cell.
  public static func < (left: Pocket, right: Pocket) -> Bool {
    (left.holder, left.cells[0]) < (right.holder, right.cells[0])
  }
}

/// A site and what is known of it.
public struct PlaceState: Hashable, Sendable, Comparable {
  /// The site, by index.
  public let place: Int
  /// What is known of it.
  public let cell: CellState

  /// Orders by place.
  public static func < (left: PlaceState, right: PlaceState) -> Bool { left.place < right.place }
}

extension Snapshot {
  /// The area of each holder's uncontested ground, of contested and of unknown ground, in square
  /// kilometres on the ellipsoid.
  public struct Areas: Hashable, Sendable {
    /// By holder, as an index of the actors.
    public let held: [Int: Double]
    /// What is fought over.
    public let contested: Double
    /// What nobody is known to hold.
    public let unknown: Double
  }

  /// The areas by state.
  public var areas: Areas {
    var held: [Int: Double] = [:]
    var contested = 0.0
    var unknown = 0.0
    for territory in territories {
      let area = territory.areaInSquareKilometers
      switch (territory.state.status, territory.state.holder) {
      case (.held, let holder?): held[holder, default: 0] += area
      case (.contested, _): contested += area
      default: unknown += area
      }
    }
    return Areas(held: held, contested: contested, unknown: unknown)
  }

  /// The length of all front lines on the ellipsoid, in kilometres.
  public var frontInKilometers: Double {
    fronts.reduce(0) { $0 + $1.lengthInKilometers }
  }
}
