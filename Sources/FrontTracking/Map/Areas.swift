internal import TheatreModel

/// What a piece of ground counts as where areas are summed up.
enum GroundClass: Hashable {
  case held(by: Int)
  case contested
  case unknown

  init(_ state: GroundState) {
    switch (state.status, state.holder) {
    case (.held, let holder?), (.presumed, let holder?): self = .held(by: holder)
    case (.contested, _): self = .contested
    default: self = .unknown
    }
  }
}

extension Snapshot.Areas {
  /// Sums up pieces of ground.
  ///
  /// - Parameter pieces: the state and the area of each, in square kilometres.
  init(_ pieces: some Sequence<(GroundState, Double)>) {
    var sums: [GroundClass: Double] = [:]
    for (state, area) in pieces { sums[GroundClass(state), default: 0] += area }
    self.init(sums)
  }

  fileprivate init(_ sums: [GroundClass: Double]) {
    var held: [Int: Double] = [:]
    for case (.held(let holder), let area) in sums { held[holder] = area }
    self.init(held: held, contested: sums[.contested] ?? 0, unknown: sums[.unknown] ?? 0)
  }
}

extension CellHistory {
  /// The areas by state on each of `days`, in their order. A holder that holds nothing on a day is left
  /// out on it.
  ///
  /// - Complexity: O(*r* + *d*), for *r* runs and *d* days.
  public var areas: [Snapshot.Areas] {
    var number: [Int: Int] = [:]
    for (index, day) in days.enumerated() { number[day.number] = index }
    // What each class gains and loses on each day, and how many cells it has.
    var turns: [GroundClass: [(area: Double, cells: Int)]] = [:]
    func turn(_ state: GroundState, on day: Int, _ area: Double, _ cells: Int) {
      let none = [(area: Double, cells: Int)](repeating: (0, 0), count: days.count)
      turns[GroundClass(state), default: none][day].area += area
      turns[GroundClass(state), default: none][day].cells += cells
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
    var sums: [GroundClass: (area: Double, cells: Int)] = [:]
    return days.indices.map { day in
      for (ground, changes) in turns {
        sums[ground, default: (0, 0)].area += changes[day].area
        sums[ground, default: (0, 0)].cells += changes[day].cells
      }
      return Snapshot.Areas(sums.filter { $0.value.cells > 0 }.mapValues(\.area))
    }
  }
}
