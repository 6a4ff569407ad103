internal import ControlHistory
internal import Theatre

/// How much each cell adds to the confidence in the piece of ground that it belongs to: its confidence
/// times its area.
///
/// Age discounts all cells by the same factor from one day to the next, so a cell's weight is kept as it
/// would be on a reference day and need not be computed again until its interval changes.
struct CellWeights {
  private let halfLife: Double
  private var reference: Day
  private var values: [Double]

  /// How many half-lives old the reference day may be before the weights leave the range of a `Double`.
  private static let longestReach = 500.0

  init(_ settings: MapSettings, cellCount: Int) {
    halfLife = settings.halfLifeInDays
    reference = settings.period.lowerBound
    values = [Double](repeating: 0, count: cellCount)
  }

  /// Moves on to a day.
  mutating func advance(to day: Day) {
    guard Double(reference.distance(to: day)) > Self.longestReach * halfLife else { return }
    let factor = discount(on: day)
    for cell in values.indices { values[cell] *= factor }
    reference = day
  }

  /// Sets the weight of a cell.
  ///
  /// - Parameters:
  ///   - confidence: what is believed of it without regard to age.
  ///   - lastReport: the day of the last report.
  ///   - area: its area.
  mutating func set(_ cell: Int, confidence: Double, lastReport: Day, area: Double) {
    values[cell] =
      confidence * area
      * Confidence.discount(byHalfLives: Double(lastReport.distance(to: reference)) / halfLife)
  }

  /// The sums over the cells of some components on a day, by slot.
  ///
  /// - Parameter slots: the slot of each component; -1 for one that is not wanted.
  /// - Complexity: O(*n*), for *n* cells.
  func sums(ofComponents componentOfCell: [Int32], slots: [Int32], count: Int, on day: Day)
    -> [Double]
  {
    var sums = [Double](repeating: 0, count: count)
    for (cell, component) in componentOfCell.enumerated() where component >= 0 {
      let slot = slots[Int(component)]
      if slot >= 0 { sums[Int(slot)] += values[cell] }
    }
    let factor = discount(on: day)
    return sums.map { $0 * factor }
  }

  private func discount(on day: Day) -> Double {
    Confidence.discount(byHalfLives: Double(reference.distance(to: day)) / halfLife)
  }
}
