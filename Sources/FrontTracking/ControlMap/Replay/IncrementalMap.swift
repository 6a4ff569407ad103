internal import TheatreModel

/// The map of one day after another on cells that stay the same.
struct IncrementalMap {
  let tracker: FrontTracker
  let parts: MapParts
  let exits: ExitTable
  let crossings: CrossingTable
  var states: CellStates

  var territories: ComponentIDs
  var sideGround: ComponentIDs
  var fronts = FeatureIDs<Stretch>()
  var pockets = FeatureIDs<PocketKey>()
  var places = FeatureIDs<Int>()
  var labels = StateInterner()
  var measures: EdgeMeasures
  var ages: ComponentIDs
  var weights: CellWeights
  /// The cells that have something else known of them than when they were weighed. A replay that draws
  /// nothing never weighs them.
  var unweighed: [Int32] = []
  var day: Day

  /// Begins with nothing on the map.
  init(
    _ tracker: FrontTracker, _ parts: MapParts, _ states: CellStates, _ exits: ExitTable,
    _ crossings: CrossingTable
  ) {
    self.tracker = tracker
    self.parts = parts
    self.states = states
    self.exits = exits
    self.crossings = crossings
    let siteCounts = states.cells.indices.map { Int32(states.siteCount(inCell: $0)) }
    territories = ComponentIDs(DynamicComponents(states.topology, weights: siteCounts))
    sideGround = ComponentIDs(DynamicComponents(states.topology))
    measures = EdgeMeasures(states.topology)
    ages = ComponentIDs(DynamicComponents(states.topology))
    weights = CellWeights(tracker, cellCount: states.cells.count)
    day = tracker.theatre.settings.start
  }

  /// Goes on to a day.
  ///
  /// - Parameters:
  ///   - cells: the cells of which something else is known.
  ///   - mosaic: what is known of all.
  mutating func turn(
    _ cells: [CellDelta], _ states: CellStates, on day: Day
  ) -> DayDelta {
    self.states = states
    self.day = day
    var news = DayDelta(day: day)
    if parts.contains(.territories) {
      unweighed += cells.map { Int32($0.cell) }
      news.territories = turnTerritories(cells)
    }
    if parts.contains(.staleness) { news.staleness = turnAges() }
    if parts.contains(.fronts) || parts.contains(.pockets) {
      turnSides(cells)
      if parts.contains(.fronts) { news.fronts = turnFronts(cells) }
      if parts.contains(.pockets) { news.pockets = turnPockets(cells) }
    }
    if parts.contains(.places) { news.places = turnPlaces(cells) }
    return news
  }
}

/// One function a part.
extension IncrementalMap {
  private mutating func turnTerritories(_ news: [CellDelta]) -> LayerDelta {
    let changes = news.map {
      (
        cell: $0.cell,
        label: labels.label(
          of: states.groundState(ofCell: $0.cell),
          isDateUncertain: states.isDateUncertain($0.cell))
      )
    }
    if territories.isEmpty {
      // Cells of which nothing is known are ground too.
      let known = Set(changes.map(\.cell))
      let unknown = labels.label(of: .unknown, isDateUncertain: false)
      let rest = states.cells.indices.filter { !known.contains($0) }.map {
        (cell: $0, label: unknown)
      }
      territories.relabel((changes + rest).sorted { $0.cell < $1.cell })
    } else {
      territories.relabel(changes)
    }
    let reports = ReportChanges(news, states, tracker)
    return territories.turn(
      alsoNew: reports.piecesWithOthers(territories.pieces))
  }

  /// Keeps the ground of each side in connected pieces.
  private mutating func turnSides(_ news: [CellDelta]) {
    sideGround.relabel(
      news.map {
        (cell: $0.cell, label: states.groundLabel(ofCell: $0.cell))
      })
  }

  private mutating func turnFronts(_ news: [CellDelta]) -> LayerDelta {
    guard !news.isEmpty else { return LayerDelta() }
    return fronts.turn(to: states.stretches(along: sideGround.pieces.borders))
  }

  private mutating func turnPockets(_ news: [CellDelta]) -> LayerDelta {
    guard !news.isEmpty else { return LayerDelta() }
    _ = sideGround.turn()
    return pockets.turn(to: closedPieces())
  }

  private mutating func turnPlaces(_ news: [CellDelta]) -> LayerDelta {
    var delta = LayerDelta()
    let isFirst = places.isEmpty
    let cells = isFirst ? Array(states.cells.indices) : news.map(\.cell)
    for place in cells.flatMap(states.places(inCell:)).sorted() {
      places.renew(place, &delta)
    }
    return delta
  }
}
