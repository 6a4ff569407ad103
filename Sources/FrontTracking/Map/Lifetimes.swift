public import Theatre

/// How long what a replay numbers stays the same.
public struct Lifetimes: Sendable {
  /// The day after the last on which it is so, by number; nil for what is so up to the end.
  public struct Ends: Sendable {
    private var ends: [Day?] = []

    /// The day after the last on which something was so; nil if it is so up to the end.
    public subscript(number: Int) -> Day? { number < ends.count ? ends[number] : nil }

    fileprivate mutating func record(_ turnover: MapReplay.Turnover, on day: Day) {
      for number in turnover.ended {
        if number >= ends.count {
          ends.append(contentsOf: repeatElement(nil, count: number + 1 - ends.count))
        }
        ends[number] = day
      }
    }
  }

  /// Of the ground.
  public private(set) var territories = Ends()
  /// Of the lines between the sides.
  public private(set) var fronts = Ends()
  /// Of the ground cut off from every exit.
  public private(set) var pockets = Ends()
  /// Of the sites.
  public private(set) var places = Ends()
  /// Of the ground on which it is uncertain which side holds it.
  public private(set) var bands = Ends()
  /// Of the ground by the age of its last report.
  public private(set) var staleness = Ends()

  /// Replays all days of a theatre without drawing anything.
  ///
  /// - Complexity: that of `MapReplay.advance`, for each day.
  public init(_ tracker: FrontTracker, _ parts: MapParts) throws(FrontTrackingError) {
    var replay = MapReplay(tracker, parts)
    while let news = try replay.advance() {
      territories.record(news.territories, on: news.day)
      fronts.record(news.fronts, on: news.day)
      pockets.record(news.pockets, on: news.day)
      places.record(news.places, on: news.day)
      bands.record(news.bands, on: news.day)
      staleness.record(news.staleness, on: news.day)
    }
  }
}
