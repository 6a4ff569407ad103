public import Theatre

/// How long each thing that a replay numbers stays the same.
public struct Lifetimes: Sendable {
  /// The day after the last on which it holds, by number; nil for what holds up to the end.
  public struct Ends: Sendable {
    private var ends: [Day?] = []

    /// The day after the last on which something held; nil if it holds up to the end.
    public subscript(number: Int) -> Day? { number < ends.count ? ends[number] : nil }

    fileprivate mutating func record(_ delta: LayerDelta, on day: Day) {
      for number in delta.ended {
        if number >= ends.count {
          ends.append(contentsOf: repeatElement(nil, count: number + 1 - ends.count))
        }
        ends[number] = day
      }
    }
  }

  private var layers = PerLayer<Ends>()

  /// The ends of what is on a layer.
  public subscript(layer: any MapLayer.Type) -> Ends { layers[layer] ?? Ends() }

  /// Replays all days of a map without drawing anything.
  ///
  /// - Throws: `MapError` if lines that run inside cells cannot be drawn.
  /// - Complexity: that of `MapReplay.advance`, for each day.
  public init(_ map: ControlMap, _ layers: MapLayers) throws(MapError) {
    let replay = MapReplay(map, layers)
    while let delta = try replay.advance() {
      for layer in layers.types {
        self.layers[layer, default: Ends()].record(delta[layer], on: delta.day)
      }
    }
  }
}
