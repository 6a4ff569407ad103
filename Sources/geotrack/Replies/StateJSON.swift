internal import ControlHistory
internal import FrontTracking
internal import Geometry
internal import JSON
internal import Theatre
internal import TypedIndices

/// The parts of JSON that several commands print.
extension Place {
  /// The place as a point: id, name, longitude, latitude.
  var json: JSON {
    [
      "id": .string(id), "name": .string(name),
      "longitude": .decimal(position.longitude, places: 6),
      "latitude": .decimal(position.latitude, places: 6),
    ]
  }
}

extension Theatre {
  /// Actors by id.
  func json(ofActors actors: [ActorID]) -> JSON {
    .strings(actors.map { self.actors[$0].id })
  }

  /// Places by id.
  func json(ofPlaces places: [PlaceID]) -> JSON {
    .strings(places.map { self.places[$0].id })
  }

  /// The members that tell a state: holder, side, status, attackers, encircled_by.
  func members(of state: GroundState) -> [JSONMember] {
    [
      JSONMember("holder", .optional(state.holder.map { actors[$0].id })),
      JSONMember("side", .optional(state.holder.map { actors[$0].side })),
      JSONMember("status", .string(state.status.rawValue)),
      JSONMember("attackers", json(ofActors: state.attackers)),
      JSONMember("encircled_by", json(ofActors: state.encirclers)),
    ]
  }

  /// The member that names the report that decided an interval.
  func reportMember(of interval: ControlInterval?) -> JSONMember {
    JSONMember("report", .optional(interval?.decidedBy.first.map { reports[$0].id }))
  }
}
