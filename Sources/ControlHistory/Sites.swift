public import Geometry
public import Theatre

/// The sites of a theatre: each is one or more places that share a coordinate.
///
/// A site has one cell and one state: a report on any of its places is a report on all of them.
public struct Sites: Sendable {
  /// The places of each site, by index, in the order of the coordinate table.
  public let places: [[Int]]

  /// Where each site is, in degrees on WGS 84.
  public let positions: [Position]

  private let siteOfPlace: [Int: Int]

  /// Finds the sites of a theatre. Places share a site if their coordinates agree to five decimals,
  /// about one metre.
  ///
  /// - Complexity: O(*n*), for *n* places.
  public init(_ theatre: Theatre) {
    var siteOfSpot: [Spot: Int] = [:]
    var siteOfPlace: [Int: Int] = [:]
    var places: [[Int]] = []
    var positions: [Position] = []
    for place in theatre.placesWithGround {
      let position = theatre.places[place].position
      let spot = Spot(position)
      let site = siteOfSpot[spot] ?? places.count
      if site == places.count {
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
  public func site(ofPlace place: Int) -> Int? { siteOfPlace[place] }
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
