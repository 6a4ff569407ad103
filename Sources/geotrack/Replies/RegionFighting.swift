internal import ControlHistory
internal import JSON
internal import MapFeatures
internal import Theatre
internal import TypedIndices

/// Fighting somewhere in a region, for people and for programs.
extension Theatre {
  /// A sentence about it.
  func words(for fight: RegionFight) -> String {
    Sentences.fightingSomewhere(
      in: places[fight.region].name, by: names(ofActors: fight.actors), since: "\(fight.start)")
  }

  /// The names of actors: `Red, Blue`.
  func names(ofActors actors: [ActorID]) -> String {
    actors.map { self.actors[$0].name }.joined(separator: ", ")
  }

  /// Its period, actors and reports.
  func json(of fight: RegionFight) -> JSON {
    .object([
      JSONMember("start", .string("\(fight.start)")),
      JSONMember("end", .optional(fight.end.map { "\($0)" })),
      JSONMember("actors", json(ofActors: fight.actors)),
      JSONMember("reports", .array(fight.reports.map { .string(reports[$0].id) })),
    ])
  }

  /// One entry for each report of fighting: the region, who fights there, and the report.
  func json(of fights: [RegionFight]) -> JSON {
    .array(
      fights.flatMap { fight in
        fight.reports.map { report in
          .object([
            JSONMember("region", .string(places[fight.region].id)),
            JSONMember("actor", .string(actors[reports[report].actor].id)),
            JSONMember("report", .string(reports[report].id)),
          ])
        }
      })
  }
}
