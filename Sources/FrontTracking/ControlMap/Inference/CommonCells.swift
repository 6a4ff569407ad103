internal import Geometry

/// The cells that the lines of several days make together, for lines that run inside cells.
struct CommonCells {
  let tracker: FrontTracker
  let claims: [CellClaim]
  let topology: Topology
  /// What the lines of each day say of a piece of ground, by the label of its cell.
  let sayings: [[Int32]]
  let contours: [Contours?]
  let cutOfDay: [Int]

  /// How many cells there are.
  var cellCount: Int { claims.count }

  /// Whose ground each cell is a part of, and whether it holds it.
  var cells: [(ground: Int?, holdsGround: Bool)] { claims.map { ($0.ground, $0.holdsGround) } }

  /// A day's knowledge on these cells.
  ///
  /// - Parameter day: the number of the day.
  /// - Complexity: O(*n* log *n*), for *n* cells.
  func mosaic(_ mosaic: Mosaic, on day: Int) -> Mosaic {
    let cut = cutOfDay[day]
    let claims = claims.map { claim in
      var claim = claim
      claim.label = claim.ground == nil ? 0 : sayings[Int(claim.label)][cut]
      return claim
    }
    return tracker.mosaic(mosaic, of: claims, topology, contours[cut])
  }
}

extension FrontTracker {
  /// A day on cells that lines divide: each with the ground whose state it has.
  ///
  /// - Complexity: O(*n* log *n*), for *n* cells.
  func mosaic(
    _ mosaic: Mosaic, of claims: [CellClaim], _ topology: Topology, _ contours: Contours?
  ) -> Mosaic {
    let sources = SideSources(self, mosaic)
    return Mosaic(
      mosaic,
      claims.map { claim in
        let cell = Tessellation.Cell(
          ground: claim.ground, holdsGround: claim.holdsGround, bank: claim.bank)
        let source = sources.source(of: claim)
        let isInferred = source >= 0 && claim.ground.map { Int32($0) != source } ?? true
        let probability =
          isInferred && claim.label >= 0
          ? contours?.probability(of: claim, side: Int(claim.label)) : nil
        return (cell, source, probability)
      }, topology)
  }
}
