public import TheatreModel

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
  }

  let tracker: FrontTracker
  let parts: MapParts
  let days: [Day]
  var next = 0
  var board: CellBoard

  var territories: PieceRoll
  var sideGround: PieceRoll
  var fronts = Roll<Stretch>()
  var pockets = Roll<PocketKey>()
  var places = Roll<Int>()
  var labels = LabelBook()
  var measures: EdgeMeasures

  /// Begins before the first day.
  ///
  /// - Parameters:
  ///   - tracker: the theatre.
  ///   - parts: what is looked at.
  ///   - days: the days to stop at, in order; by default those on which the map changes.
  public init(_ tracker: FrontTracker, _ parts: MapParts = .all, days: [Day]? = nil) {
    self.tracker = tracker
    self.parts = parts
    self.days = days ?? tracker.days
    board = CellBoard(tracker)
    let topology = tracker.tessellation.topology
    territories = PieceRoll(topology)
    sideGround = PieceRoll(topology)
    measures = EdgeMeasures(topology)
  }

  /// The next day to go on to; nil after the last.
  public var nextDay: Day? { next < days.count ? days[next] : nil }

  /// Goes on to the next day.
  ///
  /// - Returns: what changed, or nil after the last day.
  /// - Complexity: O(*k*) for *k* cells that change and those of the smaller parts of pieces that are
  ///   cut or joined; with fronts or pockets also the length of all borders.
  public mutating func advance() throws(FrontTrackingError) -> News? {
    guard next < days.count else { return nil }
    var news = News(day: days[next])
    next += 1
    let cells = board.advance(to: news.day)
    if parts.contains(.territories) { news.territories = turnTerritories(cells) }
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
extension MapReplay {
  private mutating func turnTerritories(_ news: [CellBoard.News]) -> Turnover {
    let mosaic = board.mosaic
    let changes = news.map {
      (cell: $0.cell, label: labels.label(of: mosaic.groundState(ofCell: $0.cell)))
    }
    if territories.isEmpty {
      // Cells of which nothing is known are ground too.
      let known = Set(changes.map(\.cell))
      let unknown = labels.label(of: .unknown)
      let rest = mosaic.cells.indices.filter { !known.contains($0) }.map { (cell: $0, label: unknown) }
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
    let mosaic = board.mosaic
    sideGround.relabel(
      news.map {
        (cell: $0.cell, label: mosaic.side(ofCell: $0.cell))
      })
  }

  private mutating func turnFronts(_ news: [CellBoard.News]) -> Turnover {
    guard !news.isEmpty else { return Turnover() }
    return fronts.turn(to: board.mosaic.stretches(along: sideGround.pieces.borders))
  }

  private mutating func turnPockets(_ news: [CellBoard.News]) -> Turnover {
    guard !news.isEmpty else { return Turnover() }
    _ = sideGround.turn()
    return pockets.turn(to: closedPieces())
  }

  private mutating func turnPlaces(_ news: [CellBoard.News]) -> Turnover {
    let mosaic = board.mosaic
    var turnover = Turnover()
    let isFirst = places.isEmpty
    let cells = isFirst ? Array(mosaic.cells.indices) : news.map(\.cell)
    for place in cells.flatMap(mosaic.sites(inCell:)).sorted() {
      places.renew(place, &turnover)
    }
    return turnover
  }
}
