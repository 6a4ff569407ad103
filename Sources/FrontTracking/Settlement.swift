internal import GEOS
internal import Geometry

/// Which grounds lie on which bank.
struct Settlement {
  let banks: Banks

  /// The grounds on each bank. A ground outside the theatre is on none.
  let groundsOfBank: [[Int]]

  private let sites: [PlanarPosition?]

  /// Settles the grounds that have a position in the plane; those outside the theatre have none.
  init(_ sites: [PlanarPosition?], on banks: Banks) throws(GEOSError) {
    self.banks = banks
    self.sites = sites
    var grounds = [[Int]](repeating: [], count: banks.banks.count)
    var unsettled = sites.indices.filter { sites[$0] != nil }
    for (number, bank) in banks.banks.enumerated() {
      let region = try PreparedRegion(bank.shape)
      var others: [Int] = []
      for ground in unsettled {
        // A site on the barrier itself belongs to the first bank.
        let isHere = try sites[ground].map { site throws(GEOSError) in try region.covers(site) }
        if isHere == true { grounds[number].append(ground) } else { others.append(ground) }
      }
      unsettled = others
    }
    // A site on the outline may lie a hair outside it once both are on the grid.
    for ground in unsettled {
      guard let site = sites[ground], let nearest = banks.nearest(to: site) else { continue }
      grounds[nearest].append(ground)
    }
    groundsOfBank = grounds.map { $0.sorted() }
  }

  /// Where a settled ground is.
  func site(_ ground: Int) -> PlanarPosition {
    guard let site = sites[ground] else { preconditionFailure("ground \(ground) is on no bank") }
    return site
  }

  /// The cells: each bank's Voronoi lines cut at its outline, all lines brought onto one grid, and
  /// the areas that they enclose given to the ground nearest to them on their bank. An area that
  /// the outline cuts off from its ground is thus still its ground's.
  func cells() throws(GEOSError) -> [CellPiece] {
    var lines = banks.outlines
    for number in banks.banks.indices { lines += try divisions(ofBank: number) }
    let areas = try faces(enclosedBy: lines, gridSize: Plane.grid).polygons

    var ofGround = [CellPiece?](repeating: nil, count: sites.count)
    var empty: [CellPiece] = []
    var isGiven = [Bool](repeating: false, count: areas.count)
    for (number, bank) in banks.banks.enumerated() {
      let region = try PreparedRegion(bank.shape)
      let grounds = groundsOfBank[number]
      let index = try PointIndex(grounds.map(site))
      var unsettled = CellPiece(ground: nil, bank: number, polygons: [])
      for (area, polygon) in areas.enumerated() where !isGiven[area] {
        let inside = try polygon.positionInside()
        guard try region.covers(inside) else { continue }
        isGiven[area] = true
        guard let nearest = try index.nearest(to: inside) else {
          unsettled.polygons.append(polygon)
          continue
        }
        let ground = grounds[nearest.index]
        var cell = ofGround[ground] ?? CellPiece(ground: ground, bank: number, polygons: [])
        cell.polygons.append(polygon)
        ofGround[ground] = cell
      }
      if !unsettled.polygons.isEmpty { empty.append(unsettled) }
    }
    return (ofGround.compactMap(\.self) + empty).map {
      CellPiece(
        ground: $0.ground, bank: $0.bank, polygons: MultiPolygon($0.polygons).canonical.polygons)
    }
  }

  /// The lines between the cells of one bank, as far as its outline.
  private func divisions(ofBank number: Int) throws(GEOSError) -> [LineString<PlanarPosition>] {
    let shape = banks.banks[number].shape
    let boxes = shape.polygons.map(\.bounds)
    guard let first = boxes.first else { return [] }
    let box = boxes.dropFirst().reduce(first) { $0.union($1) }
    let lines = try voronoiLines(of: groundsOfBank[number].map(site), reaching: box)
    return lines.isEmpty ? [] : try clip(lines, to: shape)
  }
}
