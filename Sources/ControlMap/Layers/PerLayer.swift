/// A value for each of some layers.
public struct PerLayer<Value> {
  private var values: [ObjectIdentifier: Value] = [:]

  /// Creates an empty table.
  public init() {}

  /// The value of a layer; nil if it has none.
  public subscript(layer: any MapLayer.Type) -> Value? {
    get { values[ObjectIdentifier(layer)] }
    set { values[ObjectIdentifier(layer)] = newValue }
  }

  /// The value of a layer, or a value to begin with.
  public subscript(layer: any MapLayer.Type, default value: @autoclosure () -> Value) -> Value {
    get { values[ObjectIdentifier(layer), default: value()] }
    _modify { yield &values[ObjectIdentifier(layer), default: value()] }
  }
}

extension PerLayer: Sendable where Value: Sendable {}

extension PerLayer: Equatable where Value: Equatable {}

extension PerLayer: Hashable where Value: Hashable {}
