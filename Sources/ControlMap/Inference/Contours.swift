package import ControlHistory
package import Geometry
package import PlanarSubdivision
package import Theatre
internal import TypedIndices

/// The line between the sides inside the cells: where the estimates of two sides are equal, on triangles
/// from each cell's site to two neighbouring corners.
package struct Contours {
  private let map: ControlMap
  private let topology: Topology
  private let field: KrigingField

  /// What is estimated at each site, by side.
  private let siteEstimates: IndexedArray<SiteID, [Double]>

  /// Whether the line runs through each site's cell.
  private let isCut: IndexedArray<SiteID, Bool>

  /// The estimate at the site of a report, in spacings: its own side's, whatever its neighbours say. At
  /// one the line keeps a good distance. The report's distance from the other side is not a better
  /// number, because the corners around it are estimated and have lower values.
  private static let reported = 1.0

  /// The same of contested ground: the line runs close by, on the far side.
  private static let contested = 0.02

  package init(_ map: ControlMap, _ field: KrigingField, _ states: CellStates) {
    self.map = map
    self.field = field
    topology = map.tessellation.topology
    siteEstimates = IndexedArray(
      map.sites.places.indices.map { site in Self.estimates(at: site, map, field, states) })
    isCut = IndexedArray(repeating: false, count: map.sites.count)
  }

  private init(_ other: Contours, isCut: IndexedArray<SiteID, Bool>) {
    map = other.map
    topology = other.topology
    field = other.field
    siteEstimates = other.siteEstimates
    self.isCut = isCut
  }

  /// The estimates at a site; none where nothing is estimated.
  private static func estimates(
    at site: SiteID, _ map: ControlMap, _ field: KrigingField, _ states: CellStates
  ) -> [Double] {
    guard let compartment = map.tessellation.compartment(ofSite: site),
      field.hasReports(compartment)
    else {
      return []
    }
    guard let interval = states.interval(ofSite: site) else {
      return Array(field.estimates(ofSite: site))
    }
    guard let holder = interval.state.holder else { return [] }
    let height = interval.state.isContested ? contested : reported
    let side = map.sideOfActor[holder]
    return map.theatre.sides.indices.map { $0 == side ? height : -height }
  }

  /// The pieces of the lines, and the same contours with what they need to tell on which side of them a
  /// position lies.
  ///
  /// - Complexity: O(*n*), for *n* edges.
  package func lines() -> (segments: [GridSegment], contours: Contours) {
    cut { star in star.flatMap { $0.line() } }
  }

  /// Cuts cells by pieces of lines, given by the triangles of a cell.
  private func cut(
    by lines: ([ContourTriangle]) -> [(PlanarPosition, PlanarPosition)]
  ) -> (segments: [GridSegment], contours: Contours) {
    var isCut = isCut
    var segments: [GridSegment] = []
    for site in siteEstimates.indices where !siteEstimates[site].isEmpty {
      guard let star = star(ofSite: site) else { continue }
      let pieces = lines(star)
      guard !pieces.isEmpty else { continue }
      isCut[site] = true
      for (start, end) in pieces {
        let segment = GridSegment(start: GridPoint(start), end: GridPoint(end), isWall: false)
        if segment.start != segment.end { segments.append(segment) }
      }
    }
    return (segments, Contours(self, isCut: isCut))
  }

  /// The pieces of the lines on which the estimate of some side is just as sure as wanted.
  ///
  /// - Parameter level: the estimate there, in spacings.
  /// - Complexity: O(*n*), for *n* edges.
  package func lines(atLevel level: Double) -> (segments: [GridSegment], contours: Contours) {
    cut { star in star.flatMap { $0.lines(atLevel: level) } }
  }

  /// The side on which a position in a site's cell lies; nil where nothing is estimated, or where the
  /// site's own report names no holder.
  ///
  /// The line as it is drawn decides, not the estimate: where the two differ, by the distance that the
  /// line keeps from corners, the estimate would give the ground around a place to another side.
  package func side(of position: PlanarPosition, inCellOf site: SiteID) -> SideID? {
    guard !siteEstimates[site].isEmpty else { return nil }
    return SideID(
      triangle(at: position, inCellOf: site)?.side(at: position) ?? siteEstimates[site].greatest)
  }

  /// The triangle of a site's cell in which a position lies; nil if no line cuts the cell.
  private func triangle(
    at position: PlanarPosition, inCellOf site: SiteID
  ) -> ContourTriangle? {
    guard isCut[site], let star = star(ofSite: site) else { return nil }
    return star.first { $0.contains(position) }
      ?? star.min {
        $0.distance(to: position) < $1.distance(to: position)
      }
  }

  /// The estimates at a position in a site's cell, by side.
  package func estimates(at position: PlanarPosition, inCellOf site: SiteID) -> [Double]? {
    guard !siteEstimates[site].isEmpty else { return nil }
    return triangle(at: position, inCellOf: site)?.estimates(at: position)
      ?? siteEstimates[site]
  }

  /// Where a site is, in the plane.
  package func position(ofSite site: SiteID) -> PlanarPosition? {
    map.tessellation.sitePositions[site]
  }

  /// The triangles from a site to the sides of its cell; nil if they do not cover it.
  private func star(ofSite site: SiteID) -> [ContourTriangle]? {
    guard let cell = map.tessellation.cell(ofSite: site),
      let position = map.tessellation.sitePositions[site]
    else { return nil }
    let apex = ContourTriangle.Corner(
      vertex: nil, position: position, estimates: siteEstimates[site])
    var star: [ContourTriangle] = []
    for half in topology.halves(ofCell: cell) {
      let triangle = ContourTriangle(apex, corner(half), farCorner(half))
      guard triangle.isCounterClockwise else { return nil }
      star.append(triangle)
    }
    return star
  }

  private func corner(_ half: HalfEdge) -> ContourTriangle.Corner {
    let vertex = topology.edges.origins[half]
    return ContourTriangle.Corner(
      vertex: vertex, position: topology.vertices[Int(vertex)],
      estimates: Array(field.estimates(ofOrigin: half)))
  }

  /// The corner at which a half-edge of a cell arrives, as the cell sees it.
  private func farCorner(_ half: HalfEdge) -> ContourTriangle.Corner {
    let cell = topology.cell(leftOf: half)
    return corner(topology.edges.successor(of: half, cell) { topology.cell(leftOf: $0) })
  }
}

