public import Geometry
public import Theatre

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
  /// The ground on which it is uncertain which side holds it.
  public static let bands = MapParts(rawValue: 16)
  /// How old the last report of the ground is.
  public static let staleness = MapParts(rawValue: 32)
  /// Everything.
  public static let all: MapParts = [
    .territories, .fronts, .pockets, .places, .bands, .staleness,
  ]
}

/// The map of one day.
public struct Snapshot: Sendable {
  /// The day.
  public let day: Day
  /// What is known of each cell of the tessellation.
  let mosaic: Mosaic
  /// The ground, in connected pieces of one state. They cover the theatre and do not overlap.
  public let territories: [Territory]
  /// The lines between the sides.
  public let fronts: [FrontLine]
  /// The pieces of a side's ground that are cut off from every exit.
  public let pockets: [Pocket]
  /// Every site's state.
  public let places: [PlaceState]
  /// The ground on which it is uncertain which side holds it; none where nothing is estimated.
  public let bands: [FrontBand]
  /// How old the last report of the ground is, in connected pieces of one class. They cover the theatre.
  public let staleness: [StaleGround]
}

/// A connected piece of ground in one state.
public struct Territory: Sendable {
  /// Who holds it, by whom it is contested; its encirclers are left out.
  public let state: GroundState
  /// Its outline, in degrees.
  public let outline: Outline
  /// Its area on the ellipsoid, in square kilometres.
  public let areaInSquareKilometers: Double
  /// How many sites lie on it.
  public let placeCount: Int
  /// Whether its sites and reports are listed; if not, nobody asked for so long a list.
  public let isListed: Bool
  /// The sites on it, by index.
  public let places: [Int]
  /// The reports that hold it up, by index.
  public let reports: [Int]
  /// The share of its area that is inferred, from 0 to 1.
  public let inferredShare: Double
  /// How probable its holder's side is on the ground where that is estimated, on average over its area;
  /// nil if it is nowhere.
  public let probability: Double?
  /// Whether it may be in another state, because the day of a report is not known.
  public let isDateUncertain: Bool
  /// How far its state can be trusted on the day on which it was drawn, from 0 to 1, on average over its
  /// area; nil if nobody is known to hold it.
  public let confidence: Double?

  /// Its shape, in degrees.
  public var shape: MultiPolygon<Position> { outline.shape }
}

extension Territory {
  /// The same without its sites and reports if it has more sites than wanted.
  func listing(atMost longestList: Int) -> Territory {
    guard placeCount > longestList else { return self }
    return Territory(
      state: state, outline: outline, areaInSquareKilometers: areaInSquareKilometers,
      placeCount: placeCount, isListed: false, places: [], reports: [],
      inferredShare: inferredShare, probability: probability, isDateUncertain: isDateUncertain,
      confidence: confidence)
  }
}

extension Territory: Hashable, Comparable {
  // The measures follow from the outline, so they need not be compared; nor need the confidence, which
  // follows from the reports and the day.

  /// Whether two pieces are the same ground in the same state for the same reasons.
  public static func == (left: Territory, right: Territory) -> Bool {
    left.state == right.state && left.isDateUncertain == right.isDateUncertain
      && left.reports == right.reports
      && left.probability == right.probability && left.outline == right.outline
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(state)
    hasher.combine(outline)
  }

  /// Orders by holder, then by the western end of the outline.
  public static func < (left: Territory, right: Territory) -> Bool {
    let (one, other) = (left.state.holder ?? .max, right.state.holder ?? .max)
    return one != other ? one < other : left.outline < right.outline
  }
}

/// A stretch of line between the ground of two actors of different sides.
public struct FrontLine: Hashable, Sendable, Comparable {
  /// The two actors, by index, in the order of the table.
  public let holders: [Int]
  /// The reports that hold it up, by index: those behind the ground on either side.
  public let reports: [Int]
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
  /// Its outline, in degrees.
  public let outline: Outline
  /// Its area on the ellipsoid, in square kilometres.
  public let areaInSquareKilometers: Double
  /// The sites on it, by index.
  public let places: [Int]
  /// Who holds the ground around it on the day on which it was drawn, by index, in order; nil stands for
  /// ground of nobody known.
  public let besiegers: [Int?]

  /// Its shape, in degrees.
  public var shape: MultiPolygon<Position> { outline.shape }
}

extension Pocket: Hashable, Comparable {
  /// Whether two pockets are the same ground in the same hands.
  public static func == (left: Pocket, right: Pocket) -> Bool {
    left.holder == right.holder && left.outline == right.outline
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(holder)
    hasher.combine(outline)
  }

  /// Orders by holder, then by the western end of the outline.
  public static func < (left: Pocket, right: Pocket) -> Bool {
    left.holder != right.holder ? left.holder < right.holder : left.outline < right.outline
  }
}

/// A connected piece of ground along the line on which it is uncertain which side holds it: the
/// probability of either lies between a quarter and three quarters.
public struct FrontBand: Hashable, Sendable, Comparable {
  /// The probabilities between which a side's lies in the band.
  public static let probabilities = 0.25...0.75

  /// Its outline, in degrees.
  public let outline: Outline
  /// Its area on the ellipsoid, in square kilometres.
  public let areaInSquareKilometers: Double

  /// Whether two bands are the same ground.
  public static func == (left: FrontBand, right: FrontBand) -> Bool {
    left.outline == right.outline
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(outline)
  }

  /// Orders by the western end of the outline.
  public static func < (left: FrontBand, right: FrontBand) -> Bool {
    left.outline < right.outline
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
  /// What is known of a ground; nil if it lies outside the theatre.
  public func state(ofGround ground: Int) -> CellState? {
    mosaic.cell(ofGround: ground).map(mosaic.state(ofCell:))
  }

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
    Areas(territories.map { ($0.state, $0.areaInSquareKilometers) })
  }

  /// The length of all front lines on the ellipsoid, in kilometres.
  public var frontInKilometers: Double {
    fronts.reduce(0) { $0 + $1.lengthInKilometers }
  }
}
