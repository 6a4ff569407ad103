public import Theatre
public import TypedIndices

/// A report that speaks for a state or against it, for its source and those that are not independent of it.
public struct SourceSupport: Hashable, Sendable {
  /// The report.
  public let report: ReportID
  /// How far it supports what it says by its grade, from 0 to 1.
  public let support: Double
  /// What is left of that on the day of the latest report, because it is older.
  public internal(set) var weight: Double
}

/// What independent sources said, each at its best.
package struct SourceSupports {
  package private(set) var all: [(group: Int, source: SourceSupport)] = []
  private var day: Day?
  /// Where each group is, once there are more than can be looked through quickly.
  private var indexOfGroup: [Int: Int] = [:]

  private static let fewGroups = 16

  /// Moves on to a day: what was said before counts less by then.
  package mutating func advance(to day: Day, halfLife: Double) {
    if let last = self.day, last < day {
      let factor = Confidence.discount(forAge: last.distance(to: day), halfLife: halfLife)
      for index in all.indices { all[index].source.weight *= factor }
    }
    self.day = day
  }

  /// Adds a report. Among sources that depend on each other only the best counts, and among
  /// equally good ones the latest.
  package mutating func add(_ report: ReportID, _ scale: SupportScale) {
    let (support, group) = (scale.support(of: report), scale.group(of: report))
    let source = SourceSupport(report: report, support: support, weight: support)
    guard let known = index(ofGroup: group) else {
      all.append((group, source))
      if all.count > Self.fewGroups { indexOfGroup[group] = all.count - 1 }
      return
    }
    if all[known].source.weight < support { all[known].source = source }
  }

  private func index(ofGroup group: Int) -> Int? {
    all.prefix(Self.fewGroups).firstIndex { $0.group == group } ?? indexOfGroup[group]
  }

  package mutating func dismiss() {
    all.removeAll(keepingCapacity: true)
    indexOfGroup = [:]
  }

  /// How many independent sources have been added.
  package var count: Int { all.count }

  /// How far they support together what they all say: 1 - Π(1 - sᵢ). The factors in ascending order, so that
  /// the order in which they were added makes no difference.
  package var support: Double {
    1 - all.map { 1 - $0.source.weight }.sorted().reduce(1, *)
  }
}