/// A triangle on which estimates are linear.
private struct ContourTriangle {
  struct Corner {
    /// The number of the vertex; nil at the site.
    package let vertex: Int32?
    package let position: PlanarPosition
    package let estimates: [Double]

    var side: Int { estimates.greatest }

    /// Whether this corner comes before another: the site first, then by vertex.
    func isBefore(_ other: Corner) -> Bool {
      guard let vertex = other.vertex else { return false }
      return self.vertex.map { $0 < vertex } ?? true
    }
  }

  private let corners: [Corner]

  init(_ apex: Corner, _ second: Corner, _ third: Corner) {
    corners = [apex, second, third]
  }

  var isCounterClockwise: Bool { turn(0, 1, corners[2].position) > 0 }

  /// Twice the area of the triangle of two corners and a position.
  private func turn(_ first: Int, _ second: Int, _ position: PlanarPosition) -> Double {
    let (a, b) = (corners[first].position, corners[second].position)
    return (b.x - a.x) * (position.y - a.y) - (b.y - a.y) * (position.x - a.x)
  }

  func contains(_ position: PlanarPosition) -> Bool {
    turn(0, 1, position) >= 0 && turn(1, 2, position) >= 0 && turn(2, 0, position) >= 0
  }

  func distance(to position: PlanarPosition) -> Double {
    Segment(corners[1].position, corners[2].position).nearestPoint(to: position)
      .distance(to: position)
  }

  func estimates(at position: PlanarPosition) -> [Double] {
    let whole = turn(0, 1, corners[2].position)
    let shares = [turn(1, 2, position), turn(2, 0, position), turn(0, 1, position)].map {
      $0 / whole
    }
    return corners[0].estimates.indices.map { side in
      zip(shares, corners).reduce(0) { $0 + $1.0 * $1.1.estimates[side] }
    }
  }

