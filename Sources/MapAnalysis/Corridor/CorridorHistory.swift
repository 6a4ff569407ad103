public import ControlMap
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

extension CorridorFinder {
  /// Returns how a corridor was opened and cut, phase by phase, from the first day of the theatre to its
  /// end.
  ///
  /// - Complexity: O(*d n* log *n*), for *d* days on which the side's ground changes and *n* cells.
  public func history(
    _ question: CorridorQuestion
  ) throws(MapError) -> [Span<CorridorPhase>] {
    var ground = CorridorGround(map)
    var search = CorridorSearch(question, map)
    let replay = MapReplay(map, [])
    var phases: [(start: Day, phase: CorridorPhase)] = []
    while let delta = try replay.advance() {
      let topology = ground.map.tessellation.topology
      let states = try ground.states(replay.known)
      if ground.map.tessellation.topology !== topology {
        search = CorridorSearch(question, ground.map)
      }
      guard search.see(states) || phases.isEmpty else { continue }
      let width = search.width
      if phases.last?.phase.isConnected == (width != nil) {
        phases[phases.count - 1].phase.include(width)
        continue
      }
      let obstacle = width == nil ? search.obstacle(in: states) : nil
      phases.append(
        (
          delta.day,
          CorridorPhase(
            isConnected: width != nil, widthsInKilometers: width.map { $0...$0 },
            obstacle: obstacle)
        ))
    }
    let ends = phases.dropFirst().map(\.start) + [map.settings.period.upperBound]
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
