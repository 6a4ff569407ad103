internal import ControlHistory
internal import PlanarSubdivision
internal import Theatre
internal import TypedIndices

/// How much each cell adds to the confidence in the piece of ground that it belongs to: its confidence
/// times its area.
///
/// Age discounts all cells by the same factor from one day to the next, so a cell's weight is kept as it
/// would be on a reference day and need not be computed again until its interval changes.
struct CellWeights {
  private let halfLife: Double
  private var reference: Day
  private var values: IndexedArray<CellID, Double>

  /// How many half-lives old the reference day may be before the weights leave the range of a `Double`.
  private static let longestReach = 500.0

  init(_ settings: MapSettings, cellCount: Int) {
    halfLife = settings.halfLifeInDays
    reference = settings.period.lowerBound
    values = IndexedArray(repeating: 0, count: cellCount)
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
  mutating func set(_ cell: CellID, confidence: Double, lastReport: Day, area: Double) {
    values[cell] =
      confidence * area
      * Confidence.discount(byHalfLives: Double(lastReport.distance(to: reference)) / halfLife)
  }

  /// The sums over the cells of some components on a day, by component.
  ///
  /// - Complexity: O(*n*), for *n* cells.
  func sums(
    of wanted: some Collection<ComponentID>, in components: DynamicComponents, on day: Day
  ) -> [ComponentID: Double] {
    var isWanted = IndexedArray<ComponentID, Bool>(
      repeating: false, count: components.cellCounts.count)
    for component in wanted { isWanted[component] = true }
    var sums = IndexedArray<ComponentID, Double>(repeating: 0, count: isWanted.count)
    for cell in values.indices {
      guard let component = components.component(ofCell: cell), isWanted[component] else {
        continue
      }
      sums[component] += values[cell]
    }
    let factor = discount(on: day)
    return Dictionary(uniqueKeysWithValues: wanted.map { ($0, sums[$0] * factor) })
  }

  private func discount(on day: Day) -> Double {
    Confidence.discount(byHalfLives: Double(reference.distance(to: day)) / halfLife)
  }
}
