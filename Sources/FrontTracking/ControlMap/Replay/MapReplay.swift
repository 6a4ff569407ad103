public import TheatreModel

/// Goes through the days of a theatre and finds what is new on the map.
///
/// A day costs what changes on it. What stays the same keeps its number; numbers are given in an order
/// that is the same in every replay, so one replay can find out how long everything lasts and another
/// draw it.
public struct MapReplay {
  private let days: [Day]
  private var next = 0
  private var cellReplay: CellStateReplay
  private var map: IncrementalMap
  private var redrawn: RedrawnMap?

  /// Begins before the first day.
  ///
  /// - Parameters:
  ///   - tracker: the theatre.
  ///   - parts: what is looked at.
  ///   - days: the days to stop at, in order; by default those on which the map changes.
  public init(_ tracker: FrontTracker, _ parts: MapParts = .all, days: [Day]? = nil) {
    self.days = days ?? tracker.days(showing: parts)
    cellReplay = CellStateReplay(tracker)
    map = IncrementalMap(
      tracker, parts, CellStates(tracker), tracker.exits, tracker.crossings)
    redrawn = tracker.needsRedrawing && !parts.isEmpty ? RedrawnMap(tracker, parts) : nil
  }

  /// The next day to go on to; nil after the last.
  public var nextDay: Day? { next < days.count ? days[next] : nil }

  /// What is known of the tessellation's own cells on the last day.
  var known: CellStates { cellReplay.states }

  /// What is known of the cells as they are drawn on the last day.
  var states: CellStates { redrawn?.states ?? cellReplay.states }

  /// Goes on to the next day.
  ///
  /// - Returns: what changed, or nil after the last day.
  /// - Throws: `FrontTrackingError` if lines that run inside cells cannot be drawn.
  /// - Complexity: O(*k*) for *k* cells that change and those of the smaller parts of pieces that are
  ///   cut or joined; with fronts or pockets also the length of all borders. Where lines run inside
  ///   cells, O(*n* log *n*) for *n* cells.
  public mutating func advance() throws(FrontTrackingError) -> DayDelta? {
    guard next < days.count else { return nil }
    let day = days[next]
    next += 1
    let cells = cellReplay.advance(to: day)
    if redrawn != nil { return try redrawn?.turn(cells, cellReplay.states, on: day) }
    return map.turn(cells, cellReplay.states, on: day)
  }

  /// Returns the ground that numbers of the last day stand for, in its own order.
  ///
  /// - Parameters:
  ///   - numbers: numbers of territories that are on the map.
  ///   - longestList: how many places a territory may have for its places and reports to be listed.
  /// - Complexity: O(*n* + *b*), for *n* cells and *b* half-edges at borders.
  public mutating func territories(
    _ numbers: [Int], longestList: Int = .max
  ) -> [(number: Int, item: Territory)] {
    redrawn?.territories(numbers, longestList)
      ?? map.territories(numbers, longestList: longestList)
  }

  /// Returns the lines that numbers of the last day stand for, in their own order.
  ///
  /// - Complexity: O(*n*), for *n* vertices of all lines.
  public mutating func fronts(_ numbers: [Int]) -> [(number: Int, item: FrontLine)] {
    redrawn?.fronts.items(numbers) ?? map.fronts(numbers)
  }

  /// Returns the pockets that numbers of the last day stand for, in their own order.
  ///
  /// - Complexity: O(*n* + *b*), for *n* cells and *b* half-edges at borders.
  public mutating func pockets(_ numbers: [Int]) -> [(number: Int, item: Pocket)] {
    redrawn?.pockets.items(numbers) ?? map.pockets(numbers)
  }

  /// Returns the places that numbers of the last day stand for, in order.
  ///
  /// - Complexity: O(*n*), for *n* places of the theatre.
  public func places(_ numbers: [Int]) -> [(number: Int, item: PlaceState)] {
    redrawn?.places.items(numbers) ?? map.places(numbers)
  }

  /// Returns the uncertain ground that numbers of the last day stand for, in its own order.
  ///
  /// - Complexity: O(*n*), for *n* pieces.
  public func bands(_ numbers: [Int]) -> [(number: Int, item: FrontBand)] {
    redrawn?.bands.items(numbers) ?? []
  }

  /// Returns the ground by the age of its last report that numbers of the last day stand for, in its own
  /// order.
  ///
  /// - Complexity: O(*b*), for *b* half-edges at borders.
  public mutating func staleness(_ numbers: [Int]) -> [(number: Int, item: StaleGround)] {
    redrawn?.staleness.items(numbers) ?? map.staleGround(numbers)
  }
}
