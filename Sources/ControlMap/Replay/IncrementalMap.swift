internal import Theatre

/// The map of one day after another on cells that stay the same.
struct IncrementalMap {
  let canvas: MapCanvas
  private let layers: [any LayerSlot]

  /// Begins with nothing on the map.
  init(_ canvas: MapCanvas, _ layers: MapLayers) {
    self.canvas = canvas
    self.layers = layers.types.map { slot($0, canvas) }
  }

  /// Moves on to a day.
  ///
  /// - Parameters:
  ///   - cells: the cells of which something else is known.
  ///   - states: what is known of all.
  func advance(
    _ cells: [CellDelta], _ states: CellStates, to day: Day
  ) throws(MapError) -> DayDelta {
    canvas.advance(cells, states, to: day)
    var delta = DayDelta(day: day)
    for layer in layers { delta.layers[layer.type] = try layer.advance(cells, on: canvas) }
    return delta
  }

  /// The layer of a type; nil if it is not wanted.
  func layer<Layer: MapLayer>(_ type: Layer.Type) -> Layer? {
    for case let slot as Slot<Layer> in layers { return slot.layer }
    return nil
  }
}

/// A layer whose type is known only when the program runs.
private protocol LayerSlot {
  var type: any MapLayer.Type { get }
  func advance(
    _ cells: [CellDelta], on canvas: MapCanvas
  ) throws(MapError) -> LayerDelta
}

private struct Slot<Layer: MapLayer>: LayerSlot {
  let layer: Layer

  var type: any MapLayer.Type { Layer.self }

  func advance(
    _ cells: [CellDelta], on canvas: MapCanvas
  ) throws(MapError) -> LayerDelta {
    try layer.advance(cells, on: canvas)
  }
}

private func slot<Layer: MapLayer>(_ type: Layer.Type, _ canvas: MapCanvas) -> any LayerSlot {
  Slot(layer: Layer(canvas))
}
