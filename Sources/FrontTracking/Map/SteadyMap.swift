internal import Theatre

/// The map of one day after another on cells that stay the same.
struct SteadyMap {
  typealias Turnover = MapReplay.Turnover

  let tracker: FrontTracker
  let parts: MapParts
  let exits: ExitTable
  let crossings: CrossingTable
  var mosaic: Mosaic

  var territories: PieceRoll
  var sideGround: PieceRoll
  var fronts = Roll<Stretch>()
  var pockets = Roll<PocketKey>()
  var places = Roll<Int>()
  var labels = LabelBook()
  var measures: EdgeMeasures
  var ages: PieceRoll
  var weights: CellWeights
  /// The cells that have something else known of them than when they were weighed. A replay that draws
  /// nothing never weighs them.
  var unweighed: [Int32] = []
  var day: Day

  /// Begins with nothing on the map.
  init(
    _ tracker: FrontTracker, _ parts: MapParts, _ mosaic: Mosaic, _ exits: ExitTable,
    _ crossings: CrossingTable
  ) {
    self.tracker = tracker
    self.parts = parts
    self.mosaic = mosaic
    self.exits = exits
    self.crossings = crossings
    let siteCounts = mosaic.cells.indices.map { Int32(mosaic.siteCount(inCell: $0)) }
    territories = PieceRoll(Pieces(mosaic.topology, weights: siteCounts))
    sideGround = PieceRoll(Pieces(mosaic.topology))
    measures = EdgeMeasures(mosaic.topology)
    ages = PieceRoll(Pieces(mosaic.topology))
    weights = CellWeights(tracker, cellCount: mosaic.cells.count)
    day = tracker.theatre.settings.start
  }

  /// Goes on to a day.
  ///
  /// - Parameters:
  ///   - cells: the cells of which something else is known.
  ///   - mosaic: what is known of all.
  mutating func turn(
    _ cells: [CellBoard.News], _ mosaic: Mosaic, on day: Day
  ) -> MapReplay.News {
    self.mosaic = mosaic
    self.day = day
    var news = MapReplay.News(day: day)
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
extension SteadyMap {
  private mutating func turnTerritories(_ news: [CellBoard.News]) -> Turnover {
    let changes = news.map {
      (
        cell: $0.cell,
        label: labels.label(
          of: mosaic.groundState(ofCell: $0.cell),
          isDateUncertain: mosaic.isDateUncertain($0.cell))
      )
    }
    if territories.isEmpty {
      // Cells of which nothing is known are ground too.
      let known = Set(changes.map(\.cell))
      let unknown = labels.label(of: .unknown, isDateUncertain: false)
      let rest = mosaic.cells.indices.filter { !known.contains($0) }.map {
        (cell: $0, label: unknown)
      }
      territories.relabel((changes + rest).sorted { $0.cell < $1.cell })
    } else {
      territories.relabel(changes)
    }
    let reports = ReportChanges(news, mosaic, tracker)
    return territories.turn(
      alsoNew: reports.piecesWithOthers(territories.pieces))
  }

  /// Keeps the ground of each side in connected pieces.
  private mutating func turnSides(_ news: [CellBoard.News]) {
    sideGround.relabel(
      news.map {
        (cell: $0.cell, label: mosaic.groundLabel(ofCell: $0.cell))
      })
  }

  private mutating func turnFronts(_ news: [CellBoard.News]) -> Turnover {
    guard !news.isEmpty else { return Turnover() }
    return fronts.turn(to: mosaic.stretches(along: sideGround.pieces.borders))
  }

  private mutating func turnPockets(_ news: [CellBoard.News]) -> Turnover {
    guard !news.isEmpty else { return Turnover() }
    _ = sideGround.turn()
    return pockets.turn(to: closedPieces())
  }

  private mutating func turnPlaces(_ news: [CellBoard.News]) -> Turnover {
    var turnover = Turnover()
    let isFirst = places.isEmpty
    let cells = isFirst ? Array(mosaic.cells.indices) : news.map(\.cell)
    for place in cells.flatMap(mosaic.sites(inCell:)).sorted() {
      places.renew(place, &turnover)
    }
    return turnover
  }
}
