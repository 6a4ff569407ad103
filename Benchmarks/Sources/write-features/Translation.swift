internal import GeoJSON
internal import Geometry
internal import JSON

extension ReadFeature {
  /// The feature to write again.
  var feature: Feature {
    guard case .object(let members) = properties.kind else {
      return Feature(shape, properties: [])
    }
    return Feature(shape, properties: members.map { JSONMember($0.key, JSON($0.value)) })
  }
}

extension JSON {
  /// A value that was read; a number keeps six decimals.
  init(_ node: JSONNode) {
    switch node.kind {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .number(let number):
      self = Int(exactly: number).map(JSON.int) ?? .decimal(number, places: 6)
    case .string(let string): self = .string(string)
    case .array(let elements): self = .array(elements.map(JSON.init))
    case .object(let members):
      self = .object(members.map { JSONMember($0.key, JSON($0.value)) })
    }
  }
}

/// Polygons as numbers of the corners they share.
struct SharedCorners {
  /// The corners, formatted.
  let table: PositionTable
  /// The rings of each feature.
  let rings: [[[Int32]]]

  /// Finds the corners that polygons share; nil if something is no polygon.
  init?(_ features: [Feature]) {
    var numbers: [Position: Int32] = [:]
    var positions: [Position] = []
    var rings: [[[Int32]]] = []
    for feature in features {
      guard case .polygon(let polygon)? = feature.shape else { return nil }
      rings.append(
        polygon.rings.map { ring in
          ring.positions.map { position in
            if let number = numbers[position] { return number }
            let number = Int32(positions.count)
            numbers[position] = number
            positions.append(position)
            return number
          }
        })
    }
    self.rings = rings
    table = PositionTable(positions)
  }
}
