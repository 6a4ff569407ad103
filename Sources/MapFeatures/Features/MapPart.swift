public import FrontTracking
internal import TheatreModel

/// A part of the map that comes and goes over the days: what a layer may be drawn from.
public struct MapPart<Item: Sendable>: Sendable {
  private let parts: MapParts
  private let delta: @Sendable (MapReplay.News) -> MapReplay.Turnover
  private let ends: @Sendable (Lifetimes) -> Lifetimes.Ends
  private let items: @Sendable (inout MapReplay, [Int]) -> [(number: Int, item: Item)]

  private init(
    _ parts: MapParts,
    changes delta: @escaping @Sendable (MapReplay.News) -> MapReplay.Turnover,
    until ends: @escaping @Sendable (Lifetimes) -> Lifetimes.Ends,
    items: @escaping @Sendable (inout MapReplay, [Int]) -> [(number: Int, item: Item)]
  ) {
    self.parts = parts
    self.delta = delta
    self.ends = ends
    self.items = items
  }

  /// The part as a source of features: of what begins on a day, those are made that are so on some day of
  /// the period.
  func source(
    _ feature: @escaping @Sendable (LayerItem<Item>) -> LayerFeature
  ) -> LayerSource {
    .map(parts) { replay, news, frame in
      let delta = self.delta(news)
      guard !delta.isEmpty else { return nil }
      let ends = self.ends(frame.lifetimes)
      let wanted = delta.begun.filter { (ends[$0] ?? frame.end) > frame.period.lowerBound }
      let begun = items(&replay, wanted).map { number, item in
        let item = LayerItem(
          item, from: news.day, to: ends[number] ?? frame.end, isOpenEnded: ends[number] == nil,
          of: frame.tracker)
        return (number: number, feature: feature(item))
      }
      return LayerSource.Turn(ended: delta.ended, begun: begun)
    }
  }
}

extension MapPart<Territory> {
  /// Connected pieces of ground in one state.
  ///
  /// - Parameter longestList: how many sites a territory may have for its sites and reports to be listed.
  public static func territories(longestList: Int = .max) -> MapPart {
    MapPart(.territories, changes: \.territories, until: \.territories) {
      $0.territories($1, longestList: longestList)
    }
  }
}

extension MapPart<FrontLine> {
  /// The lines between the sides.
  public static var fronts: MapPart {
    MapPart(.fronts, changes: \.fronts, until: \.fronts) { $0.fronts($1) }
  }
}

extension MapPart<FrontBand> {
  /// The ground on which it is uncertain which side holds it.
  public static var bands: MapPart {
    MapPart(.bands, changes: \.bands, until: \.bands) { $0.bands($1) }
  }
}

extension MapPart<Pocket> {
  /// Ground cut off from every exit.
  public static var pockets: MapPart {
    MapPart(.pockets, changes: \.pockets, until: \.pockets) { $0.pockets($1) }
  }
}

extension MapPart<PlaceState> {
  /// The sites, each in one state.
  public static var places: MapPart {
    MapPart(.places, changes: \.places, until: \.places) { $0.places($1) }
  }
}

extension MapPart<StaleGround> {
  /// The ground by the age of the last report that the map of it rests on.
  public static var staleness: MapPart {
    MapPart(.staleness, changes: \.staleness, until: \.staleness) { $0.staleness($1) }
  }
}
