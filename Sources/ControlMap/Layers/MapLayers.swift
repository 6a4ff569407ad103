/// Which layers of a map are wanted; the rest is not computed.
///
///     try Timeline(of: map, [.territories, .fronts])
public struct MapLayers: Sendable, ExpressibleByArrayLiteral {
  /// The layers, each once, in the order in which they are computed.
  public private(set) var types: [any MapLayer.Type]

  /// One layer.
  public init(_ layer: (some MapLayer).Type) {
    types = [layer]
  }

  /// All layers of several sets.
  public init(arrayLiteral elements: MapLayers...) {
    types = []
    for element in elements { formUnion(element) }
  }

  /// All layers that geotrack has.
  public static let all: MapLayers = [
    .territories, .staleness, .fronts, .pockets, .fighting, .places, .bands,
  ]

  /// Adds the layers of another set.
  public mutating func formUnion(_ other: MapLayers) {
    for type in other.types where !types.contains(where: { $0 == type }) { types.append(type) }
  }

  /// The layers of both sets.
  public func union(_ other: MapLayers) -> MapLayers {
    var all = self
    all.formUnion(other)
    return all
  }

  /// Whether a layer is wanted.
  public func contains(_ layer: any MapLayer.Type) -> Bool { types.contains { $0 == layer } }

  /// Whether no layer is wanted.
  public var isEmpty: Bool { types.isEmpty }
}
