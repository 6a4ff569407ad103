package import ControlHistory
internal import Geometry
internal import PlanarSubdivision
package import Theatre
internal import TypedIndices

extension Contours {
  /// How probable it is that a cell is a side's: at its site where it holds it, else inside.
  package func probability(of draft: CellDraft, side: SideID) -> Double? {
    guard let site = draft.site,
      let estimates = estimates(
        at: draft.holdsSite ? position(ofSite: site) ?? draft.middle : draft.middle,
        inCellOf: site)
    else { return nil }
    let each = estimates.map(SignedDistanceKriging.probability(of:))
    let sum = each.reduce(0, +)
    return sum > 0 ? each[side.offset] / sum : nil
  }
}

/// From which ground the cells of each side's ground have their state.
package struct SideSources {
  private let map: ControlMap
  private let states: CellStates
  private var reported: [Key: [SiteID]] = [:]
  private var trees: [Key: KDTree] = [:]

  private struct Key: Hashable {
    let compartment: CompartmentID
    let side: SideID
  }

  package init(_ map: ControlMap, _ states: CellStates) {
    self.map = map
    self.states = states
    for site in map.sites.places.indices {
      guard let compartment = map.tessellation.compartment(ofSite: site),
        let holder = states.interval(ofSite: site)?.state.holder
      else { continue }
      reported[Key(compartment: compartment, side: map.sideOfActor[holder]), default: []].append(
        site)
    }
    trees = reported.mapValues { sites in
      KDTree(sites.compactMap { map.tessellation.sitePositions[$0] })
    }
  }

  /// The site whose state a cell has: its own if that is of the cell's side, else the nearest of the
  /// side with a report; nil if nothing is known.
  ///
  /// - Parameter ground: on which side of the day's lines the cell lies.
  package func source(of draft: CellDraft, on ground: LineSide) -> SiteID? {
    guard let site = draft.site else { return nil }
    switch ground {
    case .unreached: return nil
    case .own: return map.tessellation.cell(ofSite: site).flatMap { states.source(ofCell: $0) }
    case .side(let side):
      let interval = states.interval(ofSite: site)
      if let holder = interval?.state.holder, map.sideOfActor[holder] == side { return site }
      let key = Key(compartment: draft.compartment, side: side)
      guard let sites = reported[key], let site = map.tessellation.sitePositions[site],
        let nearest = trees[key]?.nearest(to: draft.holdsSite ? site : draft.middle)
      else { return nil }
      return sites[Int(nearest.index)]
    }
  }
}
