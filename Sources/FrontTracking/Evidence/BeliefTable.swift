internal import Theatre

/// What speaks for each entry of a chronicle, in flat arrays: a map of many thousand cells looks it up
/// for each of them.
struct BeliefTable: Sendable {
  private var firsts: [Int32] = []
  private var beliefs: [Double] = []
  private var lastReports: [Int32] = []
  private var reports: [Int32] = []
  private var reportEnds: [Int32] = []

  /// - Complexity: O(*n*), for *n* entries.
  init(_ chronicle: Chronicle) {
    firsts.reserveCapacity(chronicle.entries.count)
    for entries in chronicle.entries {
      firsts.append(Int32(beliefs.count))
      for entry in entries {
        beliefs.append(
          entry.state.status == .unknown
            ? 0 : entry.evidence.belief * Confidence.discount(for: entry.state))
        lastReports.append(Int32(clamping: entry.lastReport.number))
        for report in entry.decidedBy { reports.append(Int32(report)) }
        if let report = entry.holderReport { reports.append(Int32(report)) }
        reportEnds.append(Int32(reports.count))
      }
    }
  }

  /// What is believed by an entry of a ground, and the day of the last report behind it.
  subscript(ground: Int, entry: Int) -> (belief: Double, lastReport: Day) {
    let index = Int(firsts[ground]) + entry
    return (beliefs[index], Day(number: Int(lastReports[index])))
  }

  /// The reports that decided an entry of a ground, and the one by which the holder holds.
  func reports(of ground: Int, entry: Int) -> ArraySlice<Int32> {
    let index = Int(firsts[ground]) + entry
    return reports[(index > 0 ? Int(reportEnds[index - 1]) : 0)..<Int(reportEnds[index])]
  }
}

/// How much each cell adds to the confidence in the piece of ground that it belongs to: its confidence
/// times its area.
///
/// Age discounts all cells by the same factor from one day to the next, so a cell's weight is kept as it
/// would be on a reference day and need not be computed again until its entry changes.
struct CellWeights {
  private let halfLife: Double
  private var reference: Day
  private var values: [Double]

  /// How many half-lives the reference may lie back before the weights would leave the range of a number.
  private static let longestReach = 500.0

  init(_ tracker: FrontTracker, cellCount: Int) {
    halfLife = tracker.theatre.settings.halfLifeInDays
    reference = tracker.theatre.settings.start
    values = [Double](repeating: 0, count: cellCount)
  }

  /// Goes on to a day.
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

  /// The sums over the cells of some pieces on a day, by slot.
  ///
  /// - Parameter slots: the slot of each piece; -1 for one that is not wanted.
  /// - Complexity: O(*n*), for *n* cells.
  func sums(ofPieces pieceOfCell: [Int32], slots: [Int32], count: Int, on day: Day) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (cell, piece) in pieceOfCell.enumerated() where piece >= 0 {
      let slot = slots[Int(piece)]
      if slot >= 0 { sums[Int(slot)] += values[cell] }
    }
    let factor = discount(on: day)
    return sums.map { $0 * factor }
  }

  private func discount(on day: Day) -> Double {
    Confidence.discount(byHalfLives: Double(reference.distance(to: day)) / halfLife)
  }
}
