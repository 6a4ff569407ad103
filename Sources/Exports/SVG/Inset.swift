internal import ControlMap
internal import FrontTracking
internal import Geometry
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// The town whose quarters need a map of their own: the city or town with the most places in it, if
/// they lie so close on the map of the theatre that they cannot be told apart.
struct Inset {
  /// The town.
  let town: PlaceID
  /// Its places.
  let memberPlaces: [PlaceID]
  /// The part of the plane that it shows.
  let box: Box<PlanarPosition>

  /// How many places a town must have.
  private static let fewestPlaces = 5
  /// How far the places lie apart where they can be told apart, in units of the paper.
  private static let legibleDistance = 14.0

  /// - Parameter view: the map of the theatre.
  init?(_ subject: PictureSubject, beside view: PaperView) throws(MapError) {
    let places = subject.theatre.places
    let towns = subject.placesOfRegion
      .filter {
        ["city", "town"].contains(places[$0.key].kind) && $0.value.count >= Self.fewestPlaces
      }
      .sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (town, members) in towns {
      let spots = try subject.project(members.map { places[$0].position })
      guard Self.medianDistance(spots) * view.scale < Self.legibleDistance,
        let box = Box(around: spots), spots.contains(where: { view.frame.contains(view.point($0)) })
      else { continue }
      self.town = town
      memberPlaces = members
      let margin = max(500, 0.07 * box.minimum.distance(to: box.maximum))
      self.box = Box(
        minimum: PlanarPosition(x: box.minimum.x - margin, y: box.minimum.y - margin),
        maximum: PlanarPosition(x: box.maximum.x + margin, y: box.maximum.y + margin))
      return
    }
    return nil
  }

  /// How far it is to the nearest other spot for half of the spots, in metres.
  private static func medianDistance(_ spots: [PlanarPosition]) -> Double {
    let nearest = spots.indices.map { index in
      spots.indices.filter { $0 != index }.map { spots[$0].distance(to: spots[index]) }.min() ?? 0
    }
    return nearest.sorted()[nearest.count / 2]
  }

  /// The height over the width of the frame it needs, neither flat nor narrow.
  var aspect: Double {
    let (width, height) = (box.maximum.x - box.minimum.x, box.maximum.y - box.minimum.y)
    return min(1.25, max(0.75, height / width))
  }
}
