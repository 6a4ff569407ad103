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
  /// - Complexity: O(*n* + *c b*), for *n* edges, *c* crossings and *b* edges between compartments.
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
    let segments = borders.map {
      Segment(topology.position(ofOrigin: $0), topology.position(ofOrigin: $0.twin))
    }
    var links: [Link] = []
    var faults: [Diagnostic] = []
    for (index, crossing) in crossings.indexed() {
      let nearest = crossing.position.nearest(of: segments)
      if let nearest, nearest.distanceInMeters <= Self.tolerance,
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
    let segments = barriers.flatMap(\.lines).flatMap(\.segments)
    return (crossings ?? []).compactMap { crossing in
      guard let nearest = crossing.position.nearest(of: segments) else {
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

extension Crossing {
  fileprivate func fault(_ message: String) -> Diagnostic {
    Diagnostic(
      file: file, location: location, severity: .error,
      message: "the crossing \"\(name)\" \(message)")
  }
}

extension Position {
  /// The nearest of some segments that are straight in degrees, and how far away it is on the
  /// ellipsoid; of two that are equally near, the first. Nil if there is none.
  ///
  /// Degrees are scaled as they are at this position, so a distance of many kilometres may be off by a
  /// few percent.
  ///
  /// - Complexity: O(*n*), for *n* segments.
  fileprivate func nearest(
    of segments: some Sequence<Segment<Position>>
  ) -> (index: Int, distanceInMeters: Double)? {
    let step = Position(
      longitude: longitude + (longitude > 0 ? -0.01 : 0.01),
      latitude: latitude + (latitude > 0 ? -0.01 : 0.01))
    let east = WGS84.inverse(
      from: self, to: Position(longitude: step.longitude, latitude: latitude))
    let north = WGS84.inverse(
      from: self, to: Position(longitude: longitude, latitude: step.latitude))
    let scale = (x: east.distanceInMeters / 0.01, y: north.distanceInMeters / 0.01)
    func planar(_ position: Position) -> PlanarPosition {
      PlanarPosition(
        x: (position.longitude - longitude) * scale.x, y: (position.latitude - latitude) * scale.y)
    }
    let here = PlanarPosition(x: 0, y: 0)
    var nearest: (index: Int, distanceInMeters: Double)?
    for (index, segment) in segments.enumerated() {
      let distance = Segment(planar(segment.start), planar(segment.end))
        .nearestPoint(to: here).distance(to: here)
      if distance < nearest?.distanceInMeters ?? .infinity { nearest = (index, distance) }
    }
    return nearest
  }
}
