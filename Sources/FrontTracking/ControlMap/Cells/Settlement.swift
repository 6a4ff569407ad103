internal import GEOS
internal import Geometry

/// Which grounds lie on which bank.
struct Settlement: Sendable {
  let banks: Banks

  /// The grounds on each bank. A ground outside the theatre is on none.
  let groundsOfBank: [[Int]]

  private let sites: [PlanarPosition?]

  /// Settles the grounds that have a position in the plane; those outside the theatre have none.
  init(_ sites: [PlanarPosition?], on banks: Banks) {
    self.banks = banks
    self.sites = sites
    let regions = banks.banks.map { RegionIndex($0.shape) }
    var grounds = [[Int]](repeating: [], count: banks.banks.count)
    for (ground, site) in sites.enumerated() {
      guard let site else { continue }
      // A site on the barrier itself belongs to the first bank; one on the outline may lie a hair
      // outside it once that is on the grid.
      let bank = regions.firstIndex { $0.covers(site) } ?? banks.nearest(to: site)
      if let bank { grounds[bank].append(ground) }
    }
    groundsOfBank = grounds
  }

  /// Where a settled ground is.
  func site(_ ground: Int) -> PlanarPosition {
    guard let site = sites[ground] else { preconditionFailure("ground \(ground) is on no bank") }
    return site
  }

  /// The banks' outlines and the Voronoi lines of each bank's grounds, which divide the theatre.
  func lines() -> [GridSegment] {
    var lines = banks.walls
    for bank in banks.banks.indices { lines += divisions(ofBank: bank) }
    return NodedSegments(lines).segments
  }

  /// The areas into which the lines divide the theatre, and whose each of them is.
  func division() throws(GEOSError) -> Division {
    try Division(Subdivision(lines()), of: self)
  }

  /// The lines between the cells of one bank. Where there are several banks they end at its outline;
  /// of one alone what lies outside is left out later.
  private func divisions(ofBank number: Int) -> [GridSegment] {
    let shape = banks.banks[number].shape
    let sites = groundsOfBank[number].map(site)
    guard let box = Box(around: shape.polygons.flatMap(\.exterior.positions) + sites) else {
      return []
    }
    let lines = voronoiLines(of: sites, in: box)
    return banks.banks.count == 1 ? lines : lines.clipped(to: shape)
  }
}

extension [GridSegment] {
  /// The parts of the segments that lie in a shape, cut to the nearest points of the grid.
  fileprivate func clipped(to shape: MultiPolygon<PlanarPosition>) -> [GridSegment] {
    let outline = shape.polygons.flatMap(\.rings)
      .flatMap { GridSegment.walls(along: LineString($0.positions)) }
    let tree = SegmentTree(outline)
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
