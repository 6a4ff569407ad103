internal import GEOS
internal import Geometry

/// A cell before it is measured: a connected piece of the ground nearer to one site of its bank than
/// to any other.
struct CellClaim: Hashable, Sendable {
  /// The ground whose cell it is; nil on a bank without any.
  var ground: Int?
  /// The bank it lies on.
  let bank: Int
  /// Whether the ground lies in it, and not in another piece that the outline cuts off from it.
  var holdsGround: Bool
  /// What is said of it; a ground's cells differ by it where a line runs between them.
  var label: Int32 = 0
  /// A position inside.
  var middle = PlanarPosition(x: 0, y: 0)
}

/// The areas of a subdivision given to the grounds nearest to them, and joined to cells.
struct Division {
  let subdivision: Subdivision

  /// The cells: those of grounds in the order of the grounds, then parts of banks without any.
  private(set) var cells: [CellClaim] = []

  /// The cell of each area; `HalfEdges.outside` for what lies outside the theatre.
  private(set) var cellOfFace: [Int32] = []

  /// Gives areas to grounds.
  ///
  /// - Parameters:
  ///   - subdivision: the areas.
  ///   - settlement: the grounds.
  ///   - label: what is said of an area with a position inside, of a ground. Areas of one ground about
  ///     which different things are said are cells of their own.
  init(
    _ subdivision: Subdivision, of settlement: Settlement,
    label: (_ middle: PlanarPosition, _ ground: Int) -> Int32 = { _, _ in 0 }
  ) throws(GEOSError) {
    self.subdivision = subdivision
    let middles = try subdivision.middles()
    let banks = subdivision.banks(of: settlement, middles)
    let owners = Self.owners(of: middles, on: banks, settlement)
    let labels = zip(middles, owners).map { middle, owner in owner.map { label(middle, $0) } ?? 0 }
    join(banks, owners, labels, middles)
    appoint(settlement)
  }

  /// The ground nearest to each area of a bank; nil on a bank without any and outside.
  private static func owners(
    of middles: [PlanarPosition], on banks: [Int32], _ settlement: Settlement
  ) -> [Int?] {
    let trees = settlement.groundsOfBank.map { SiteTree($0.map(settlement.site)) }
    return zip(middles, banks).map { middle, bank in
      guard bank >= 0, let nearest = trees[Int(bank)].nearest(to: middle) else { return nil }
      return settlement.groundsOfBank[Int(bank)][Int(nearest.index)]
    }
  }

  /// Joins areas of one owner that share an edge, and puts the cells in order.
  private mutating func join(
    _ banks: [Int32], _ owners: [Int?], _ labels: [Int32], _ middles: [PlanarPosition]
  ) {
    let faces = subdivision.faces
    var groups = DisjointSets(count: banks.count)
    for edge in 0..<subdivision.edges.edgeCount {
      let (left, right) = (faces[2 * edge], faces[2 * edge + 1])
      guard left >= 0, right >= 0, banks[Int(left)] >= 0, banks[Int(left)] == banks[Int(right)],
        owners[Int(left)] == owners[Int(right)], labels[Int(left)] == labels[Int(right)]
      else { continue }
      groups.join(Int(left), Int(right))
    }
    let roots = banks.indices.filter { banks[$0] >= 0 && groups.root(of: $0) == $0 }
      .sorted { left, right in
        let (first, second) = (owners[left] ?? .max, owners[right] ?? .max)
        if first != second { return first < second }
        return banks[left] != banks[right]
          ? banks[left] < banks[right] : middles[left] < middles[right]
      }
    var cellOfRoot: [Int: Int32] = [:]
    cellOfRoot.reserveCapacity(roots.count)
    for (cell, root) in roots.enumerated() {
      cellOfRoot[root] = Int32(cell)
      cells.append(
        CellClaim(
          ground: owners[root], bank: Int(banks[root]), holdsGround: owners[root] != nil,
          label: labels[root], middle: middles[root]))
    }
    cellOfFace = banks.indices.map { cellOfRoot[groups.root(of: $0)] ?? HalfEdges.outside }
  }

  /// Of several cells of one ground only that holds it in which it lies; if the grid moved it out of
  /// all, the nearest.
  private mutating func appoint(_ settlement: Settlement) {
    var facesOfCell: Grouped?
    var start = 0
    while start < cells.count {
      var end = start + 1
      while end < cells.count, cells[end].ground == cells[start].ground { end += 1 }
      defer { start = end }
      guard end - start > 1, let ground = cells[start].ground else { continue }
      let site = settlement.site(ground)
      let faces = facesOfCell ?? Grouped(cellOfFace, count: cells.count)
      facesOfCell = faces
      let parts = (start..<end).map { cell in
        faces[cell].map { subdivision.polygon(ofFace: Int($0)) }
      }
      let home =
        parts.firstIndex { RegionIndex(MultiPolygon($0)).covers(site) }
        ?? parts.indices.min { parts[$0].distance(to: site) < parts[$1].distance(to: site) }
      for cell in start..<end { cells[cell].holdsGround = cell - start == home }
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
  /// The bank of each area, -1 for one outside the theatre. Areas between which there is no wall lie
  /// on one bank, so that one of them is asked for all.
  fileprivate func banks(
    of settlement: Settlement, _ middles: [PlanarPosition]
  ) -> [Int32] {
    var groups = DisjointSets(count: faceCount)
    for edge in 0..<edges.edgeCount where !isWall[edge] {
      let (left, right) = (faces[2 * edge], faces[2 * edge + 1])
      if left >= 0, right >= 0 { groups.join(Int(left), Int(right)) }
    }
    let regions = settlement.banks.banks.map { RegionIndex($0.shape) }
    var bankOfRoot: [Int: Int32] = [:]
    return (0..<faceCount).map { face in
      let root = groups.root(of: face)
      if let bank = bankOfRoot[root] { return bank }
      let bank = Int32(regions.firstIndex { $0.covers(middles[root]) } ?? -1)
      bankOfRoot[root] = bank
      return bank
    }
  }
}
