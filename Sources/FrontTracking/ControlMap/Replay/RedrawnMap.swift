internal import GEOS
internal import Geometry
internal import TheatreModel

/// The map of one day after another with lines that run inside cells: drawn anew on each day on which
/// something changes. What is drawn just as before keeps its number.
struct RedrawnMap {
  /// What is known of the cells on the last day.
  private(set) var states: CellStates?

  private(set) var territories = ItemIDs<Territory>()
  private(set) var fronts = ItemIDs<FrontLine>()
  private(set) var pockets = ItemIDs<Pocket>()
  private(set) var places = ItemIDs<PlaceState>()
  private(set) var bands = ItemIDs<FrontBand>()
  private(set) var staleness = ItemIDs<StaleGround>()

  private let tracker: FrontTracker
  private let parts: MapParts
  private var refinement: Refinement

  /// The theatre on the cells of the last day, and what was measured of them.
  private var site: FrontTracker?
  private var measures: EdgeMeasures?

  init(_ tracker: FrontTracker, _ parts: MapParts) {
    self.tracker = tracker
    self.parts = parts
    refinement = Refinement(tracker)
  }

  /// Goes on to a day.
  mutating func turn(
    _ cells: [CellDelta], _ known: CellStates, on day: Day
  ) throws(FrontTrackingError) -> DayDelta {
    var news = DayDelta(day: day)
    if let states, cells.isEmpty {
      // Reports grow old on days without news too.
      if parts.contains(.staleness) { news.staleness = turnAges(states, on: day) }
      return news
    }
    let refined = try refinement.refine(known)
    states = refined
    if measures?.topology !== refined.topology {
      // Where no pocket is looked for, it does not matter which cells lie at an exit.
      site = parts.contains(.pockets) ? try tracker.divided(as: refined) : nil
      measures = nil
    }
    var map = IncrementalMap(
      tracker, parts, refined, site?.exits ?? tracker.exits,
      site?.crossings ?? tracker.crossings)
    if let measures { map.measures = measures }
    defer { measures = map.measures }
    let all = refined.cells.indices.map { CellDelta(cell: $0, source: -1, entry: -1) }
    let drawn = map.turn(all, refined, on: day)
    news.territories = territories.turn(to: map.territories(drawn.territories.begun).map(\.item))
    news.fronts = fronts.turn(to: map.fronts(drawn.fronts.begun).map(\.item))
    news.pockets = pockets.turn(to: map.pockets(drawn.pockets.begun).map(\.item))
    if parts.contains(.bands) { news.bands = bands.turn(to: try refinement.bands()) }
    news.places = places.turn(to: map.places(drawn.places.begun).map(\.item))
    news.staleness = staleness.turn(to: map.staleGround(drawn.staleness.begun).map(\.item))
    return news
  }

  private mutating func turnAges(_ states: CellStates, on day: Day) -> LayerDelta {
    var map = IncrementalMap(tracker, .staleness, states, tracker.exits, tracker.crossings)
    if let measures { map.measures = measures }
    let drawn = map.turn([], states, on: day)
    return staleness.turn(to: map.staleGround(drawn.staleness.begun).map(\.item))
  }

  /// Returns the ground that numbers stand for, without the lists that are too long.
  func territories(_ numbers: [Int], _ longestList: Int) -> [(number: Int, item: Territory)] {
    territories.items(numbers).map { ($0.number, $0.item.listing(atMost: longestList)) }
  }
}

/// Items and their numbers on the map.
struct ItemIDs<Item: Hashable & Comparable> {
  private var roll = FeatureIDs<Item>()

  mutating func turn(to items: [Item]) -> LayerDelta { roll.turn(to: items) }

  /// The items that numbers stand for, in their own order.
  func items(_ numbers: [Int]) -> [(number: Int, item: Item)] {
    let keys = roll.keys
    return numbers.compactMap { number in keys[number].map { (number, $0) } }
      .sorted { $0.item < $1.item }
  }
}
