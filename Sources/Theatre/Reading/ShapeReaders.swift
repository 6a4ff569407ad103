internal import Diagnostics
internal import GeoJSON
internal import Geometry
internal import JSON

/// The GeoJSON files of a theatre: outline, barriers, crossings, exits.
extension TheatreReader {
  mutating func readBoundary(_ reference: SettingsFile.Reference) -> Boundary? {
    var parts: [Boundary.Part] = []
    guard let features = features(reference) else { return nil }
    for (feature, location) in features {
      let polygons = feature.shape?.polygons ?? []
      guard !polygons.isEmpty else {
        log.error(
          reference.file, location, "the boundary is made of polygons, but this feature has none")
        return nil
      }
      parts.append(
        Boundary.Part(
          name: feature.name ?? "\(parts.count)", polygons: polygons, location: location))
    }
    guard !parts.isEmpty else {
      log.error(reference.file, SourceLocation(line: 1, column: 1), "the boundary has no feature")
      return nil
    }
    return Boundary(file: reference.file, parts: parts)
  }

  mutating func readBarrier(_ reference: SettingsFile.Reference) -> [Barrier] {
    (features(reference) ?? []).compactMap { feature, location in
      let lines = feature.shape?.lines ?? []
      guard !lines.isEmpty else {
        log.error(
          reference.file, location, "a barrier is made of lines, but this feature has none")
        return nil
      }
      return Barrier(
        name: feature.name ?? reference.file, file: reference.file, lines: lines,
        location: location)
    }
  }

  mutating func readCrossings(in reference: SettingsFile.Reference) -> [Crossing] {
    (features(reference) ?? []).compactMap { feature, location in
      guard let position = feature.shape?.crossing else {
        log.error(
          reference.file, location,
          "a crossing is a Point or a LineString, but this feature is neither")
        return nil
      }
      return Crossing(
        name: feature.name ?? "\(position)", position: position, file: reference.file,
        location: location)
    }
  }

  mutating func readExits(_ reference: SettingsFile.Reference, sides: Set<String>?) -> [Exit] {
    var exits: [Exit] = []
    for (feature, location) in features(reference) ?? [] {
      let lines = feature.shape?.lines ?? []
      guard !lines.isEmpty else {
        log.error(
          reference.file, location,
          "an exit is a line along the boundary, but this feature has none")
        continue
      }
      let names = feature.properties["sides"]?.array?.compactMap(\.string)
      guard let names, !names.isEmpty else {
        log.error(
          reference.file, location,
          "an exit needs the property \"sides\": an array of the sides it is open to")
        continue
      }
      for name in names {
        log.refuse(unknownSide: name, in: reference.file, at: location, among: sides)
      }
      exits.append(
        Exit(
          id: feature.id ?? "\(exits.count)", name: feature.name ?? feature.id ?? "",
          sides: Set(names), lines: lines, location: location))
    }
    return exits
  }

  /// The features of a file with where their geometry begins, or nil if it cannot be read.
  private mutating func features(
    _ reference: SettingsFile.Reference
  ) -> [(ReadFeature, SourceLocation)]? {
    guard let input = input(reference.file, namedAt: reference.location) else { return nil }
    let source = SourceText(input.bytes)
    do throws(JSONError) {
      return try readGeoJSON(source).map { ($0, source.location(ofByte: $0.shapeOffset)) }
    } catch {
      log.error(reference.file, source.location(ofByte: error.offset), error.message)
      return nil
    }
  }
}

extension ReadFeature {
  fileprivate var name: String? { (string("name") ?? id)?.onOneLine }
}

extension Shape {
  /// Where a crossing of this shape is: a line's is half way along it.
  fileprivate var crossing: Position? {
    switch self {
    case .point(let position): position
    case .lineString(let line): line.pointHalfway
    default: nil
    }
  }
}
