internal import GEOS
internal import Geometry

/// Which grounds lie on which bank.
struct Settlement {
  let banks: Banks
  let sites: [PlanarPosition]

  /// The grounds on each bank. A ground outside the theatre is on none.
  let groundsOfBank: [[Int]]

  init(_ sites: [PlanarPosition], on banks: Banks) throws(GEOSError) {
    self.banks = banks
    self.sites = sites
    var grounds = [[Int]](repeating: [], count: banks.banks.count)
    var isSettled = [Bool](repeating: false, count: sites.count)
    for (number, bank) in banks.banks.enumerated() {
      let region = try PreparedRegion(bank.shape)
      for ground in sites.indices where !isSettled[ground] {
        // A site on the barrier itself belongs to the first bank.
        guard try region.covers(sites[ground]) else { continue }
        isSettled[ground] = true
        grounds[number].append(ground)
      }
    }
    groundsOfBank = grounds
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
      let index = try PointIndex(grounds.map { sites[$0] })
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
    let lines = try voronoiLines(of: groundsOfBank[number].map { sites[$0] }, reaching: box)
    return lines.isEmpty ? [] : try clip(lines, to: shape)
  }
}
