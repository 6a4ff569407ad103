package import ControlHistory
package import Geometry
package import PlanarSubdivision
package import TypedIndices

/// Which sites lie in which compartment.
package struct SiteAssignment: Sendable {
  package let compartments: Compartments

  /// The sites in each compartment. A site outside the theatre is in none.
  package let sitesOfCompartment: IndexedArray<CompartmentID, [SiteID]>

  private let positions: IndexedArray<SiteID, PlanarPosition?>

  /// Assigns the sites that have a position in the plane; those outside the theatre have none.
  package init(_ positions: IndexedArray<SiteID, PlanarPosition?>, in compartments: Compartments) {
    self.compartments = compartments
    self.positions = positions
    let regions = RegionTree(compartments.compartments.map(\.shape))
    var sites = IndexedArray<CompartmentID, [SiteID]>(
      repeating: [], count: compartments.compartments.count)
    for (site, position) in positions.indexed() {
      guard let position else { continue }
      // A site on the barrier itself belongs to the first compartment. One on the outline may lie a little
      // outside it after the outline is moved onto the grid.
      let compartment =
        regions.first(covering: position).map { CompartmentID($0) }
        ?? compartments.nearest(to: position)
      if let compartment { sites[compartment].append(site) }
    }
    sitesOfCompartment = sites
  }

  /// Where an assigned site is.
  package func position(ofSite site: SiteID) -> PlanarPosition {
    guard let position = positions[site] else {
      preconditionFailure("site \(site) lies in no compartment")
    }
    return position
  }

  /// The compartments' outlines and the Voronoi lines of each compartment's sites, which divide the theatre.
  package func lines() -> [GridSegment] {
    var lines = compartments.walls
    for compartment in compartments.compartments.indices {
      lines += divisions(ofCompartment: compartment)
    }
    return SnapRoundingNoder(lines).segments
  }

  /// The lines between the cells of one compartment. Where there are several compartments they end at its outline;
  /// of one alone what lies outside is left out later.
  private func divisions(ofCompartment compartment: CompartmentID) -> [GridSegment] {
    let shape = compartments.compartments[compartment].shape
    let sites = sitesOfCompartment[compartment].map(position(ofSite:))
    guard let box = Box(around: shape.polygons.flatMap(\.exterior.positions) + sites) else {
      return []
    }
    let lines = voronoiLines(of: sites, in: box)
    return compartments.compartments.count == 1 ? lines : lines.clipped(to: shape)
  }
}

extension [GridSegment] {
  /// The parts of the segments that lie in a shape, cut to the nearest points of the grid.
  fileprivate func clipped(to shape: MultiPolygon<PlanarPosition>) -> [GridSegment] {
    let outline = shape.polygons.flatMap(\.rings)
      .flatMap { GridSegment.walls(along: LineString($0.positions)) }
    let tree = STRTree(outline)
    let region = RegionIndex(shape)
    var parts: [GridSegment] = []
    for line in self {
      var cuts = [line.start, line.end]
      tree.forEach(
        near: GridPoint(x: line.minX, y: line.minY), GridPoint(x: line.maxX, y: line.maxY)
      ) {
        if let crossing = line.crossing(with: outline[$0]) { cuts.append(crossing) }
      }
      cuts.sort(by: line.comesFirst)
      for (start, end) in zip(cuts, cuts.dropFirst()) where start != end {
        let part = GridSegment(start: start, end: end, isWall: false)
        let middle = Segment(start.position, end.position).midpoint
        if region.covers(middle) { parts.append(part) }
      }
    }
    return parts
  }
}
