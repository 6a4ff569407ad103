public import Geometry
public import Theatre

/// The spots of a theatre: each is one or more sites that share a coordinate.
///
/// A spot has one cell and one state: a report on any of its sites is a report on all of them.
public struct Grounds: Sendable {
  /// The sites of each ground, as indices of places, in the order of the coordinate table.
  public let sites: [[Int]]

  /// Where each ground is.
  public let positions: [Position]

  private let groundOfSite: [Int: Int]

  /// Finds the spots of a theatre. Sites share a spot if their coordinates agree to five decimals,
  /// about one metre.
  ///
  /// - Complexity: O(*n*), for *n* places.
  public init(_ theatre: Theatre) {
    var groundOfSpot: [Spot: Int] = [:]
    var groundOfSite: [Int: Int] = [:]
    var sites: [[Int]] = []
    var positions: [Position] = []
    for site in theatre.sites {
      let position = theatre.places[site].position
      let spot = Spot(position)
      let ground = groundOfSpot[spot] ?? sites.count
      if ground == sites.count {
        groundOfSpot[spot] = ground
        sites.append([])
        positions.append(position)
      }
      sites[ground].append(site)
      groundOfSite[site] = ground
    }
    self.sites = sites
    self.positions = positions
    self.groundOfSite = groundOfSite
  }

  /// How many there are.
  public var count: Int { sites.count }

  /// The ground that a place stands on; nil for a region.
  public func ground(ofPlace place: Int) -> Int? { groundOfSite[place] }
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
