internal import GEOS
internal import Geometry
internal import TheatreModel

/// Divides cells by lines that depend on the reports of a day: where kriging finds the line between the
/// sides, and how far from a report the map still says something.
struct Refinement {
  private let tracker: FrontTracker
  private var field: KrigingField?
  private var reach: Reach?

  /// The day's line between the sides, where it is estimated.
  private var contours: Contours?
  /// The cells of the last day.
  private var parts: Parts?

  init(_ tracker: FrontTracker) {
    self.tracker = tracker
    field = tracker.inference == .kriging ? KrigingField(tracker) : nil
  }

  /// The day on cells that these lines divide.
  ///
  /// - Complexity: O(*n* log *n*), for *n* cells and edges; O(*n*) while the lines are the same.
  mutating func refine(_ mosaic: Mosaic) throws(FrontTrackingError) -> Mosaic {
    field?.update(mosaic)
    contours = field.map { Contours(tracker, $0, mosaic) }
    let before = reach
    reach = try withGEOS { () throws(GEOSError) in try Reach(tracker, mosaic, after: before) }
    let isSame = field == nil && before?.isSame(as: reach) == true
    if parts == nil || !isSame { parts = try divided() }
    guard let parts else { preconditionFailure("the day's lines have been drawn") }
    let sources = SideSources(tracker, mosaic)
    return Mosaic(
      mosaic,
      parts.claims.map { claim in
        let cell = Tessellation.Cell(
          ground: claim.ground, holdsGround: claim.holdsGround, bank: claim.bank)
        let source = sources.source(of: claim)
        let isInferred = source >= 0 && claim.ground.map { Int32($0) != source } ?? true
        let probability =
          isInferred && claim.label >= 0
          ? parts.contours?.probability(of: claim, side: Int(claim.label)) : nil
        return (cell, source, probability)
      }, parts.topology)
  }

  /// The cells that the day's lines make.
  private struct Parts {
    let claims: [CellClaim]
    let topology: Topology
    let contours: Contours?
  }

  private func divided() throws(FrontTrackingError) -> Parts {
    let cut = contours?.lines()
    let reach = reach
    let (division, topology) = try divided(by: (cut?.segments ?? []) + (reach?.lines ?? [])) {
      middle, ground in
      if let reach, !reach.covers(middle) { return Self.unreached }
      return cut?.contours.side(of: middle, inCellOf: ground) ?? Contours.own
    }
    return Parts(claims: division.cells, topology: topology, contours: cut?.contours)
  }

  /// The theatre's cells divided further by some lines.
  private func divided(
    by lines: [GridSegment], label: (PlanarPosition, Int) -> Int32
  ) throws(FrontTrackingError) -> (Division, Topology) {
    let tessellation = tracker.tessellation
    let division = try withGEOS { () throws(GEOSError) in
      try Division(
        Subdivision(NodedSegments(tessellation.lines + lines).segments),
        of: tessellation.settlement, label: label)
    }
    return (division, try Topology(division, in: tessellation.plane))
  }

  /// The ground within reach on which it is uncertain which side holds it, after `refine`.
  ///
  /// - Complexity: O(*n* log *n*), for *n* cells and edges.
  func bands() throws(FrontTrackingError) -> [FrontBand] {
    guard let contours else { return [] }
    let level = SignedDistanceKriging.level(ofProbability: FrontBand.probabilities.upperBound)
    let (segments, cut) = contours.lines(atLevel: level)
    let reach = reach
    let (division, topology) = try divided(by: segments + (reach?.lines ?? [])) { middle, ground in
      if let reach, !reach.covers(middle) { return Self.certain }
      let greatest = cut.estimates(at: middle, inCellOf: ground)?.max() ?? .infinity
      return greatest < level ? Self.uncertain : Self.certain
    }
    var pieces = Pieces(topology)
    pieces.relabel(
      division.cells.enumerated().map { (cell: $0.offset, label: $0.element.label) })
    var measures = EdgeMeasures(topology)
    return pieces.outlines { _ in true }.values.map { rings in
      let (outline, ordered) = topology.outline(of: rings)
      return FrontBand(outline: outline, areaInSquareKilometers: measures.area(inside: ordered))
    }.sorted()
  }

  /// The labels of ground in the band and outside it; cells outside are in no piece.
  private static let uncertain: Int32 = 0
  private static let certain: Int32 = -1

  /// The label of ground that is too far from any report.
  fileprivate static let unreached: Int32 = -2
}

extension Contours {
  /// How probable it is that a cell is a side's: at its site where it holds it, else inside.
  fileprivate func probability(of claim: CellClaim, side: Int) -> Double? {
    guard let ground = claim.ground,
      let estimates = estimates(
        at: claim.holdsGround ? site(ofGround: ground) ?? claim.middle : claim.middle,
        inCellOf: ground)
    else { return nil }
    let each = estimates.map(SignedDistanceKriging.probability(of:))
    let sum = each.reduce(0, +)
    return sum > 0 ? each[side] / sum : nil
  }
}

/// From which ground the cells of each side's ground have their state.
private struct SideSources {
  private let tracker: FrontTracker
  private let mosaic: Mosaic
  private var reported: [Key: [Int]] = [:]
  private var trees: [Key: SiteTree] = [:]

  private struct Key: Hashable {
    let bank: Int
    let side: Int32
  }

  init(_ tracker: FrontTracker, _ mosaic: Mosaic) {
    self.tracker = tracker
    self.mosaic = mosaic
    for ground in 0..<tracker.grounds.count {
      guard let bank = tracker.tessellation.bank(ofGround: ground),
        let holder = mosaic.entry(mosaic.current[ground], of: Int32(ground))?.state.holder
      else { continue }
      reported[Key(bank: bank, side: tracker.sideOfActor[holder]), default: []].append(ground)
    }
    trees = reported.mapValues { grounds in
      SiteTree(grounds.compactMap { tracker.tessellation.sites[$0] })
    }
  }

  /// The ground whose state a cell has: its own if that is of the cell's side, else the nearest of the
  /// side with a report; -1 if nothing is known.
  func source(of claim: CellClaim) -> Int32 {
    guard let ground = claim.ground, claim.label != Refinement.unreached else { return -1 }
    guard claim.label >= 0 else {
      return tracker.tessellation.cell(ofGround: ground).map { mosaic.sources[$0] } ?? -1
    }
    let key = Key(bank: claim.bank, side: claim.label)
    let entry = mosaic.entry(mosaic.current[ground], of: Int32(ground))
    if let holder = entry?.state.holder, tracker.sideOfActor[holder] == claim.label {
      return Int32(ground)
    }
    guard let grounds = reported[key], let site = tracker.tessellation.sites[ground],
      let nearest = trees[key]?.nearest(to: claim.holdsGround ? site : claim.middle)
    else { return -1 }
    return Int32(grounds[Int(nearest.index)])
  }
}
