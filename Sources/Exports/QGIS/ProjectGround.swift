internal import GeoJSON
internal import Geometry
internal import JSON
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// What a project shows beside the layers of the map, and what does not change over time.
struct ProjectGround {
  /// The folder of its files, below that of the project.
  static let folder = "base"

  private let theatre: Theatre

  init(_ theatre: Theatre) {
    self.theatre = theatre
  }

  /// The features of a layer, as a GeoJSON file; nil for a layer of the map.
  func bytes(of layer: ProjectLayer) -> [UInt8]? {
    switch layer {
    case .names: collection(layer, names)
    case .barriers: collection(layer, barriers)
    case .boundary: collection(layer, boundary)
    case .map: nil
    }
  }

  private func collection(_ layer: ProjectLayer, _ features: [Feature]) -> [UInt8] {
    var writer = FeatureWriter(name: layer.name)
    for feature in features { writer.append(feature) }
    return writer.finish()
  }

  /// How many names are shown whatever their kind is: the first of the theatre's order.
  private static let namesAlwaysShown = 12

  private var names: [Feature] {
    theatre.labelled.enumerated().map { index, label in
      let place = theatre.places[label.place]
      let rank = index < Self.namesAlwaysShown ? min(label.rank, .town) : label.rank
      return Feature(
        .point(place.position),
        properties: [
          JSONMember("id", .string(place.id)), JSONMember("name", .string(place.name)),
          JSONMember("name_ar", .optional(place.arabicName)),
          JSONMember("kind", .string(place.kind)), JSONMember("rank", .int(rank.rawValue)),
        ])
    }
  }

  private var barriers: [Feature] {
    theatre.barriers.map { barrier in
      Feature(
        .multiLineString(barrier.lines.map { line in line.map(Self.divided) }),
        properties: [JSONMember("name", .string(barrier.name))])
    }
  }

  private var boundary: [Feature] {
    theatre.boundary.parts.map { part in
      Feature(
        .multiPolygon(MultiPolygon(part.polygons).map(Self.divided)),
        properties: [JSONMember("name", .string(part.name))])
    }
  }

  /// A path with steps so short that it is the same in degrees and in the plane, as the ground's edges are.
  private static func divided(_ path: [Position]) -> [Position] {
    path.densified(limit: MapStyle.longestStepInDegrees)
  }
}
