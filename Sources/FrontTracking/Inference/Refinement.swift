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

  init(_ tracker: FrontTracker) {
    self.tracker = tracker
    field = tracker.inference == .kriging ? KrigingField(tracker) : nil
  }

  /// The day on cells that these lines divide.
  ///
  /// - Complexity: O(*n* log *n*), for *n* cells and edges.
  mutating func refine(_ mosaic: Mosaic) throws(FrontTrackingError) -> Mosaic {
    let tessellation = tracker.tessellation
    field?.update(mosaic)
    var lines = tessellation.lines
    contours = field.map { Contours(tracker, $0, mosaic) }
    let contours = contours?.lines()
    if let contours { lines += contours.segments }
    reach = try withGEOS { () throws(GEOSError) in try Reach(tracker, mosaic, after: reach) }
    if let reach { lines += reach.lines }
    let reached = reach
    let division = try withGEOS { () throws(GEOSError) in
      try Division(
        Subdivision(NodedSegments(lines).segments), of: tessellation.settlement
      ) { middle, ground in
        if let reached, !reached.covers(middle) { return Self.unreached }
        return contours?.contours.side(of: middle, inCellOf: ground) ?? Contours.own
      }
    }
    let topology = try Topology(division, in: tessellation.plane)
    let sources = SideSources(tracker, mosaic)
    return Mosaic(
      mosaic,
      division.cells.map { claim in
        let cell = Tessellation.Cell(
          ground: claim.ground, holdsGround: claim.holdsGround, bank: claim.bank)
        let source = sources.source(of: claim)
        let isInferred = source >= 0 && claim.ground.map { Int32($0) != source } ?? true
        let probability =
          isInferred && claim.label >= 0
          ? contours?.contours.probability(of: claim, side: Int(claim.label)) : nil
        return (cell, source, probability)
      }, topology)
  }

  /// The ground within reach on which it is uncertain which side holds it, after `refine`.
  ///
  /// - Complexity: O(*n* log *n*), for *n* cells and edges.
  func bands() throws(FrontTrackingError) -> [FrontBand] {
    guard let contours else { return [] }
    let level = SignedDistanceKriging.level(ofProbability: FrontBand.probabilities.upperBound)
    let (segments, cut) = contours.lines(atLevel: level)
    let tessellation = tracker.tessellation
    let reach = reach
    let lines = tessellation.lines + segments + (reach?.lines ?? [])
    let division = try withGEOS { () throws(GEOSError) in
      try Division(
        Subdivision(NodedSegments(lines).segments), of: tessellation.settlement
      ) { middle, ground in
        if let reach, !reach.covers(middle) { return Self.certain }
        let greatest = cut.estimates(at: middle, inCellOf: ground)?.max() ?? .infinity
        return greatest < level ? Self.uncertain : Self.certain
      }
    }
    let topology = try Topology(division, in: tessellation.plane)
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
