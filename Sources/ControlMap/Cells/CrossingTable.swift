package import Diagnostics
internal import Geodesy
internal import Geometry
package import PlanarSubdivision
package import Theatre
package import TypedIndices

/// Which cells the crossings of a theatre's barriers join.
package struct CrossingTable: Sendable {
  /// How far a crossing may be from the barrier it crosses, in metres: the line of a river is often
  /// drawn several hundred metres beside the water.
  package static let tolerance = 1_000.0

  /// A crossing and the cells on both sides of the barrier there, which lie in different compartments.
  package struct Link: Hashable, Sendable {
    package let crossing: CrossingID
    package let cells: [CellID]
  }

  /// The crossings, in their order.
  package let links: [Link]

  /// Finds the cells: those on both sides of the nearest piece of border between two compartments.
  ///
  /// - Throws: `MapError.badTheatre` with the crossings that have no such border near them.
  /// - Complexity: O(*n* + *c* log *b*), for *n* edges, *c* crossings and *b* edges between compartments.
  package init(
    _ theatre: Theatre, _ cells: IndexedArray<CellID, Tessellation.Cell>, _ topology: Topology
  ) throws(MapError) {
    guard let crossings = theatre.crossings, !crossings.isEmpty else {
      links = []
      return
    }
    let borders = topology.edges.forward.filter { half in
      guard let (left, right) = topology.cells(beside: half) else { return false }
      return cells[left].compartment != cells[right].compartment
    }
    let segments = NearestSegment(
      borders.map {
        Segment(topology.position(ofOrigin: $0), topology.position(ofOrigin: $0.twin))
      })
    var links: [Link] = []
    var faults: [Diagnostic] = []
    for (index, crossing) in crossings.indexed() {
      if let nearest = segments.nearest(to: crossing.position, within: Self.tolerance),
        let (left, right) = topology.cells(beside: borders[nearest.index])
      {
        links.append(Link(crossing: index, cells: [left, right].sorted()))
      } else {
        faults.append(
          crossing.fault(
            "is not at a barrier that divides the ground there: a crossing lies within "
              + "\(Self.toleranceInWords) of where a barrier separates two compartments"))
      }
    }
    guard faults.isEmpty else { throw .badTheatre(faults) }
    self.links = links
  }

  private static let toleranceInWords = "\(Int(tolerance / 1_000)) km"

  /// Some components and all those to which crossings lead from them over ground of one side.
  ///
  /// - Complexity: O(*p* + *c*), for *p* components and *c* crossings.
  package func components(
    reachedFrom open: Set<ComponentID>, _ components: DynamicComponents,
    sideOfCell: (CellID) -> SideID?
  ) -> Set<ComponentID> {
    var sets = DisjointSets(count: links.isEmpty ? 0 : components.cellCounts.count)
    for link in links {
      let sides = link.cells.map(sideOfCell)
      guard sides[0] != nil, sides[0] == sides[1],
        let one = components.component(ofCell: link.cells[0]),
        let other = components.component(ofCell: link.cells[1])
      else { continue }
      sets.join(one.offset, other.offset)
    }
    guard !links.isEmpty else { return open }
    let roots = Set(open.map { sets.root(of: $0.offset) })
    return Set(components.all.filter { roots.contains(sets.root(of: $0.offset)) })
  }
}

extension Theatre {
  /// The crossings that are at no barrier.
  package func crossingFaults() -> [Diagnostic] {
    let segments = NearestSegment(barriers.flatMap(\.lines).flatMap(\.segments))
    return (crossings ?? []).compactMap { crossing in
      guard let nearest = segments.nearest(to: crossing.position) else {
        return crossing.fault(
          "crosses nothing, since the theatre has no barrier: name one in \"barriers\", or leave "
            + "the crossing out")
      }
      guard nearest.distanceInMeters > CrossingTable.tolerance else { return nil }
      let kilometers = (nearest.distanceInMeters / 100).rounded(.up) / 10
      return crossing.fault(
        "lies \(kilometers) km from the nearest barrier: a crossing lies within "
          + "\(Int(CrossingTable.tolerance / 1_000)) km of one; mend its position, longitude first")
    }
  }
}

extension Theatre {
  /// How many crossings a theatre may have: the shortest way between each two of them is worked out.
  static let mostCrossings = 1_000

