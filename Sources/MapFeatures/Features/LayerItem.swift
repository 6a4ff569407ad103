public import ControlMap
public import FrontTracking
public import GeoJSON
public import Theatre
public import TypedIndices

/// Something on a layer with the days on which it is so, and the theatre that it is of.
public struct LayerItem<Item> {
  /// What it is.
  public let item: Item
  /// The first day.
  public let start: Day
  /// The day after the last on which it holds.
  public let end: Day
  /// Whether it still holds at the end of the theatre.
  public let isOpenEnded: Bool
  /// The theatre made ready, from which all else about it is known.
  public let tracker: FrontTracker

  /// Puts an item on the days from `start` up to, and without, `end`.
  public init(
    _ item: Item, from start: Day, to end: Day, isOpenEnded: Bool = false, of tracker: FrontTracker
  ) {
    self.item = item
    self.start = start
    self.end = end
    self.isOpenEnded = isOpenEnded
    self.tracker = tracker
  }
}

extension LayerItem {
  /// The theatre.
  public var theatre: Theatre { tracker.theatre }

  /// Actors by their ids.
  public func ids(ofActors actors: [ActorID]) -> [String] { actors.map { theatre.actors[$0].id } }

  /// Places by their ids.
  public func ids(ofPlaces places: [PlaceID]) -> [String] { places.map { theatre.places[$0].id } }

  /// Reports by their ids, sorted.
  public func ids(ofReports reports: some Sequence<ReportID>) -> [String] {
    reports.map { theatre.reports[$0].id }.sorted()
  }

  /// Where a place is. The centre of a region is not a location, so a region has none.
  public func location(ofPlace place: Place) -> Shape? {
    place.isRegion ? nil : .point(place.position)
  }

  /// A confidence on the first day, which falls from then on.
  func fading(_ confidence: Double?) -> FadingConfidence {
    FadingConfidence(
      value: confidence, day: start, halfLifeInDays: theatre.settings.halfLifeInDays)
  }
}

/// What is on a layer, and where that lies.
public struct LayerItems<Item>: Sendable {
  /// How the items are found, with a function that makes a feature of each.
  let source:
    @Sendable (_ feature: @escaping @Sendable (LayerItem<Item>) -> LayerFeature) -> LayerSource
  let location: @Sendable (LayerItem<Item>) -> LayerFeature.Location

  /// Items that do not depend on the map, such as what the sources say.
  ///
  /// - Parameters:
  ///   - items: all of them, in the order in which they are written.
  ///   - location: where each lies; nil for what has no location.
  public static func facts(
    _ items: @escaping @Sendable (FrontTracker) -> [LayerItem<Item>],
    at location: @escaping @Sendable (LayerItem<Item>) -> Shape?
  ) -> LayerItems {
    LayerItems(
      source: { feature in
        .facts { tracker, body in for item in items(tracker) { body(feature(item)) } }
      },
      location: { .shape(location($0)) })
  }
}

extension LayerItems {
  /// Items of a layer of the map, which come and go.
  ///
  /// - Parameters:
  ///   - layer: the layer.
  ///   - longestList: how many places an item may have for its places and reports to be listed.
  ///   - location: where each lies.
  public static func map<Layer: MapLayer>(
    _ layer: Layer.Type, longestList: Int = .max,
    at location: @escaping @Sendable (LayerItem<Item>) -> LayerFeature.Location
  ) -> LayerItems where Item == Layer.Item {
    LayerItems(
      source: { .layer(layer, longestList: longestList, $0) }, location: location)
  }
}
