package import ControlHistory
package import GEOS
package import Geometry
package import PlanarSubdivision
package import TypedIndices

/// A cell before it is measured: a connected piece of the ground nearer to one site of its compartment than
/// to any other.
package struct CellDraft: Hashable, Sendable {
  /// The site whose cell it is; nil in a compartment without any.
  package var site: SiteID?
  /// The compartment it lies in.
  package let compartment: CompartmentID
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
  package private(set) var cells: IndexedArray<CellID, CellDraft> = []

  /// The cell of each area; nil for what lies outside the theatre.
  package private(set) var cellOfFace: IndexedArray<FaceID, CellID?> = []

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
    let labels = IndexedArray<FaceID, Int32>(
      zip(middles, owners).map { middle, owner in owner.map { label(middle, $0) } ?? 0 })
    join(compartments, owners, labels, middles)
    appoint(siteAssignment)
  }

  /// The site nearest to each area of a compartment; nil in a compartment without any and outside.
  private static func owners(
    of middles: IndexedArray<FaceID, PlanarPosition>,
    in compartments: IndexedArray<FaceID, CompartmentID?>, _ siteAssignment: SiteAssignment
  ) -> IndexedArray<FaceID, SiteID?> {
    let trees = siteAssignment.sitesOfCompartment.mapElements {
      KDTree($0.map(siteAssignment.position(ofSite:)))
    }
    return IndexedArray(
      zip(middles, compartments).map { middle, compartment in
        guard let compartment, let nearest = trees[compartment].nearest(to: middle) else {
          return nil
        }
        return siteAssignment.sitesOfCompartment[compartment][Int(nearest.index)]
      })
  }

  /// Joins areas of one owner that share an edge, and puts the cells in order.
  private mutating func join(
    _ compartments: IndexedArray<FaceID, CompartmentID?>, _ owners: IndexedArray<FaceID, SiteID?>,
    _ labels: IndexedArray<FaceID, Int32>, _ middles: IndexedArray<FaceID, PlanarPosition>
  ) {
    var groups = DisjointSets(count: compartments.count)
    for half in subdivision.edges.forward {
      guard let (left, right) = subdivision.faces(beside: half), compartments[left] != nil,
        compartments[left] == compartments[right], owners[left] == owners[right],
        labels[left] == labels[right]
      else { continue }
      groups.join(left.offset, right.offset)
    }
    var roots: [(face: FaceID, compartment: CompartmentID)] = []
    for (face, compartment) in compartments.indexed() {
      guard let compartment, groups.root(of: face.offset) == face.offset else { continue }
      roots.append((face, compartment))
    }
    roots.sort { left, right in
      let (first, second) = (owners[left.face].offsetOrLast, owners[right.face].offsetOrLast)
      if first != second { return first < second }
      return left.compartment != right.compartment
        ? left.compartment < right.compartment : middles[left.face] < middles[right.face]
    }
    var cellOfRoot: [Int: CellID] = [:]
    cellOfRoot.reserveCapacity(roots.count)
    for (root, compartment) in roots {
      cellOfRoot[root.offset] = cells.append(
        CellDraft(
          site: owners[root], compartment: compartment, holdsSite: owners[root] != nil,
          label: labels[root], middle: middles[root]))
    }
    cellOfFace = IndexedArray(
      compartments.indices.map { cellOfRoot[groups.root(of: $0.offset)] })
  }

  /// Of several cells of one site only that holds it in which it lies; if the grid moved it out of
  /// all, the nearest.
  private mutating func appoint(_ siteAssignment: SiteAssignment) {
    var facesOfCell: Grouped<CellID, FaceID>?
    var start = cells.startIndex
    while start < cells.endIndex {
      let site = cells[start].site
      let parts = cells[start...].prefix { $0.site == site }.indices
      start = parts.upperBound
      guard parts.count > 1, let site else { continue }
      let position = siteAssignment.position(ofSite: site)
      let faces =
        facesOfCell
        ?? Grouped(cellOfFace.indices, count: cells.count) { [cellOfFace] in cellOfFace[$0] }
      facesOfCell = faces
      let shapes = parts.map { faces[$0].map(subdivision.polygon(ofFace:)) }
      let home =
        shapes.firstIndex { RegionIndex(MultiPolygon($0)).covers(position) }
        ?? shapes.indices.min {
          shapes[$0].distance(to: position) < shapes[$1].distance(to: position)
        }
      for (number, cell) in parts.enumerated() { cells[cell].holdsSite = number == home }
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
  /// The compartment of each area; nil for one outside the theatre. Areas between which there is no wall
  /// lie in one compartment, so that one of them is asked for all.
  fileprivate func compartments(
    of siteAssignment: SiteAssignment, _ middles: IndexedArray<FaceID, PlanarPosition>
  ) -> IndexedArray<FaceID, CompartmentID?> {
    var groups = DisjointSets(count: faceCount)
    for half in edges.forward where !isWall[half.edge] {
      if let (left, right) = faces(beside: half) { groups.join(left.offset, right.offset) }
    }
    let compartments = siteAssignment.compartments.compartments
    let regions = RegionTree(compartments.map(\.shape))
    var compartmentOfRoot: [FaceID: CompartmentID?] = [:]
    return IndexedArray(
      faces.map { face in
        let root = FaceID(groups.root(of: face.offset))
        if let compartment = compartmentOfRoot[root] { return compartment }
        let compartment = regions.first(covering: middles[root]).map { CompartmentID($0) }
        compartmentOfRoot[root] = .some(compartment)
        return compartment
      })
  }
}
