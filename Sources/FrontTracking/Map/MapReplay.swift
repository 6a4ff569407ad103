public import Theatre

/// Goes through the days of a theatre and finds what is new on the map.
///
/// A day costs what changes on it. What stays the same keeps its number; numbers are given in an order
/// that is the same in every replay, so one replay can find out how long everything lasts and another
/// draw it.
public struct MapReplay {
  /// What is no longer so and what is new, by number.
  public struct Turnover: Hashable, Sendable {
    /// The numbers of what is no longer so.
    public internal(set) var ended: [Int] = []
    /// The numbers of what is new.
    public internal(set) var begun: [Int] = []

    /// Whether nothing changed.
    public var isEmpty: Bool { ended.isEmpty && begun.isEmpty }
  }

  /// What changed on a day.
  public struct News: Hashable, Sendable {
    /// The day.
    public let day: Day
    /// The ground.
    public internal(set) var territories = Turnover()
    /// The lines between the sides.
    public internal(set) var fronts = Turnover()
    /// The ground cut off from every exit.
    public internal(set) var pockets = Turnover()
    /// The sites.
    public internal(set) var places = Turnover()
    /// The ground on which it is uncertain which side holds it.
    public internal(set) var bands = Turnover()
    /// The ground by the age of its last report.
    public internal(set) var staleness = Turnover()
  }

  private let days: [Day]
  private var next = 0
  private var board: CellBoard
  private var map: SteadyMap
  private var redrawing: Redrawing?

  /// Begins before the first day.
  ///
  /// - Parameters:
  ///   - tracker: the theatre.
  ///   - parts: what is looked at.
  ///   - days: the days to stop at, in order; by default those on which the map changes.
  public init(_ tracker: FrontTracker, _ parts: MapParts = .all, days: [Day]? = nil) {
    self.days = days ?? tracker.days(showing: parts)
    board = CellBoard(tracker)
    map = SteadyMap(
      tracker, parts, Mosaic(tracker), tracker.exits, tracker.crossings)
    redrawing = tracker.needsRedrawing && !parts.isEmpty ? Redrawing(tracker, parts) : nil
  }

  /// The next day to go on to; nil after the last.
  public var nextDay: Day? { next < days.count ? days[next] : nil }

  /// What is known of the tessellation's own cells on the last day.
  var known: Mosaic { board.mosaic }

  /// What is known of the cells as they are drawn on the last day.
  var mosaic: Mosaic { redrawing?.mosaic ?? board.mosaic }

  /// Goes on to the next day.
  ///
  /// - Returns: what changed, or nil after the last day.
  /// - Throws: `FrontTrackingError` if lines that run inside cells cannot be drawn.
  /// - Complexity: O(*k*) for *k* cells that change and those of the smaller parts of pieces that are
  ///   cut or joined; with fronts or pockets also the length of all borders. Where lines run inside
  ///   cells, O(*n* log *n*) for *n* cells.
  public mutating func advance() throws(FrontTrackingError) -> News? {
    guard next < days.count else { return nil }
    let day = days[next]
    next += 1
    let cells = board.advance(to: day)
    if redrawing != nil { return try redrawing?.turn(cells, board.mosaic, on: day) }
    return map.turn(cells, board.mosaic, on: day)
  }

  /// Returns the ground that numbers of the last day stand for, in its own order.
  ///
  /// - Parameters:
  ///   - numbers: numbers of territories that are on the map.
  ///   - longestList: how many sites a territory may have for its sites and reports to be listed.
  /// - Complexity: O(*n* + *b*), for *n* cells and *b* half-edges at borders.
  public mutating func territories(
    _ numbers: [Int], longestList: Int = .max
  ) -> [(number: Int, item: Territory)] {
    redrawing?.territories(numbers, longestList)
      ?? map.territories(numbers, longestList: longestList)
  }

  /// Returns the lines that numbers of the last day stand for, in their own order.
  ///
  /// - Complexity: O(*n*), for *n* vertices of all lines.
  public mutating func fronts(_ numbers: [Int]) -> [(number: Int, item: FrontLine)] {
    redrawing?.fronts.items(numbers) ?? map.fronts(numbers)
  }

  /// Returns the pockets that numbers of the last day stand for, in their own order.
  ///
  /// - Complexity: O(*n* + *b*), for *n* cells and *b* half-edges at borders.
  public mutating func pockets(_ numbers: [Int]) -> [(number: Int, item: Pocket)] {
    redrawing?.pockets.items(numbers) ?? map.pockets(numbers)
  }

  /// Returns the sites that numbers of the last day stand for, in order.
  ///
  /// - Complexity: O(*n*), for *n* sites of the theatre.
  public func places(_ numbers: [Int]) -> [(number: Int, item: PlaceState)] {
    redrawing?.places.items(numbers) ?? map.places(numbers)
  }

  /// Returns the uncertain ground that numbers of the last day stand for, in its own order.
  ///
  /// - Complexity: O(*n*), for *n* pieces.
  public func bands(_ numbers: [Int]) -> [(number: Int, item: FrontBand)] {
    redrawing?.bands.items(numbers) ?? []
  }

  /// Returns the ground by the age of its last report that numbers of the last day stand for, in its own
  /// order.
  ///
  /// - Complexity: O(*b*), for *b* half-edges at borders.
  public mutating func staleness(_ numbers: [Int]) -> [(number: Int, item: StaleGround)] {
    redrawing?.staleness.items(numbers) ?? map.staleGround(numbers)
  }
}
