internal import Theatre

extension FrontTracker {
  /// The area of the cells that have their state from some grounds on some days, as it is drawn, by day and
  /// ground, in square kilometres on the ellipsoid.
  ///
  /// - Parameter wanted: the grounds, by day.
  /// - Complexity: that of a replay of these days.
  func areas(
    ofGrounds wanted: [Day: Set<Int>]
  ) throws(FrontTrackingError) -> [Day: [Int: Double]] {
    var replay = MapReplay(self, .places, days: wanted.keys.sorted())
    var areas: [Day: [Int: Double]] = [:]
    while let news = try replay.advance() {
      let mosaic = replay.mosaic
      let grounds = wanted[news.day] ?? []
      var measures = EdgeMeasures(mosaic.topology)
      var ofDay: [Int: Double] = [:]
      for cell in mosaic.cells.indices where grounds.contains(Int(mosaic.sources[cell])) {
        ofDay[Int(mosaic.sources[cell]), default: 0] += measures.area(
          ofCells: CollectionOfOne(cell))
      }
      areas[news.day] = ofDay
    }
    return areas
  }
}
