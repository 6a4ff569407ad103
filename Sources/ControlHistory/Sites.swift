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
    var nearby = NearbySites()
    for place in theatre.placesWithGround {
      let position = theatre.places[place].position
      let spot = Spot(position)
      let known = siteOfSpot[spot] ?? nearby.site(near: position)
      let site = known ?? places.endIndex
      if known == nil {
        siteOfSpot[spot] = site
        nearby.add(site, at: position)
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
private struct NearbySites {
  private var sitesOfSquare: [Square: [(site: SiteID, position: Position)]] = [:]

  /// A square at least as wide as the reach.
  private struct Square: Hashable {
    let row: Int
    let column: Int
  }

  /// The step of the grid on which cells are drawn.
  private static let reachInMeters = 0.5
  private static let metersPerDegree = 111_320.0

  mutating func add(_ site: SiteID, at position: Position) {
    let square = Self.square(around: position, inRow: Self.row(of: position))
    sitesOfSquare[square, default: []].append((site, position))
  }

  func site(near position: Position) -> SiteID? {
    var nearest: (distance: Double, site: SiteID)?
    let row = Self.row(of: position)
    for row in row - 1...row + 1 {
      let middle = Self.square(around: position, inRow: row)
      for column in middle.column - 1...middle.column + 1 {
        for (site, other) in sitesOfSquare[Square(row: row, column: column)] ?? [] {
          let distance = Self.distance(position, other)
          if distance < nearest?.distance ?? Self.reachInMeters { nearest = (distance, site) }
        }
      }
    }
    return nearest?.site
  }

  private static func row(of position: Position) -> Int {
    Int((position.latitude * metersPerDegree / reachInMeters).rounded(.down))
  }

  /// The square in a row in which a longitude lies. All squares between two whole degrees of latitude are
  /// equally wide in degrees.
  private static func square(around position: Position, inRow row: Int) -> Square {
    let latitude = abs(Double(row) * reachInMeters / metersPerDegree).rounded(.up)
    let narrowing = max(cos(min(latitude, 90) * .pi / 180), 1e-6)
    let column = position.longitude * metersPerDegree * narrowing / reachInMeters
    return Square(row: row, column: Int(column.rounded(.down)))
  }

  private static func distance(_ one: Position, _ other: Position) -> Double {
    let north = one.latitude - other.latitude
    let east = (one.longitude - other.longitude) * cos(one.latitude * .pi / 180)
    return (north * north + east * east).squareRoot() * metersPerDegree
  }
}
