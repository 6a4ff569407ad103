public import Geometry
public import Theatre
public import TypedIndices

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
  /// about one metre.
  ///
  /// - Complexity: O(*n*), for *n* places.
  public init(_ theatre: Theatre) {
    var siteOfSpot: [Spot: SiteID] = [:]
    var siteOfPlace = IndexedArray<PlaceID, SiteID?>(
      repeating: nil, count: theatre.places.count)
    var places: IndexedArray<SiteID, [PlaceID]> = []
    var positions: IndexedArray<SiteID, Position> = []
    for place in theatre.placesWithGround {
      let position = theatre.places[place].position
      let spot = Spot(position)
      let site = siteOfSpot[spot] ?? places.endIndex
      if site == places.endIndex {
        siteOfSpot[spot] = site
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