  /// That there are more crossings than can be drawn.
  func tooManyCrossings() -> [Diagnostic] {
    guard let crossings, crossings.count > Self.mostCrossings else { return [] }
    return crossings.elements[Self.mostCrossings...].prefix(1).map {
      $0.fault(
        "is one more than the \(Self.mostCrossings) that a theatre may have: leave out those that lead "
          + "to the same ground as others")
    }
  }
}

extension Crossing {
  fileprivate func fault(_ message: String) -> Diagnostic {
    Diagnostic(
      file: file, location: location, severity: .error,
      message: "the crossing \"\(name)\" \(message)")
  }
}

/// Finds the nearest of some segments that are straight in degrees.
private struct NearestSegment {
  private let segments: [Segment<Position>]
  private let tree: STRTree

  /// The tree's grid, in steps a degree.
  private static let stepsPerDegree = 1e6

  init(_ segments: [Segment<Position>]) {
    self.segments = segments
    tree = STRTree(
      segments.map {
        GridSegment(start: Self.point($0.start), end: Self.point($0.end), isWall: false)
      })
  }

  private static func point(_ position: Position) -> GridPoint {
    GridPoint(
      x: Int32((position.longitude * stepsPerDegree).rounded()),
      y: Int32((position.latitude * stepsPerDegree).rounded()))
  }

  /// The nearest segment and how far away it is on the ellipsoid; of two that are equally near, the first.
  /// Nil if there is none.
  ///
  /// Degrees are scaled as they are at the position, so a distance of many kilometres may be off by a
  /// few percent.
  ///
  /// - Complexity: O(log *n* + *k*), for *n* segments of which *k* are at most four times as far away.
  func nearest(to position: Position) -> (index: Int, distanceInMeters: Double)? {
    var reach = CrossingTable.tolerance
    while reach < 1e6 {
      if let found = nearest(to: position, within: reach) { return found }
      reach *= 4
    }
    return nearest(to: position, among: Array(segments.indices))
  }

  /// The same, if it is within a distance, in metres.
  func nearest(
    to position: Position, within reach: Double
  ) -> (index: Int, distanceInMeters: Double)? {
    // A degree of latitude has more than 110 km; one of longitude is taken for shorter than it is.
    let north = reach / 110_000
    let parallel = max(0.001, min(abs(position.latitude) + north, 90).narrowing)
    let east = min(360, north / parallel)
    func clamped(_ degrees: Double) -> Int32 {
      Int32((min(540, max(-540, degrees)) * Self.stepsPerDegree).rounded())
    }
    var candidates: [Int] = []
    tree.forEach(
      near: GridPoint(
        x: clamped(position.longitude - east), y: clamped(position.latitude - north)),
      GridPoint(x: clamped(position.longitude + east), y: clamped(position.latitude + north))
    ) { candidates.append($0) }
    let found = nearest(to: position, among: candidates.sorted())
    return found.flatMap { $0.distanceInMeters <= reach ? $0 : nil }
  }

  private func nearest(
    to position: Position, among candidates: [Int]
  ) -> (index: Int, distanceInMeters: Double)? {
    guard !candidates.isEmpty else { return nil }
    let (longitude, latitude) = (position.longitude, position.latitude)
    let step = Position(
      longitude: longitude + (longitude > 0 ? -0.01 : 0.01),
      latitude: latitude + (latitude > 0 ? -0.01 : 0.01))
    let east = WGS84.inverse(
      from: position, to: Position(longitude: step.longitude, latitude: latitude))
    let north = WGS84.inverse(
      from: position, to: Position(longitude: longitude, latitude: step.latitude))
    let scale = (x: east.distanceInMeters / 0.01, y: north.distanceInMeters / 0.01)
    func planar(_ position: Position) -> PlanarPosition {
      PlanarPosition(
        x: (position.longitude - longitude) * scale.x, y: (position.latitude - latitude) * scale.y)
    }
    let here = PlanarPosition(x: 0, y: 0)
    var nearest: (index: Int, distanceInMeters: Double)?
    for index in candidates {
      let segment = segments[index]
      let distance = Segment(planar(segment.start), planar(segment.end))
        .nearestPoint(to: here).distance(to: here)
      if distance < nearest?.distanceInMeters ?? .infinity { nearest = (index, distance) }
    }
    return nearest
  }
}

extension Double {
  /// How long a degree of longitude is at this latitude, against one at the equator: a little less than it is.
  fileprivate var narrowing: Double {
    // The straight line below the cosine.
    max(0, 1 - self / 90)
  }
}
