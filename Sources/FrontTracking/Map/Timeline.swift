public import Theatre

/// Something that stayed the same from a day on up to another: `[start, end)`.
public struct Span<Item: Hashable & Sendable>: Hashable, Sendable {
  /// The first day.
  public let start: Day
  /// The first day on which it is no longer so.
  public let end: Day
  /// Whether it is so still at the end of the theatre.
  public let isOpenEnded: Bool
  /// What stayed the same.
  public let item: Item

  /// Creates a span.
  public init(start: Day, end: Day, isOpenEnded: Bool, item: Item) {
    self.start = start
    self.end = end
    self.isOpenEnded = isOpenEnded
    self.item = item
  }

  /// Whether it was so on a day.
  public func contains(_ day: Day) -> Bool { start <= day && day < end }
}

/// The maps of all days: everything stays one feature while nothing about it changes.
public struct Timeline: Sendable {
  /// The days on which the map changes, the theatre's first day among them.
  public let days: [Day]
  /// The ground.
  public let territories: [Span<Territory>]
  /// The lines between the sides.
  public let fronts: [Span<FrontLine>]
  /// The ground cut off from every exit.
  public let pockets: [Span<Pocket>]
  /// The sites.
  public let places: [Span<PlaceState>]
  /// The ground on which it is uncertain which side holds it.
  public let bands: [Span<FrontBand>]
  /// The ground by the age of its last report.
  public let staleness: [Span<StaleGround>]
}

extension FrontTracker {
  /// Returns the maps of all days.
  ///
  /// - Parameters:
  ///   - parts: what is wanted; the rest is empty.
  ///   - progress: called after each day with the number of days done and of all.
  /// - Complexity: O(*n* log *n* + *k*), for *n* cells and *k* cells and vertices of what changes.
  public func timeline(
    of parts: MapParts = .all, progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(FrontTrackingError) -> Timeline {
    var replay = MapReplay(self, parts)
    let end = theatre.settings.end
    var territories = Recorder<Territory>(end: end)
    var fronts = Recorder<FrontLine>(end: end)
    var pockets = Recorder<Pocket>(end: end)
    var places = Recorder<PlaceState>(end: end)
    var bands = Recorder<FrontBand>(end: end)
    var staleness = Recorder<StaleGround>(end: end)
    let dayCount = days(showing: parts).count
    var done = 0
    while let news = try replay.advance() {
      territories.record(
        replay.territories(news.territories.begun), news.territories.ended, on: news.day)
      fronts.record(replay.fronts(news.fronts.begun), news.fronts.ended, on: news.day)
      pockets.record(replay.pockets(news.pockets.begun), news.pockets.ended, on: news.day)
      places.record(replay.places(news.places.begun), news.places.ended, on: news.day)
      bands.record(replay.bands(news.bands.begun), news.bands.ended, on: news.day)
      staleness.record(
        replay.staleness(news.staleness.begun), news.staleness.ended, on: news.day)
      done += 1
      progress(done, dayCount)
    }
    return Timeline(
      days: days, territories: territories.spans, fronts: fronts.spans, pockets: pockets.spans,
      places: places.spans, bands: bands.spans, staleness: staleness.spans)
  }
}

/// Notes from when to when each item was there.
private struct Recorder<Item: Hashable & Comparable & Sendable> {
  private let end: Day
  private var open: [Int: (start: Day, item: Item)] = [:]
  private var closed: [Span<Item>] = []

  init(end: Day) {
    self.end = end
  }

  mutating func record(_ begun: [(number: Int, item: Item)], _ ended: [Int], on day: Day) {
    for number in ended {
      guard let (start, item) = open.removeValue(forKey: number) else { continue }
      closed.append(Span(start: start, end: day, isOpenEnded: false, item: item))
    }
    for (number, item) in begun { open[number] = (day, item) }
  }

  /// All that was recorded, by first day and then in the items' own order.
  var spans: [Span<Item>] {
    let last = open.values.map {
      Span(start: $0.start, end: end, isOpenEnded: true, item: $0.item)
    }
    return (closed + last).sorted {
      $0.start != $1.start ? $0.start < $1.start : $0.item < $1.item
    }
  }
}
