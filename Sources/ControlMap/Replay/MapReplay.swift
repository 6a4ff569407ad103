public import Theatre

/// Goes through the days of a map and finds what is new on it.
///
/// A day costs what changes on it. What stays the same keeps its number; numbers are given in an order
/// that is the same in every replay, so one replay can find out how long everything lasts and another
/// draw it.
///
///     let replay = MapReplay(map, .fronts)
///     while let delta = try replay.advance() {
///       for (_, front) in replay.items(of: FrontLayer.self, delta[FrontLayer.self].begun) { … }
///     }
public final class MapReplay {
  private let days: [Day]
  private var next = 0
  private var cellReplay: CellStateReplay
  private let steady: IncrementalMap
  private var redrawn: RedrawnMap?

  /// Begins before the first day.
  ///
  /// - Parameters:
  ///   - map: what is drawn from.
  ///   - layers: what is looked at.
  ///   - days: the days to stop at, in order; by default those on which a layer may change.
  public init(_ map: ControlMap, _ layers: MapLayers = .all, days: [Day]? = nil) {
    self.days = days ?? layers.days(of: map)
    cellReplay = CellStateReplay(map)
    steady = IncrementalMap(MapCanvas(map, CellStates(map)), layers)
    redrawn =
      map.settings.linesRunInsideCells && !layers.isEmpty ? RedrawnMap(map, layers) : nil
  }

  /// The next day to go on to; nil after the last.
  public var nextDay: Day? { next < days.count ? days[next] : nil }

  /// What is known of the tessellation's own cells on the last day.
  package var known: CellStates { cellReplay.states }

  /// What is known of the cells as they are drawn on the last day.
  package var states: CellStates { redrawn?.states ?? cellReplay.states }

  /// Moves on to the next day.
  ///
  /// - Returns: what changed, or nil after the last day.
  /// - Throws: `MapError` if lines that run inside cells cannot be drawn.
  /// - Complexity: O(*k*) for *k* cells that change and those of the smaller parts of components that are
  ///   cut or joined; with fronts or pockets also the length of all borders. Where lines run inside
  ///   cells, O(*n* log *n*) for *n* cells.
  public func advance() throws(MapError) -> DayDelta? {
    guard next < days.count else { return nil }
    let day = days[next]
    next += 1
    let cells = cellReplay.advance(to: day)
    if redrawn != nil { return try redrawn?.advance(cells, cellReplay.states, to: day) }
    return try steady.advance(cells, cellReplay.states, to: day)
  }

  /// Returns what numbers of a layer stand for on the last day, in the items' own order.
  ///
  /// - Parameters:
  ///   - layer: the layer; one that is not looked at has nothing on it.
  ///   - numbers: numbers of what is on the map.
  ///   - longestList: how many places an item may have for its places and reports to be listed.
  /// - Complexity: O(*n* + *b*), for *n* cells and *b* half-edges at borders.
  public func items<Layer: MapLayer>(
    of layer: Layer.Type, _ numbers: [Int], longestList: Int = .max
  ) -> [Numbered<Layer.Item>] {
    if let redrawn { return redrawn.items(layer, numbers, longestList: longestList) ?? [] }
    return steady.layer(layer)?.items(numbers, on: steady.canvas, longestList: longestList) ?? []
  }
}

extension MapLayers {
  /// The days on which one of the layers may change, in order; with no layer those on which a cell does.
  func days(of map: ControlMap) -> [Day] {
    let days = types.map { $0.days(of: map) }
    guard days.count > 1 else { return days.first ?? map.days }
    return Set(days.joined()).sorted()
  }
}
