internal import Theatre

/// How a corridor is as long as it stays open, or stays cut.
public struct CorridorPhase: Hashable, Sendable {
  /// Whether there is a corridor.
  public let isConnected: Bool
  /// The least and the greatest of its widths on the days of the phase, in kilometres, infinite where
  /// it passes no border; nil while there is none.
  public internal(set) var widthsInKilometers: ClosedRange<Double>?
  /// Why there is none on the first day of the phase; nil if there is one.
  public let obstacle: CorridorObstacle?
}

extension FrontTracker {
  /// Returns how a corridor was opened and cut, phase by phase, from the first day of the theatre to its
  /// end.
  ///
  /// - Complexity: O(*d n* log *n*), for *d* days on which the side's ground changes and *n* cells.
  public func corridorHistory(
    _ question: CorridorQuestion
  ) throws(FrontTrackingError) -> [Span<CorridorPhase>] {
    var ground = CorridorGround(self)
    var search = CorridorSearch(question, self)
    var replay = MapReplay(self, [])
    var phases: [(start: Day, phase: CorridorPhase)] = []
    while let news = try replay.advance() {
      let topology = ground.tracker.tessellation.topology
      let mosaic = try ground.mosaic(replay.known)
      if ground.tracker.tessellation.topology !== topology {
        search = CorridorSearch(question, ground.tracker)
      }
      guard search.see(mosaic) || phases.isEmpty else { continue }
      let width = search.width
      if phases.last?.phase.isConnected == (width != nil) {
        phases[phases.count - 1].phase.include(width)
        continue
      }
      let obstacle = width == nil ? search.obstacle(in: mosaic) : nil
      phases.append(
        (
          news.day,
          CorridorPhase(
            isConnected: width != nil, widthsInKilometers: width.map { $0...$0 },
            obstacle: obstacle)
        ))
    }
    let ends = phases.dropFirst().map(\.start) + [theatre.settings.end]
    return zip(phases, ends).enumerated().map { index, pair in
      Span(
        start: pair.0.start, end: pair.1, isOpenEnded: index == phases.count - 1,
        item: pair.0.phase)
    }
  }
}

extension CorridorPhase {
  fileprivate mutating func include(_ width: Double?) {
    guard let width, let widths = widthsInKilometers else { return }
    widthsInKilometers = min(widths.lowerBound, width)...max(widths.upperBound, width)
  }
}
