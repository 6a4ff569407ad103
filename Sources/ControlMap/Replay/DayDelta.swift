public import Theatre

/// What has ended and what has begun on a layer, by number.
public struct LayerDelta: Hashable, Sendable {
  /// The numbers of what has ended, in order.
  public package(set) var ended: [Int] = []
  /// The numbers of what has begun, in order.
  public package(set) var begun: [Int] = []

  /// Creates a delta in which nothing changed.
  public init() {}

  /// Whether nothing changed.
  public var isEmpty: Bool { ended.isEmpty && begun.isEmpty }
}

/// What changed on a day, layer by layer.
public struct DayDelta: Hashable, Sendable {
  /// The day.
  public let day: Day

  /// What changed on each layer that is wanted.
  var layers = PerLayer<LayerDelta>()

  init(day: Day) {
    self.day = day
  }

  /// What changed on a layer.
  public subscript(layer: any MapLayer.Type) -> LayerDelta { layers[layer] ?? LayerDelta() }
}
