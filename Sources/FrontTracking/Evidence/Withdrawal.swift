internal import Parallel
public import Theatre

/// What is otherwise on a day's map if some reports are taken away.
public struct Withdrawal: Hashable, Sendable {
  /// The reports among them that the map was drawn from, by index, in order.
  public let reports: [Int]
  /// The map as it is, then the map without them: what each side wins and loses by it, and the sites
  /// whose state is another.
  public let comparison: Comparison
  /// The length of all front lines as they are, in kilometres.
  public let frontInKilometers: Double
  /// Their length without the reports, in kilometres.
  public let frontWithoutInKilometers: Double
}

extension FrontTracker {
  /// Returns what is otherwise on a day's map if some reports are taken away, as if nobody had made them.
  ///
  /// - Precondition: the theatre has that day.
  /// - Complexity: O(*n* log *n*), for *n* cells and reports.
  public func withdrawal(
    of reports: Set<Int>, on day: Day
  ) throws(FrontTrackingError) -> Withdrawal {
    let known = reports.filter { perspective.sees($0, of: theatre) }
    let other = Perspective(
      view: perspective.view, knownOn: perspective.knownOn,
      withheld: perspective.withheld.union(reports))
    let parts = partsToCompare.union(.fronts)
    // The two maps have nothing to do with each other.
    let maps = together(
      { Result { () throws(FrontTrackingError) in try snapshot(on: day, parts) } },
      { Result { () throws(FrontTrackingError) in try seen(from: other).snapshot(on: day, parts) } }
    )
    let (before, after) = (try maps.0.get(), try maps.1.get())
    return Withdrawal(
      reports: known.sorted(), comparison: try comparison(of: before, and: after),
      frontInKilometers: before.frontInKilometers,
      frontWithoutInKilometers: after.frontInKilometers)
  }
}
