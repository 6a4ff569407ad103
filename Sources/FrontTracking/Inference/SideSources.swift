internal import Geometry
internal import Theatre

extension Contours {
  /// How probable it is that a cell is a side's: at its site where it holds it, else inside.
  func probability(of claim: CellClaim, side: Int) -> Double? {
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
struct SideSources {
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
