public import Geometry
public import Theatre
public import TypedIndices

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What a `SiteID` is an index of: a spot on which places lie. See `Sites`.
public enum Site {}

/// Which site of a theatre is meant.
public typealias SiteID = TypedIndex<Site>

/// The sites of a theatre: each is one or more places that share a coordinate, and is the unit that
/// reports reach.
///
/// A site has one cell and one state: a report on any of its places is a report on all of them.
public struct Sites: Sendable {
  /// The places of each site, in the order of the coordinate table.
  public let places: IndexedArray<SiteID, [PlaceID]>

  /// Where each site is, in degrees on WGS 84.
  public let positions: IndexedArray<SiteID, Position>

  private let siteOfPlace: IndexedArray<PlaceID, SiteID?>

  /// Finds the sites of a theatre. Places share a site if their coordinates agree to five decimals,
  /// about one metre, or lie within half a metre of each other, which is as near as two cells can be told
  /// apart.
  ///
  /// - Complexity: O(*n*), for *n* places.
  public init(_ theatre: Theatre) {
    var siteOfSpot: [Spot: SiteID] = [:]
    var siteOfPlace = IndexedArray<PlaceID, SiteID?>(
      repeating: nil, count: theatre.places.count)
    var places: IndexedArray<SiteID, [PlaceID]> = []
    var positions: IndexedArray<SiteID, Position> = []
    siteOfSpot.reserveCapacity(theatre.places.count)
    var nearby = NearbySites(of: theatre)
    for place in theatre.placesWithGround {
      let position = theatre.places[place].position
      let spot = Spot(position)
      let known = siteOfSpot[spot] ?? nearby?.site(near: position)
      let site = known ?? places.endIndex
      if known == nil {
        siteOfSpot[spot] = site
        nearby?.add(site, at: position)
        places.append([])
        positions.append(position)
      }
      places[site].append(place)
      siteOfPlace[place] = site
    }
    self.places = places
    self.positions = positions
    self.siteOfPlace = siteOfPlace
  }

  /// How many there are.
  public var count: Int { places.count }

  /// The site on which a place lies; nil for a region, which has none.
  public func site(ofPlace place: PlaceID) -> SiteID? { siteOfPlace[place] }

  /// The sites of the places in a region of the theatre that they were found in.
  ///
  /// - Complexity: O(*p*), for *p* places.
  package func sites(in region: PlaceID, of theatre: Theatre) -> Set<SiteID> {
    Set(theatre.placesWithGround(in: region).compactMap(site(ofPlace:)))
  }
}

/// A coordinate to five decimals.
private struct Spot: Hashable {
  let longitude: Int
  let latitude: Int

  init(_ position: Position) {
    longitude = Int((position.longitude * 1e5).rounded())
    latitude = Int((position.latitude * 1e5).rounded())
  }
}

/// Finds a site that is too near to another place for both to have a cell: spots next to each other meet
/// where the sixth decimal decides.
///
/// Squares are many times as wide as the reach, so that nearly every place looks into one alone. Sites are
/// farther from each other than the reach, so a square has a bounded number of them.
private struct NearbySites {
  /// The last site of each square.
  private var lastOfSquare: [Square: Int] = [:]
  private var entries: [Entry] = []

  /// A site, and the one before it in its square.
  private struct Entry {
    let site: SiteID
    let position: Position
    let previous: Int?
  }

  /// A row and a column in one number, which is found faster than two: neither has more than 32 bits.
  private typealias Square = Int

  private static func square(inRow row: Double, _ column: Double) -> Square {
    Int(row.rounded(.down)) << 32 &+ Int(column.rounded(.down))
  }

  /// The step of the grid on which cells are drawn.
  private static let reachInMeters = 0.5
  /// At least so wide is a square.
  private static let squareInMeters = 8.0
  /// The reach in squares.
  private static let reach = reachInMeters / squareInMeters
  private static let metersPerDegree = 111_320.0

  /// Nil for a theatre whose spots are all farther from each other than the reach, as they are where no
  /// coordinate has more than five decimals.
  init?(of theatre: Theatre) {
    let isNeeded = theatre.placesWithGround.contains { place in
      let position = theatre.places[place].position
      return position.latitude.magnitude > Self.latitudeOfNarrowSpots
        || position.latitude.hasMoreThanFiveDecimals || position.longitude.hasMoreThanFiveDecimals
    }
    guard isNeeded else { return nil }
    lastOfSquare.reserveCapacity(theatre.places.count)
    entries.reserveCapacity(theatre.places.count)
  }

  /// From here to the poles a step of the fifth decimal of longitude is shorter than the reach.
  private static let latitudeOfNarrowSpots = 63.0

  mutating func add(_ site: SiteID, at position: Position) {
    let row = Self.row(of: position).rounded(.down)
    let square = Self.square(inRow: row, Self.column(of: position, inRow: row))
    entries.append(Entry(site: site, position: position, previous: lastOfSquare[square]))
    lastOfSquare[square] = entries.count - 1
  }

  func site(near position: Position) -> SiteID? {
    var nearest: (distance: Double, site: SiteID)?
    let middle = Self.row(of: position)
    let (south, north) = (
      (middle - Self.reach).rounded(.down), (middle + Self.reach).rounded(.down)
    )
    for row in stride(from: south, through: north, by: 1) {
      let middle = Self.column(of: position, inRow: row)
      let (west, east) = (
        (middle - Self.reach).rounded(.down), (middle + Self.reach).rounded(.down)
      )
      for column in stride(from: west, through: east, by: 1) {
        var next = lastOfSquare[Self.square(inRow: row, column)]
        while let index = next {
          let distance = Self.distance(position, entries[index].position)
          if distance < nearest?.distance ?? Self.reachInMeters {
            nearest = (distance, entries[index].site)
          }
          next = entries[index].previous
        }
      }
    }
    return nearest?.site
  }

  /// Where a position lies between the rows.
  private static func row(of position: Position) -> Double {
    position.latitude * metersPerDegree / squareInMeters
  }

  /// Where a longitude lies between the columns of a row. All squares between two whole degrees of latitude
  /// are equally wide in degrees.
  private static func column(of position: Position, inRow row: Double) -> Double {
    let latitude = abs(row * squareInMeters / metersPerDegree).rounded(.up)
    let narrowing = max(cos(min(latitude, 90) * .pi / 180), 1e-6)
    return position.longitude * metersPerDegree * narrowing / squareInMeters
  }

  private static func distance(_ one: Position, _ other: Position) -> Double {
    let north = one.latitude - other.latitude
    let east = (one.longitude - other.longitude) * cos(one.latitude * .pi / 180)
    return (north * north + east * east).squareRoot() * metersPerDegree
  }
}

extension Double {
  fileprivate var hasMoreThanFiveDecimals: Bool {
    let scaled = self * 1e5
    return (scaled - scaled.rounded()).magnitude > 1e-4
  }
}
