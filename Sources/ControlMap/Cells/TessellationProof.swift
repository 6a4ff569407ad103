package import ControlHistory
internal import Geometry
internal import Parallel
package import PlanarSubdivision
internal import Theatre
package import TypedIndices

/// Proves that cells are the Voronoi cells of their sites, compartment by compartment, by other means
/// than those by which they were made.
///
/// A cell is right if its site is the nearest to each of its vertices: the positions nearest to one
/// site are a convex set, so they then contain the whole cell. If moreover every site lies in its
/// own cell and the areas of the cells are positive and sum to the area of the theatre, nothing is
/// missing and nothing overlaps: each edge has one cell on either side.
///
/// - Throws: `MapError.unprovedTessellation` with the names of the places concerned.
/// - Complexity: O(*v* log *n*), for *v* vertices and *n* sites.
package func proveCells(
  _ cells: IndexedArray<CellID, CellDraft>, _ topology: Topology, of siteAssignment: SiteAssignment,
  nameOfSite: (SiteID) -> String
) throws(MapError) {
  let proof = TessellationProof(cells: cells, topology: topology, siteAssignment: siteAssignment)
  let fault =
    proof.siteOutsideItsCell() ?? proof.vertexNearerToAnotherSite()
    ?? proof.areaThatIsNotRight()
  guard let fault else { return }
  throw .unprovedTessellation(reason: fault.reason, places: fault.sites.map(nameOfSite))
}

private struct TessellationProof: Sendable {
  let cells: IndexedArray<CellID, CellDraft>
  let topology: Topology
  let siteAssignment: SiteAssignment

  /// What is wrong, and with which sites.
  struct Fault: Sendable {
    package let reason: String
    package let sites: [SiteID]
  }

  /// What moving vertices onto the grid can do to a distance, in metres.
  private static let tolerance = 3 * GridPoint.step

  /// How many places a message names.
  private static let mostNames = 5

  func siteOutsideItsCell() -> Fault? {
    let held = Set(cells.filter(\.holdsSite).compactMap(\.site))
    let homeless = siteAssignment.sitesOfCompartment.joined().filter { !held.contains($0) }
    guard homeless.isEmpty else {
      return Fault(
        reason: "these have no cell, since others lie too near for a grid of half a metre; places "
          + "on one spot need the same coordinate",
        sites: Array(homeless.prefix(Self.mostNames)))
    }
    for (index, cell) in cells.indexed() where cell.holdsSite {
      guard let site = cell.site else { continue }
      let position = siteAssignment.position(ofSite: site)
      guard isInside(position, index) || distance(from: position, toCell: index) <= Self.tolerance
      else {
        return Fault(reason: "a place lies outside its own cell", sites: [site])
      }
    }
    return nil
  }

  /// Whether a ray from a position crosses the edges of a cell an odd number of times.
  private func isInside(_ site: PlanarPosition, _ cell: CellID) -> Bool {
    var isInside = false
    for half in topology.halves(ofCell: cell) {
      let edge = segment(half)
      let (start, end) = (edge.start, edge.end)
      guard (start.y > site.y) != (end.y > site.y) else { continue }
      let turn = (end.x - start.x) * (site.y - start.y) - (end.y - start.y) * (site.x - start.x)
      if (turn > 0) == (end.y > start.y) { isInside.toggle() }
    }
    return isInside
  }

  private func distance(from site: PlanarPosition, toCell cell: CellID) -> Double {
    topology.halves(ofCell: cell)
      .map { segment($0).nearestPoint(to: site).distance(to: site) }.min() ?? .infinity
  }

  private func segment(_ half: HalfEdge) -> Segment<PlanarPosition> {
    Segment(
      topology.vertices[Int(topology.edges.origins[half])],
      topology.vertices[Int(topology.edges.target(half))])
  }

  /// Looks at the vertices of all cells, in a few parts at a time.
  func vertexNearerToAnotherSite() -> Fault? {
    let trees = siteAssignment.sitesOfCompartment.mapElements {
      KDTree($0.map(siteAssignment.position(ofSite:)))
    }
    let share = (cells.count + Self.parts - 1) / Self.parts
    let faults = concurrently(Self.parts) { part in
      vertexNearerToAnotherSite(
        trees,
        among: CellID(
          min(cells.count, part * share))..<CellID(
            min(cells.count, (part + 1) * share)))
    }
    return faults.lazy.compactMap(\.self).first
  }

  private static let parts = 4

  private func vertexNearerToAnotherSite(
    _ trees: IndexedArray<CompartmentID, KDTree>, among range: Range<CellID>
  ) -> Fault? {
    // The nearest site of a vertex is asked for once for each compartment that it touches.
    var asked = [CompartmentID?](repeating: nil, count: topology.vertices.count)
    var nearest = [(site: SiteID, distance: Double)](
      repeating: (SiteID(0), 0), count: topology.vertices.count)
    for index in range {
      let cell = cells[index]
      guard let site = cell.site else { continue }
      let position = siteAssignment.position(ofSite: site)
      for half in topology.halves(ofCell: index) {
        let vertex = Int(topology.edges.origins[half])
        if asked[vertex] != cell.compartment,
          let found = trees[cell.compartment].nearest(to: topology.vertices[vertex])
        {
          asked[vertex] = cell.compartment
          let other = siteAssignment.sitesOfCompartment[cell.compartment][Int(found.index)]
          nearest[vertex] = (other, found.squaredDistance.squareRoot())
        }
        let distance = topology.vertices[vertex].distance(to: position)
        if distance > nearest[vertex].distance + Self.tolerance {
          return Fault(
            reason: "a part of one cell is nearer to another place",
            sites: [site, nearest[vertex].site])
        }
      }
    }
    return nil
  }

  func areaThatIsNotRight() -> Fault? {
    var sum = 0.0
    for (index, cell) in cells.indexed() {
      let area = area(ofCell: index)
      guard area > 0 else {
        return Fault(
          reason: "a cell is turned inside out", sites: [cell.site].compactMap(\.self))
      }
      sum += area
    }
    let boundary = siteAssignment.compartments.boundary
    let whole = boundary.areaInSquareMeters
    // Moving the outline onto the grid shifts it by less than a step.
    let outline = boundary.polygons.flatMap(\.rings).flatMap(\.segments)
      .reduce(0) { $0 + $1.start.distance(to: $1.end) }
    guard sum > 0, abs(sum - whole) <= GridPoint.step * outline else {
      let sites = cells.compactMap(\.site)
      return Fault(
        reason: "the cells cover \(sum / 1e6) of \(whole / 1e6) square kilometres",
        sites: Array(
          (sites.isEmpty ? siteAssignment.sitesOfCompartment.flatMap(\.self) : sites)
            .prefix(Self.mostNames)))
    }
    return nil
  }

  /// The area in the plane, by the shoelace formula from one of the cell's vertices.
  private func area(ofCell cell: CellID) -> Double {
    let halves = topology.halves(ofCell: cell)
    guard let first = halves.first else { return 0 }
    let origin = topology.vertices[Int(topology.edges.origins[first])]
    return halves.reduce(0) { sum, half in
      let edge = segment(half)
      return sum
        + (edge.start.x - origin.x) * (edge.end.y - origin.y)
        - (edge.end.x - origin.x) * (edge.start.y - origin.y)
    } / 2
  }
}
