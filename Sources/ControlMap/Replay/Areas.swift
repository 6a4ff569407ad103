package import ControlHistory
public import Theatre
public import TypedIndices

extension Snapshot {
  /// The area of each holder's uncontested ground, of contested and of unknown ground, in square
  /// kilometres on the ellipsoid.
  public struct Areas: Hashable, Sendable {
    /// By holder.
    public let held: [ActorID: Double]
    /// What is fought over.
    public let contested: Double
    /// What nobody is known to hold.
    public let unknown: Double
  }

  /// The areas by state.
  public var areas: Areas {
    Areas(territories.map { ($0.state, $0.areaInSquareKilometers) })
  }
}

extension Snapshot.Areas {
  /// Sums up pieces of ground.
  ///
  /// - Parameter pieces: the state and the area of each, in square kilometres.
  package init(_ pieces: some Sequence<(GroundState, Double)>) {
    var sums: [Snapshot.AreaClass: Double] = [:]
    for (state, area) in pieces { sums[Snapshot.AreaClass(state), default: 0] += area }
    self.init(sums)
  }

  fileprivate init(_ sums: [Snapshot.AreaClass: Double]) {
    var held: [ActorID: Double] = [:]
    for case (.held(let holder), let area) in sums { held[holder] = area }
    self.init(held: held, contested: sums[.contested] ?? 0, unknown: sums[.unknown] ?? 0)
  }
}

extension CellHistory {
  /// The areas by state on each of `days`, in their order. A holder that holds nothing on a day is left
  /// out on it.
  ///
  /// - Complexity: O(*r* + *d* *h*), for *r* runs, *d* days and *h* holders.
  public var areas: [Snapshot.Areas] {
    var number: [Int: Int] = [:]
    for (index, day) in days.enumerated() { number[day.number] = index }
    // What each class gains and loses on each day, and how many cells it has.
    var turns: [Snapshot.AreaClass: [(area: Double, cells: Int)]] = [:]
    let none = [(area: Double, cells: Int)](repeating: (0, 0), count: days.count)
    func turn(_ state: GroundState, on day: Int, _ area: Double, _ cells: Int) {
      turns[Snapshot.AreaClass(state), default: none][day].area += area
      turns[Snapshot.AreaClass(state), default: none][day].cells += cells
    }
    for (cell, runs) in zip(cells, runs) {
      var last: GroundState?
      for run in runs {
        guard let day = number[run.day.number] else { continue }
        if let last { turn(last, on: day, -cell.areaInSquareKilometers, -1) }
        turn(run.state.state, on: day, cell.areaInSquareKilometers, 1)
        last = run.state.state
      }
    }
    var sums: [Snapshot.AreaClass: (area: Double, cells: Int)] = [:]
    return days.indices.map { day in
      for (state, changes) in turns {
        sums[state, default: (0, 0)].area += changes[day].area
        sums[state, default: (0, 0)].cells += changes[day].cells
      }
      return Snapshot.Areas(sums.filter { $0.value.cells > 0 }.mapValues(\.area))
    }
  }
}
