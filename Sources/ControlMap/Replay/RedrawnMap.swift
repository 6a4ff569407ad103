internal import Theatre

/// The map of one day after another with lines that run inside cells: drawn again on each day on which
/// something changes. What is drawn just as before keeps its number.
struct RedrawnMap {
  /// What is known of the cells on the last day.
  private(set) var states: CellStates?

  private let map: ControlMap
  private let layers: [any RedrawnSlot]
  private let looksAtExits: Bool
  private var refinement: Refinement

  /// The map on the cells of the last day, and what was measured of them.
  private var divided: ControlMap?
  private var measures: EdgeMeasures?

  init(_ map: ControlMap, _ layers: MapLayers) {
    self.map = map
    self.layers = layers.types.map { redrawn($0) }
    looksAtExits = layers.types.contains { $0.looksAtExits }
    refinement = Refinement(map)
  }

  /// Moves on to a day.
  mutating func advance(
    _ cells: [CellDelta], _ known: CellStates, to day: Day
  ) throws(MapError) -> DayDelta {
    var delta = DayDelta(day: day)
    if let states, cells.isEmpty {
      // Reports grow old on days on which no cell changes too.
      let canvas = canvas(map, states)
      canvas.advance([], states, to: day)
      for layer in layers where layer.type.changesWithTime {
        delta.layers[layer.type] = try layer.draw([], on: canvas)
      }
      return delta
    }
    let refined = try refinement.refine(known)
    states = refined
    if measures?.topology !== refined.topology {
      // Where no layer looks at exits, it does not matter which cells lie at one.
      divided = looksAtExits ? map.on(try map.cells.divided(as: refined)) : nil
      measures = nil
    }
    let canvas = canvas(divided ?? map, refined)
    defer { measures = canvas.measures }
    let all = refined.cells.indices.map { CellDelta(cell: $0, source: nil, interval: nil) }
    canvas.advance(all, refined, to: day)
    for layer in layers { delta.layers[layer.type] = try layer.draw(all, on: canvas) }
    return delta
  }

  private func canvas(_ map: ControlMap, _ states: CellStates) -> MapCanvas {
    let canvas = MapCanvas(map, states, refinement)
    if let measures { canvas.measures = measures }
    return canvas
  }

  /// The items of a layer that numbers of the last day stand for, in their own order; nil if the layer
  /// is not wanted.
  func items<Layer: MapLayer>(
    _ type: Layer.Type, _ numbers: [Int], longestList: Int
  ) -> [Numbered<Layer.Item>]? {
    for case let slot as RedrawnLayer<Layer> in layers {
      return slot.ids.items(numbers).map { ($0.number, Layer.abridged($0.item, to: longestList)) }
    }
    return nil
  }
}

/// A layer that is drawn again, whose type is known only when the program runs.
private protocol RedrawnSlot: AnyObject {
  var type: any MapLayer.Type { get }
  func draw(
    _ cells: [CellDelta], on canvas: MapCanvas
  ) throws(MapError) -> LayerDelta
}

private final class RedrawnLayer<Layer: MapLayer>: RedrawnSlot {
  private(set) var ids = ItemIDs<Layer.Item>()

  var type: any MapLayer.Type { Layer.self }

  func draw(
    _ cells: [CellDelta], on canvas: MapCanvas
  ) throws(MapError) -> LayerDelta {
    let layer = Layer(canvas)
    let drawn = try layer.advance(cells, on: canvas)
    return ids.turn(to: layer.items(drawn.begun, on: canvas, longestList: .max).map(\.item))
  }
}

private func redrawn<Layer: MapLayer>(_ type: Layer.Type) -> any RedrawnSlot {
  RedrawnLayer<Layer>()
}
