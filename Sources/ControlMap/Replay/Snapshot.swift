public import ControlHistory
public import Theatre
public import TypedIndices

/// The map of one day.
public struct Snapshot: Sendable {
  /// The day.
  public let day: Day

  /// What is known of each cell.
  package let states: CellStates

  /// The items of each layer that was wanted, `[Layer.Item]`.
  private var layers = PerLayer<any Sendable>()

  /// Draws the map of a day.
  ///
  /// - Parameters:
  ///   - map: what it is drawn from.
  ///   - day: the day.
  ///   - layers: what is wanted; the rest is empty.
  /// - Precondition: the map has that day.
  /// - Throws: `MapError` if lines that run inside cells cannot be drawn.
  /// - Complexity: O(*n* log *n*), for *n* cells.
  public init(
    of map: ControlMap, on day: Day, _ layers: MapLayers = .all
  ) throws(MapError) {
    precondition(map.settings.period.contains(day), "the map has no \(day)")
    let replay = MapReplay(map, layers, days: [day])
    guard let delta = try replay.advance() else {
      preconditionFailure("the replay of one day has no day")
    }
    self.day = day
    states = replay.states
    for layer in layers.types { self.layers[layer] = drawn(layer, delta, replay) }
  }

  /// What is on a layer, in order; nothing if the layer was not wanted.
  public func items<Layer: MapLayer>(of layer: Layer.Type) -> [Layer.Item] {
    layers[layer] as? [Layer.Item] ?? []
  }

  /// What is known of a site; nil if it lies outside the theatre.
  public func state(ofSite site: SiteID) -> CellState? {
    states.cell(ofSite: site).map(states.state(ofCell:))
  }
}

private func drawn<Layer: MapLayer>(
  _ layer: Layer.Type, _ delta: DayDelta, _ replay: MapReplay
) -> any Sendable {
  replay.items(of: layer, delta[layer].begun).map(\.item)
}
