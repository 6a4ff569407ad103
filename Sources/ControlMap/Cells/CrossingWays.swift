package import ControlHistory
internal import Geodesy
package import Geometry
package import Theatre
internal import TypedIndices

/// The shortest ways over crossings from one compartment to another.
///
/// In a compartment one goes straight from a position to a crossing and from one crossing to the next. The
/// ways are chosen in the plane, as the nearest place of a compartment is.
package struct CrossingWays: Sendable {
  /// How many crossings there are.
  package let count: Int

  private let positions: [Position]
  private let planar: [PlanarPosition]

  /// The crossings at the edge of each compartment.
  private let crossingsOfCompartment: [[Int]]

  /// The lengths of the ways between crossings in metres, row by row; infinite where there is none.
  private var lengths: [Double]

  /// The crossing that follows the first on the way to the second, row by row.
  private var followers: [Int]

  /// Finds the ways between all crossings (R. W. Floyd, "Algorithm 97: Shortest path", Communications
  /// of the ACM 5 (1962), 345). Nil if there is no crossing.
  ///
  /// - Complexity: O(*c*³), for *c* crossings.
  package init?(
    _ table: CrossingTable, _ theatre: Theatre, _ tessellation: Tessellation
  ) throws(FrontTrackingError) {
    guard !table.links.isEmpty else { return nil }
    positions = (theatre.crossings ?? []).map(\.position)
    planar = try tessellation.plane.project(positions)
    count = positions.count
    var crossingsOfCompartment = [[Int]](repeating: [], count: tessellation.compartmentCount)
    for link in table.links {
      for cell in link.cells {
        crossingsOfCompartment[tessellation.cells[cell].compartment].append(link.crossing)
      }
    }
    self.crossingsOfCompartment = crossingsOfCompartment
    lengths = [Double](repeating: .infinity, count: count * count)
    followers = (0..<count * count).map { [count] in $0 % count }
    for crossings in crossingsOfCompartment {
      for one in crossings {
        for other in crossings {
          lengths[one * count + other] = planar[one].distance(to: planar[other])
        }
      }
    }
    for middle in 0..<count {
      for one in 0..<count {
        for other in 0..<count {
          let length = lengths[one * count + middle] + lengths[middle * count + other]
          guard length < lengths[one * count + other] else { continue }
          lengths[one * count + other] = length
          followers[one * count + other] = followers[one * count + middle]
        }
      }
    }
  }

  /// Where a crossing is in the plane.
  package func position(of crossing: Int) -> PlanarPosition { planar[crossing] }

  /// The crossings at the edge of a compartment.
  package func crossings(inCompartment compartment: Int) -> [Int] {
    crossingsOfCompartment[compartment]
  }

  /// The length of the way between two crossings, in metres; infinite if there is none.
  package func length(from one: Int, to other: Int) -> Double { lengths[one * count + other] }

  /// The distance from a position in one of its compartments to a crossing, in metres.
  package func distance(from position: PlanarPosition, to crossing: Int) -> Double {
    position.distance(to: planar[crossing])
  }

  /// The length on the ellipsoid of the way that is the shortest in the plane, in metres; nil if no
  /// crossings lead from one compartment to the other.
  ///
  /// - Complexity: O(*c*²), for *c* crossings.
  package func distanceInMeters(
    from start: (position: Position, planar: PlanarPosition, compartment: Int),
    to end: (position: Position, planar: PlanarPosition, compartment: Int)
  ) -> Double? {
    var best: (first: Int, last: Int, length: Double)?
    for first in crossingsOfCompartment[start.compartment] {
      for last in crossingsOfCompartment[end.compartment] {
        let length =
          distance(from: start.planar, to: first) + self.length(from: first, to: last)
          + distance(from: end.planar, to: last)
        if length < best?.length ?? .infinity { best = (first, last, length) }
      }
    }
    guard let best else { return nil }
    var way = [start.position, positions[best.first]]
    var crossing = best.first
    while crossing != best.last {
      crossing = followers[crossing * count + best.last]
      way.append(positions[crossing])
    }
    return WGS84.length(of: LineString(way + [end.position]))
  }
}

/// The nearest reported site by way of each crossing, kept while more and more are reported.
package struct CrossingReach {
  package let ways: CrossingWays

  /// A site and how far it is, in metres.
  package struct Found {
    package var site: SiteID
    package var distance: Double

    fileprivate func isBefore(_ other: Found) -> Bool {
      distance != other.distance ? distance < other.distance : site < other.site
    }
  }

  private var nearest: [Found]

  package init(_ ways: CrossingWays) {
    self.ways = ways
    nearest = [Found](
      repeating: Found(site: SiteID(rawValue: .max), distance: .infinity), count: ways.count)
  }

  /// Learns of sites in a compartment that are reported for the first time.
  ///
  /// - Returns: whether some crossing has a nearer site than before.
  /// - Complexity: O(*c* log *n* + *c*²), for *n* sites and *c* crossings, beside that of the search.
  package mutating func learn(inCompartment compartment: Int, nearestTo search: (Int) -> Found?)
    -> Bool
  {
    var isNearer = false
    for door in ways.crossings(inCompartment: compartment) {
      guard let found = search(door) else { continue }
      for crossing in nearest.indices {
        let candidate = Found(
          site: found.site,
          distance: ways.length(from: crossing, to: door) + found.distance)
        guard candidate.distance.isFinite, candidate.isBefore(nearest[crossing]) else { continue }
        nearest[crossing] = candidate
        isNearer = true
      }
    }
    return isNearer
  }

  /// The nearest site of which a way from a compartment over crossings is known; nil if there is none.
  ///
  /// What is found may lie in the compartment itself: it is nearer without the way over the crossing.
  ///
  /// - Complexity: O(*c*), for *c* crossings of the compartment.
  package func nearest(to position: PlanarPosition, inCompartment compartment: Int) -> Found? {
    var best: Found?
    for crossing in ways.crossings(inCompartment: compartment)
    where nearest[crossing].distance.isFinite {
      let found = Found(
        site: nearest[crossing].site,
        distance: ways.distance(from: position, to: crossing) + nearest[crossing].distance)
      if best.map({ found.isBefore($0) }) ?? true { best = found }
    }
    return best
  }
}
