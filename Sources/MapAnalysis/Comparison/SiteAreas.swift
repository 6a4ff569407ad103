internal import ControlHistory
internal import ControlMap
internal import Theatre
internal import TypedIndices

/// Measures the ground that has its state from some sites.
struct SiteAreas {
  private let map: ControlMap

  init(_ map: ControlMap) {
    self.map = map
  }

  /// The area of the cells that have their state from some sites on some days, as it is drawn, by day and
  /// site, in square kilometres on the ellipsoid.
  ///
  /// - Parameter wanted: the sites, by day.
  /// - Complexity: that of a replay of these days.
  func areas(
    ofSites wanted: [Day: Set<SiteID>]
  ) throws(MapError) -> [Day: [SiteID: Double]] {
    let replay = MapReplay(map, .places, days: wanted.keys.sorted())
    var areas: [Day: [SiteID: Double]] = [:]
    while let delta = try replay.advance() {
      let states = replay.states
      let sites = wanted[delta.day] ?? []
      var measures = EdgeMeasures(states.topology)
      var ofDay: [SiteID: Double] = [:]
      for cell in states.cells.indices {
        guard let site = states.source(ofCell: cell), sites.contains(site) else { continue }
        ofDay[site, default: 0] += measures.area(ofCells: CollectionOfOne(cell))
      }
      areas[delta.day] = ofDay
    }
    return areas
  }
}