  /// The pieces of the line in the triangle: from one side of it to another, or, where three sides meet,
  /// from each to the middle.
  func line() -> [(PlanarPosition, PlanarPosition)] {
    let crossings = [(0, 1), (1, 2), (2, 0)].compactMap { crossing($0.0, $0.1) }
    switch crossings.count {
    case 2: return [(crossings[0], crossings[1])]
    case 3:
      let middle = PlanarPosition(
        x: crossings.reduce(0) { $0 + $1.x } / 3, y: crossings.reduce(0) { $0 + $1.y } / 3)
      return crossings.map { ($0, middle) }
    default: return []
    }
  }

  /// The side on which a position lies, of the line as it is drawn.
  func side(at position: PlanarPosition) -> Int {
    let crossings = [crossing(0, 1), crossing(1, 2), crossing(2, 0)]
    let drawn = crossings.compactMap(\.self)
    switch drawn.count {
    case 2:
      // The corner between the two sides that are crossed is alone.
      let lone =
        crossings.indices.first { crossings[$0] != nil && crossings[($0 + 2) % 3] != nil } ?? 0
      let way = Segment(drawn[0], drawn[1])
      let isBeside = way.turn(to: position) * way.turn(to: corners[lone].position) > 0
      return corners[isBeside ? lone : (lone + 1) % 3].side
    case 3:
      let middle = PlanarPosition(
        x: drawn.reduce(0) { $0 + $1.x } / 3, y: drawn.reduce(0) { $0 + $1.y } / 3)
      // Counter-clockwise round the middle, a corner's part begins where the side before it is crossed.
      let part = corners.indices.first {
        Segment(middle, drawn[($0 + 2) % 3]).turn(to: position) >= 0
          && Segment(middle, drawn[$0]).turn(to: position) < 0
      }
      return corners[part ?? 0].side
    default: return corners[0].side
    }
  }

  /// The pieces of the lines on which the estimate of a side is `level`.
  func lines(atLevel level: Double) -> [(PlanarPosition, PlanarPosition)] {
    corners[0].estimates.indices.compactMap { side in
      let crossings = [(0, 1), (1, 2), (2, 0)].compactMap { first, second -> PlanarPosition? in
        var (from, to) = (corners[first], corners[second])
        if to.isBefore(from) { swap(&from, &to) }
        let (start, end) = (from.estimates[side] - level, to.estimates[side] - level)
        guard (start > 0) != (end > 0) else { return nil }
        return from.position(towards: to, share: start / (start - end))
      }
      return crossings.count == 2 ? (crossings[0], crossings[1]) : nil
    }
  }

  /// Where two sides are equal between two corners that are of different sides. Computed from the
  /// smaller vertex, so that the neighbour finds the same; never at a corner, so that no piece is lost.
  private func crossing(_ first: Int, _ second: Int) -> PlanarPosition? {
    var (from, to) = (corners[first], corners[second])
    if to.isBefore(from) { swap(&from, &to) }
    guard from.side != to.side else { return nil }
    let start = from.estimates[from.side] - from.estimates[to.side]
    let end = to.estimates[to.side] - to.estimates[from.side]
    return from.position(towards: to, share: start + end > 0 ? start / (start + end) : 0.5)
  }
}

extension ContourTriangle.Corner {
  /// A position on the way to another corner, but not at either.
  fileprivate func position(
    towards other: ContourTriangle.Corner, share: Double
  ) -> PlanarPosition {
    let share = min(0.98, max(0.02, share))
    return PlanarPosition(
      x: position.x + share * (other.position.x - position.x),
      y: position.y + share * (other.position.y - position.y))
  }
}

extension Segment<PlanarPosition> {
  /// Twice the area of the triangle with a position; positive if that lies to the left.
  fileprivate func turn(to position: PlanarPosition) -> Double {
    (end.x - start.x) * (position.y - start.y) - (end.y - start.y) * (position.x - start.x)
  }
}

extension [Double] {
  /// The index of the greatest; among equals the first.
  fileprivate var greatest: Int {
    indices.max { self[$0] < self[$1] || (self[$0] == self[$1] && $1 < $0) } ?? 0
  }
}
