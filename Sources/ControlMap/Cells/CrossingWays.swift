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

  private let positions: IndexedArray<CrossingID, Position>
  private let planar: IndexedArray<CrossingID, PlanarPosition>

  /// The crossings at the edge of each compartment.
  private let crossingsOfCompartment: IndexedArray<CompartmentID, [CrossingID]>

  /// The lengths of the ways between crossings in metres, row by row; infinite where there is none.
  private var lengths: [Double]

  /// The crossing that follows the first on the way to the second, row by row.
  private var followers: [CrossingID]

  /// Finds the ways between all crossings (R. W. Floyd, "Algorithm 97: Shortest path", Communications
  /// of the ACM 5 (1962), 345). Nil if there is no crossing.
  ///
  /// - Complexity: O(*c*³), for *c* crossings.
  package init?(
    _ table: CrossingTable, _ theatre: Theatre, _ tessellation: Tessellation
  ) throws(MapError) {
    guard !table.links.isEmpty else { return nil }
    positions = (theatre.crossings ?? []).mapElements(\.position)
    let planar = IndexedArray<CrossingID, PlanarPosition>(
      try tessellation.plane.project(positions.elements))
    self.planar = planar
    let count = positions.count
    self.count = count
    var crossingsOfCompartment = IndexedArray<CompartmentID, [CrossingID]>(
      repeating: [], count: tessellation.compartmentCount)
    for link in table.links {
      for cell in link.cells {
        crossingsOfCompartment[tessellation.cells[cell].compartment].append(link.crossing)
      }
    }
    self.crossingsOfCompartment = crossingsOfCompartment
    lengths = [Double](repeating: .infinity, count: count * count)
    followers = (0..<count * count).map { CrossingID($0 % count) }
    for crossings in crossingsOfCompartment {
      for one in crossings {
        for other in crossings {
          lengths[slot(one, other)] = planar[one].distance(to: planar[other])
        }
      }
    }
    for middle in planar.indices {
      for one in planar.indices {
        for other in planar.indices {
          let length = lengths[slot(one, middle)] + lengths[slot(middle, other)]
          guard length < lengths[slot(one, other)] else { continue }
          lengths[slot(one, other)] = length
          followers[slot(one, other)] = followers[slot(one, middle)]
        }
      }
    }
  }

  /// Where the row of one crossing has another.
  private func slot(_ one: CrossingID, _ other: CrossingID) -> Int {
    one.offset * count + other.offset
  }

  /// Where a crossing is in the plane.
  package func position(of crossing: CrossingID) -> PlanarPosition { planar[crossing] }

  /// The crossings at the edge of a compartment.
  package func crossings(inCompartment compartment: CompartmentID) -> [CrossingID] {
    crossingsOfCompartment[compartment]
  }

  /// The length of the way between two crossings, in metres; infinite if there is none.
  package func length(from one: CrossingID, to other: CrossingID) -> Double {
    lengths[slot(one, other)]
  }

  /// The distance from a position in one of its compartments to a crossing, in metres.
  package func distance(from position: PlanarPosition, to crossing: CrossingID) -> Double {
    position.distance(to: planar[crossing])
  }

  /// The length on the ellipsoid of the way that is the shortest in the plane, in metres; nil if no
  /// crossings lead from one compartment to the other.
  ///
  /// - Complexity: O(*c*²), for *c* crossings.
  package func distanceInMeters(
    from start: (position: Position, planar: PlanarPosition, compartment: CompartmentID),
    to end: (position: Position, planar: PlanarPosition, compartment: CompartmentID)
  ) -> Double? {
    var best: (first: CrossingID, last: CrossingID, length: Double)?
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
      crossing = followers[slot(crossing, best.last)]
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

  private var nearest: IndexedArray<CrossingID, Found?>

  package init(_ ways: CrossingWays) {
    self.ways = ways
    nearest = IndexedArray(repeating: nil, count: ways.count)
  }

  /// Learns of sites in a compartment that are reported for the first time.
  ///
  /// - Returns: whether some crossing has a nearer site than before.
  /// - Complexity: O(*c* log *n* + *c*²), for *n* sites and *c* crossings, beside that of the search.
  package mutating func learn(
    inCompartment compartment: CompartmentID, nearestTo search: (CrossingID) -> Found?
  ) -> Bool {
    var isNearer = false
    for door in ways.crossings(inCompartment: compartment) {
      guard let found = search(door) else { continue }
      for crossing in nearest.indices {
        let candidate = Found(
          site: found.site,
          distance: ways.length(from: crossing, to: door) + found.distance)
        guard candidate.distance.isFinite,
          nearest[crossing].map({ candidate.isBefore($0) }) ?? true
        else { continue }
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
  package func nearest(
    to position: PlanarPosition, inCompartment compartment: CompartmentID
  ) -> Found? {
    var best: Found?
    for crossing in ways.crossings(inCompartment: compartment) {
      guard let site = nearest[crossing] else { continue }
      let found = Found(
        site: site.site, distance: ways.distance(from: position, to: crossing) + site.distance)
      if best.map({ found.isBefore($0) }) ?? true { best = found }
    }
    return best
  }
}
