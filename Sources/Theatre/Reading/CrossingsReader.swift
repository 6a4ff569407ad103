internal import Diagnostics
internal import Geometry
internal import JSON

/// The crossings that `theatre.json` names or holds itself.
extension SettingsReader {
  /// Nil inside if the settings say nothing about crossings; the outer value is nil after a fault.
  mutating func crossings() -> [SettingsFile.CrossingEntry]?? {
    guard let node = root["crossings"], !node.isNull else { return .some(nil) }
    guard let elements = node.string == nil ? node.array : [node] else {
      fault(
        node,
        "\"crossings\" is the name of a GeoJSON file or an array of crossings, but this is "
          + node.kindName)
      return nil
    }
    let entries = elements.compactMap { crossing($0) }
    return entries.count == elements.count ? .some(entries) : nil
  }

  private mutating func crossing(_ node: JSONNode) -> SettingsFile.CrossingEntry? {
    switch node.kind {
    case .string(let name) where !name.isEmpty:
      return .file(SettingsFile.Reference(file: name, location: location(node)))
    case .array(let numbers):
      guard numbers.count >= 2, let longitude = numbers[0].number, let latitude = numbers[1].number
      else {
        fault(node, "a position is [longitude, latitude], both numbers")
        return nil
      }
      return crossing(nil, Position(longitude: longitude, latitude: latitude), at: node)
    case .object:
      guard let name = name(of: node), let longitude = degrees("longitude", of: node),
        let latitude = degrees("latitude", of: node)
      else { return nil }
      return crossing(name, Position(longitude: longitude, latitude: latitude), at: node)
    default:
      let found = node.string == nil ? node.kindName : "empty"
      fault(
        node,
        "a crossing is the name of a GeoJSON file, [longitude, latitude], or an object with "
          + "\"name\", \"longitude\" and \"latitude\", but this is \(found)")
      return nil
    }
  }

  private mutating func crossing(
    _ name: String?, _ position: Position, at node: JSONNode
  ) -> SettingsFile.CrossingEntry? {
    guard position.isOnEarth else {
      fault(
        node, "the position \(position) is not on Earth: longitude comes first, in degrees")
      return nil
    }
    return .crossing(
      Crossing(
        name: name ?? "\(position)", position: position, file: file, location: location(node)))
  }

  /// The name of a crossing, nil inside if it has none; the outer value is nil after a fault.
  private mutating func name(of node: JSONNode) -> String?? {
    guard let name = node["name"], !name.isNull else { return .some(nil) }
    guard let text = name.string, !text.isEmpty else {
      fault(name, "\"name\" is a text, but this is \(name.string == nil ? name.kindName : "empty")")
      return nil
    }
    return text.onOneLine
  }

  private mutating func degrees(_ key: String, of node: JSONNode) -> Double? {
    guard let value = node[key] else {
      fault(node, "the crossing lacks \"\(key)\"")
      return nil
    }
    guard let number = value.number else {
      fault(value, "\"\(key)\" is a number of degrees, but this is \(value.kindName)")
      return nil
    }
    return number
  }
}

extension TheatreReader {
  /// All crossings, those of files among them. Two on one spot, to five decimals, are a fault.
  mutating func readCrossings(_ entries: [SettingsFile.CrossingEntry]) -> [Crossing] {
    var crossings: [Crossing] = []
    for entry in entries {
      switch entry {
      case .file(let reference): crossings += readCrossings(in: reference)
      case .crossing(let crossing): crossings.append(crossing)
      }
    }
    var known: [[Int]: Crossing] = [:]
    for crossing in crossings {
      let spot = [crossing.position.longitude, crossing.position.latitude]
        .map { Int(($0 * 1e5).rounded()) }
      if let other = known[spot] {
        log.error(
          crossing.file, crossing.location,
          "the crossing \"\(crossing.name)\" is where \"\(other.name)\" is already "
            + "(\(other.file):\(other.location)): leave one out")
      }
      known[spot] = known[spot] ?? crossing
    }
    return crossings
  }
}
