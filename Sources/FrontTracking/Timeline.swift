internal import GEOS
public import TheatreModel

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
}

extension FrontTracker {
  /// Returns the maps of all days.
  ///
  /// - Parameters:
  ///   - parts: what is wanted; the rest is empty.
  ///   - progress: called after each day with the number of days done and of all.
  /// - Complexity: O(*d* *n* log *n*), for *d* days with changes and *n* cells.
  public func timeline(
    of parts: MapParts = .all, progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(FrontTrackingError) -> Timeline {
    let days = days
    let end = theatre.settings.end
    let cartographer = Cartographer(self)
    var territories = Recorder<Territory>(end: end)
    var fronts = Recorder<FrontLine>(end: end)
    var pockets = Recorder<Pocket>(end: end)
    var places = Recorder<PlaceState>(end: end)
    for (index, day) in days.enumerated() {
      let snapshot = try withGEOS { () throws(GEOSError) in
        try cartographer.snapshot(on: day, parts)
      }
      territories.record(snapshot.territories, on: day)
      fronts.record(snapshot.fronts, on: day)
      pockets.record(snapshot.pockets, on: day)
      places.record(snapshot.places, on: day)
      progress(index + 1, days.count)
    }
    return Timeline(
      days: days, territories: territories.spans, fronts: fronts.spans, pockets: pockets.spans,
      places: places.spans)
  }
}

/// Follows items from day to day and notes from when to when each was there.
private struct Recorder<Item: Hashable & Comparable & Sendable> {
  private let end: Day
  private var open: [Item: Day] = [:]
  private var closed: [Span<Item>] = []

  init(end: Day) {
    self.end = end
  }

  mutating func record(_ items: [Item], on day: Day) {
    var still: [Item: Day] = [:]
    still.reserveCapacity(items.count)
    for item in items { still[item] = open.removeValue(forKey: item) ?? day }
    for (item, start) in open {
      closed.append(Span(start: start, end: day, isOpenEnded: false, item: item))
    }
    open = still
  }

  /// All that was recorded, by first day and then in the items' own order.
  var spans: [Span<Item>] {
    let last = open.map { Span(start: $0.value, end: end, isOpenEnded: true, item: $0.key) }
    return (closed + last).sorted {
      $0.start != $1.start ? $0.start < $1.start : $0.item < $1.item
    }
  }
}
