package import Theatre

extension Range<Day> {
  /// The parts into which the days within it divide it, in order; none if it is empty.
  ///
  /// - Complexity: O(*d* log *d*), for *d* days.
  package func divided(at days: some Sequence<Day>) -> [Range<Day>] {
    guard !isEmpty else { return [] }
    let turns = [lowerBound] + Set(days).filter { lowerBound < $0 && $0 < upperBound }.sorted()
    return zip(turns, turns.dropFirst() + [upperBound]).map { $0..<$1 }
  }
}
