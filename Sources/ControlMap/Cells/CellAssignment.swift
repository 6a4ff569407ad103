package import ControlHistory
package import GEOS
package import Geometry
package import PlanarSubdivision
internal import TypedIndices

/// A cell before it is measured: a connected piece of the ground nearer to one site of its compartment than
/// to any other.
package struct CellDraft: Hashable, Sendable {
  /// The site whose cell it is; nil in a compartment without any.
  package var site: SiteID?
  /// The compartment it lies in.
  package let compartment: Int
  /// Whether the site lies in it, and not in another piece of its cell that the outline cuts off.
  package var holdsSite: Bool
  /// What is said of it; a site's cells differ by it where a line runs between them.
  package var label: Int32 = 0
  /// A position inside.
  package var middle = PlanarPosition(x: 0, y: 0)
}

/// The areas of a subdivision assigned to the sites nearest to them, and joined to cells.
package struct CellAssignment {
  package let subdivision: Subdivision

  /// The cells: those of sites in the order of the sites, then parts of compartments without any.
  package private(set) var cells: [CellDraft] = []

  /// The cell of each area; `HalfEdges.outside` for what lies outside the theatre.
  package private(set) var cellOfFace: [Int32] = []

  /// Assigns areas to sites.
  ///
  /// - Parameters:
  ///   - subdivision: the areas.
  ///   - siteAssignment: the sites, by compartment.
  ///   - label: what is said of an area with a position inside, of a site. Areas of one site about
  ///     which different things are said are cells of their own.
  package init(
    _ subdivision: Subdivision, of siteAssignment: SiteAssignment,
    label: (_ middle: PlanarPosition, _ site: SiteID) -> Int32 = { _, _ in 0 }
  ) throws(GEOSError) {
    self.subdivision = subdivision
    let middles = try subdivision.middles { area throws(GEOSError) in try area.positionInside() }
    let compartments = subdivision.compartments(of: siteAssignment, middles)
    let owners = Self.owners(of: middles, in: compartments, siteAssignment)
    let labels = zip(middles, owners).map { middle, owner in owner.map { label(middle, $0) } ?? 0 }
    join(compartments, owners, labels, middles)
    appoint(siteAssignment)
  }

  /// The site nearest to each area of a compartment; nil in a compartment without any and outside.
  private static func owners(
    of middles: [PlanarPosition], in compartments: [Int32], _ siteAssignment: SiteAssignment
  ) -> [SiteID?] {
    let trees = siteAssignment.sitesOfCompartment.map {
      KDTree($0.map(siteAssignment.position(ofSite:)))
    }
    return zip(middles, compartments).map { middle, compartment in
      guard compartment >= 0, let nearest = trees[Int(compartment)].nearest(to: middle) else {
        return nil
      }
      return siteAssignment.sitesOfCompartment[Int(compartment)][Int(nearest.index)]
    }
  }

  /// Joins areas of one owner that share an edge, and puts the cells in order.
  private mutating func join(
    _ compartments: [Int32], _ owners: [SiteID?], _ labels: [Int32], _ middles: [PlanarPosition]
  ) {
    let faces = subdivision.faces
    var groups = DisjointSets(count: compartments.count)
    for half in subdivision.edges.forward {
      let (left, right) = (faces[half], faces[half.twin])
      guard left >= 0, right >= 0, compartments[Int(left)] >= 0,
        compartments[Int(left)] == compartments[Int(right)],
        owners[Int(left)] == owners[Int(right)], labels[Int(left)] == labels[Int(right)]
      else { continue }
      groups.join(Int(left), Int(right))
    }
    let roots = compartments.indices.filter { compartments[$0] >= 0 && groups.root(of: $0) == $0 }
      .sorted { left, right in
        let (first, second) = (owners[left].offsetOrLast, owners[right].offsetOrLast)
        if first != second { return first < second }
        return compartments[left] != compartments[right]
          ? compartments[left] < compartments[right] : middles[left] < middles[right]
      }
    var cellOfRoot: [Int: Int32] = [:]
    cellOfRoot.reserveCapacity(roots.count)
    for (cell, root) in roots.enumerated() {
      cellOfRoot[root] = Int32(cell)
      cells.append(
        CellDraft(
          site: owners[root], compartment: Int(compartments[root]), holdsSite: owners[root] != nil,
          label: labels[root], middle: middles[root]))
    }
    cellOfFace = compartments.indices.map { cellOfRoot[groups.root(of: $0)] ?? HalfEdges.outside }
  }

  /// Of several cells of one site only that holds it in which it lies; if the grid moved it out of
  /// all, the nearest.
  private mutating func appoint(_ siteAssignment: SiteAssignment) {
    var facesOfCell: Grouped<FaceID>?
    var start = 0
    while start < cells.count {
      var end = start + 1
      while end < cells.count, cells[end].site == cells[start].site { end += 1 }
      defer { start = end }
      guard end - start > 1, let site = cells[start].site else { continue }
      let position = siteAssignment.position(ofSite: site)
      let faces = facesOfCell ?? Grouped(IndexedArray(cellOfFace), count: cells.count)
      facesOfCell = faces
      let parts = (start..<end).map { cell in
        faces[cell].map { subdivision.polygon(ofFace: $0.offset) }
      }
      let home =
        parts.firstIndex { RegionIndex(MultiPolygon($0)).covers(position) }
        ?? parts.indices.min { parts[$0].distance(to: position) < parts[$1].distance(to: position) }
      for cell in start..<end { cells[cell].holdsSite = cell - start == home }
    }
  }
}

extension [Polygon<PlanarPosition>] {
  /// The distance from the outlines to a position, in metres.
  fileprivate func distance(to position: PlanarPosition) -> Double {
    map { $0.distanceFromRings(to: position) }.min() ?? .infinity
  }
}

extension Subdivision {
  /// The compartment of each area, -1 for one outside the theatre. Areas between which there is no wall lie
  /// in one compartment, so that one of them is asked for all.
  fileprivate func compartments(
    of siteAssignment: SiteAssignment, _ middles: [PlanarPosition]
  ) -> [Int32] {
    var groups = DisjointSets(count: faceCount)
    for half in edges.forward where !isWall[half.edge] {
      let (left, right) = (faces[half], faces[half.twin])
      if left >= 0, right >= 0 { groups.join(Int(left), Int(right)) }
    }
    let regions = RegionTree(siteAssignment.compartments.compartments.map(\.shape))
    var compartmentOfRoot: [Int: Int32] = [:]
    return (0..<faceCount).map { face in
      let root = groups.root(of: face)
      if let compartment = compartmentOfRoot[root] { return compartment }
      let compartment = Int32(regions.first(covering: middles[root]) ?? -1)
      compartmentOfRoot[root] = compartment
      return compartment
    }
  }
}
