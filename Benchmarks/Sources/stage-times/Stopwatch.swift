/// Takes the time of stages that are run again and again.
struct Stopwatch {
  /// The stages in the order of their first run, each with its times in milliseconds.
  private(set) var stages: [(name: String, times: [Double])] = []

  /// Runs a stage once.
  mutating func time<T>(_ name: String, _ body: () throws -> T) rethrows -> T {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try body()
    let milliseconds = (clock.now - start) / .milliseconds(1)
    if let index = stages.firstIndex(where: { $0.name == name }) {
      stages[index].times.append(milliseconds)
    } else {
      stages.append((name, [milliseconds]))
    }
    return result
  }

  /// The middle one of a stage's times, in milliseconds.
  func median(_ name: String) -> Double {
    let times = (stages.first { $0.name == name }?.times ?? []).sorted()
    return times.isEmpty ? 0 : times[times.count / 2]
  }
}
