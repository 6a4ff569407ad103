internal import GEOS
internal import Geometry
internal import Theatre

/// The map of one day after another with lines that run inside cells: drawn anew on each day on which
/// something changes. What is drawn just as before keeps its number.
struct Redrawing {
  /// What is known of the cells on the last day.
  private(set) var mosaic: Mosaic?

  private(set) var territories = ItemRoll<Territory>()
  private(set) var fronts = ItemRoll<FrontLine>()
  private(set) var pockets = ItemRoll<Pocket>()
  private(set) var places = ItemRoll<PlaceState>()
  private(set) var bands = ItemRoll<FrontBand>()
  private(set) var staleness = ItemRoll<StaleGround>()

  private let tracker: FrontTracker
  private let parts: MapParts
  private var refinement: Refinement

  /// The theatre on the cells of the last day, and what was measured of them.
  private var ground: FrontTracker?
  private var measures: EdgeMeasures?

  init(_ tracker: FrontTracker, _ parts: MapParts) {
    self.tracker = tracker
    self.parts = parts
    refinement = Refinement(tracker)
  }

  /// Goes on to a day.
  mutating func turn(
    _ cells: [CellBoard.News], _ known: Mosaic, on day: Day
  ) throws(FrontTrackingError) -> MapReplay.News {
    var news = MapReplay.News(day: day)
    if let mosaic, cells.isEmpty {
      // Reports grow old on days without news too.
      if parts.contains(.staleness) { news.staleness = turnAges(mosaic, on: day) }
      return news
    }
    let refined = try refinement.refine(known)
    mosaic = refined
    if measures?.topology !== refined.topology {
      // Where no pocket is looked for, it does not matter which cells lie at an exit.
      ground = parts.contains(.pockets) ? try tracker.divided(as: refined) : nil
      measures = nil
    }
    var map = SteadyMap(
      tracker, parts, refined, ground?.exits ?? tracker.exits,
      ground?.crossings ?? tracker.crossings)
    if let measures { map.measures = measures }
    defer { measures = map.measures }
    let all = refined.cells.indices.map { CellBoard.News(cell: $0, source: -1, entry: -1) }
    let drawn = map.turn(all, refined, on: day)
    news.territories = territories.turn(to: map.territories(drawn.territories.begun).map(\.item))
    news.fronts = fronts.turn(to: map.fronts(drawn.fronts.begun).map(\.item))
    news.pockets = pockets.turn(to: map.pockets(drawn.pockets.begun).map(\.item))
    if parts.contains(.bands) { news.bands = bands.turn(to: try refinement.bands()) }
    news.places = places.turn(to: map.places(drawn.places.begun).map(\.item))
    news.staleness = staleness.turn(to: map.staleGround(drawn.staleness.begun).map(\.item))
    return news
  }

  private mutating func turnAges(_ mosaic: Mosaic, on day: Day) -> MapReplay.Turnover {
    var map = SteadyMap(tracker, .staleness, mosaic, tracker.exits, tracker.crossings)
    if let measures { map.measures = measures }
    let drawn = map.turn([], mosaic, on: day)
    return staleness.turn(to: map.staleGround(drawn.staleness.begun).map(\.item))
  }

  /// Returns the ground that numbers stand for, without the lists that are too long.
  func territories(_ numbers: [Int], _ longestList: Int) -> [(number: Int, item: Territory)] {
    territories.items(numbers).map { ($0.number, $0.item.listing(atMost: longestList)) }
  }
}

/// Items and their numbers on the map.
struct ItemRoll<Item: Hashable & Comparable> {
  private var roll = Roll<Item>()

  mutating func turn(to items: [Item]) -> MapReplay.Turnover { roll.turn(to: items) }

  /// The items that numbers stand for, in their own order.
  func items(_ numbers: [Int]) -> [(number: Int, item: Item)] {
    let keys = roll.keys
    return numbers.compactMap { number in keys[number].map { (number, $0) } }
      .sorted { $0.item < $1.item }
  }
}
