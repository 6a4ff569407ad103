import Foundation
import TestSupport
import Testing

@Suite("The JSON of a command keeps the keys that others script against")
struct ReplyTests {
  /// Blue has taken the south-west on the fifth and red fights in the north-east from the seventh.
  private func stage() throws -> Stage {
    try Stage {
      $0.reportRows += [
        "r3,2020-01-05,,south-west,blue,control,paper,2,2,",
        "r4,2020-01-05,,south-west,red,control,poor,,4,",
        "r5,2020-01-07,,north-east,red,contested,paper,3,3,",
      ]
    }
  }

  @Test("status: the day, every place's state, areas and the front")
  func status() throws {
    let stage = try stage()
    let reply: StatusReply = try stage.json("status --on 2020-01-07")
    #expect(reply.date == "2020-01-07")
    #expect(reply.view == "assessed")
    #expect(
      reply.places.map(\.id) == ["north-west", "south-west", "north-east", "south-east"])
    #expect(reply.places.map(\.holder) == ["red", "blue", "blue", "blue"])
    #expect(reply.places.map(\.side) == ["red", "blue", "blue", "blue"])
    #expect(reply.places.map(\.status) == ["held", "held", "contested", "held"])
    #expect(reply.places.map(\.attackers) == [[], [], ["red"], []])
    #expect(reply.places.map(\.encircledBy) == [[], [], [], []])
    #expect(reply.places.map(\.report) == ["r1", "r3", "r5", "r2"])
    #expect(Set(reply.areaKm2.keys) == ["red", "blue", "contested"])
    #expect(reply.frontKm > 0)
    #expect(
      try keys(of: stage.run("status --on 2020-01-07 --json").output).isSuperset(of: [
        "date", "known_on", "view", "places", "area_km2", "area_low_km2", "area_high_km2",
        "front_km",
      ]))
    #expect(reply.places.allSatisfy { !$0.dateUncertain && (0...1).contains($0.confidence ?? -1) })
    #expect(reply.areaLowKm2 == reply.areaKm2 && reply.areaHighKm2 == reply.areaKm2)
  }

  @Test("status: the areas sum to the box, and the front is as long as the meridian")
  func measures() throws {
    let reply: StatusReply = try Stage().json("status --on 2020-01-01")
    // Of WGS 84 between the parallels 36° and 37°: a 360th of the zone between them, and the arc of
    // the meridian (Snyder, "Map Projections: A Working Manual", 1987, equations 3-12 and 3-21).
    #expect(reply.areaKm2.values.reduce(0, +).isClose(to: 9_941.64, relative: 1e-4))
    #expect(reply.frontKm.isClose(to: 110.968, within: 0.01))
  }

  @Test("explain: the report that decided, and why each other lost")
  func explain() throws {
    let stage = try stage()
    let reply: ExplainReply = try stage.json("explain south-west --on 2020-01-06")
    #expect(reply.place == "south-west")
    #expect(reply.date == "2020-01-06")
    #expect(reply.holder == "blue")
    #expect(reply.status == "held")
    #expect(reply.decidedBy == "r3")
    #expect(reply.considered.map(\.report) == ["r3", "r4", "r1"])
    #expect(reply.considered.map(\.rule) == ["decided", "weaker_grade", "earlier"])
    #expect(reply.considered.map(\.source) == ["paper", "poor", "paper"])
    #expect(reply.considered.map(\.grade) == ["B2", "D4", "B3"])
    #expect(reply.considered.map(\.paragraph) == ["2", "", "1"])
    #expect(reply.considered.map(\.reported) == ["2020-01-01", "2020-01-01", "2020-01-01"])
    #expect(
      try keys(of: stage.run("explain south-west --on 2020-01-06 --json").output).isSuperset(of: [
        "place", "date", "holder", "status", "confidence", "decided_by", "considered",
      ]))
  }

  @Test("fronts: the two sides of each stretch and its length")
  func fronts() throws {
    let stage = try stage()
    let reply: [FrontReply] = try stage.json("fronts --on 2020-01-06")
    let status: StatusReply = try stage.json("status --on 2020-01-06")
    #expect(!reply.isEmpty)
    for front in reply { #expect(front.sides == ["red", "blue"]) }
    #expect(reply.reduce(0) { $0 + $1.lengthKm }.isClose(to: status.frontKm, within: 0.002))
  }

  @Test("pockets: who is cut off, on how much ground and where")
  func pockets() throws {
    let stage = try Stage {
      $0.placeRows.append("middle,Middle,,town,36.5,43.25,,westland,test,")
      $0.reportRows.append("r3,2020-01-05,,middle,blue,control,paper,2,2,")
      $0.settings = $0.settings.replacing(
        "\"exits\": null", with: "\"exits\": \"exits.geojson\"")
      $0.exits = """
        {"type": "Feature", "properties": {"sides": ["red", "blue"]}, "geometry":
        {"type": "LineString", "coordinates": [[43, 36], [44, 36]]}}
        """
    }
    let reply: [PocketReply] = try stage.json("pockets --on 2020-01-05")
    // Blue in the middle lies between red's two towns, and red's north behind it has no exit.
    #expect(reply.map(\.holder) == ["red"])
    #expect(reply.map(\.places) == [["north-west"]])
    #expect(reply.allSatisfy { $0.areaKm2 > 1_000 })
    #expect(try stage.json("pockets --on 2020-01-04", as: [PocketReply].self).isEmpty)
  }
}
