internal import ControlHistory
public import Theatre
public import TypedIndices

/// A place and what is known of it.
public struct PlaceState: Hashable, Sendable, Comparable {
  /// The place.
  public let place: PlaceID
  /// What is known of it.
  public let cell: CellState

  /// Orders by place.
  public static func < (left: PlaceState, right: PlaceState) -> Bool { left.place < right.place }
}

extension MapLayers {
  /// The places, each with what is known of it.
  public static let places = MapLayers(PlaceLayer.self)
}

extension Snapshot {
  /// Every place's state.
  public var places: [PlaceState] { items(of: PlaceLayer.self) }
}

extension Timeline {
  /// The places.
  public var places: [Span<PlaceState>] { spans(of: PlaceLayer.self) }
}

/// The places, each with what is known of it.
public final class PlaceLayer: MapLayer {
  /// How the layer is called among layers of the map.
  public static let name = "places"

  private var ids = FeatureIDs<PlaceID>()

  /// Begins with nothing on the map.
  public init(_ canvas: MapCanvas) {}

  /// Moves on to the canvas' day; see `MapLayer`.
  public func advance(_ cells: [CellDelta], on canvas: MapCanvas) -> LayerDelta {
    var delta = LayerDelta()
    let states = canvas.states
    let changed = ids.isEmpty ? Array(states.cells.indices) : cells.map(\.cell)
    for place in changed.flatMap(states.places(inCell:)).sorted() { ids.renew(place, &delta) }
    return delta
  }

  /// Returns what numbers stand for, in the items' own order; see `MapLayer`.
  ///
  /// - Complexity: O(*n*), for *n* places of the theatre.
  public func items(
    _ numbers: [Int], on canvas: MapCanvas, longestList: Int
  ) -> [Numbered<PlaceState>] {
    let keys = ids.keys
    let states = canvas.states
    return numbers.compactMap { number in
      guard let place = keys[number], let site = canvas.map.sites.site(ofPlace: place),
        let cell = states.cell(ofSite: site)
      else { return nil }
      return (number, PlaceState(place: place, cell: states.state(ofCell: cell)))
    }.sorted { $0.item < $1.item }
  }
}
