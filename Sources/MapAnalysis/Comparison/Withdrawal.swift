public import ControlMap
internal import Parallel
public import Theatre
public import TypedIndices

/// What is different on a day's map if some reports are taken away.
public struct Withdrawal: Hashable, Sendable {
  /// The reports among them that the map was drawn from, in order.
  public let reports: [ReportID]
  /// The map as it is, then the map without them: what each side wins and loses by it, and the places
  /// whose state is another.
  public let comparison: Comparison
  /// The length of all front lines as they are, in kilometres.
  public let frontInKilometers: Double
  /// Their length without the reports, in kilometres.
  public let frontWithoutInKilometers: Double
}

extension Withdrawal {
  /// Draws a day's map as it is and without some reports.
  ///
  /// - Parameters:
  ///   - reports: the reports among those taken away that the map was drawn from.
  ///   - map: what the map is drawn from.
  ///   - other: the same as if nobody had made the reports.
  ///   - day: the day.
  /// - Precondition: the theatre has that day.
  /// - Throws: `MapError` if a map cannot be drawn.
  /// - Complexity: O(*n* log *n*), for *n* cells and reports.
  public init(
    of reports: Set<ReportID>, from map: ControlMap,
    leaving other: @Sendable () -> ControlMap, on day: Day
  ) throws(MapError) {
    let comparison = MapComparison(map)
    let layers = comparison.layersToCompare.union(.fronts)
    // The two maps do not depend on each other.
    let maps = together(
      { Result { () throws(MapError) in try Snapshot(of: map, on: day, layers) } },
      { Result { () throws(MapError) in try Snapshot(of: other(), on: day, layers) } }
    )
    let (before, after) = (try maps.0.get(), try maps.1.get())
    self.init(
      reports: reports.sorted(), comparison: try comparison.comparison(of: before, and: after),
      frontInKilometers: before.frontInKilometers,
      frontWithoutInKilometers: after.frontInKilometers)
  }
}
