import Foundation
import TestSupport
import Testing

private struct CorridorReply: Decodable {
  let place: String
  let exit: String
  let heldBy: String
  let date: String
  let connected: Bool
  let reason: String?
  let holders: [String]
  let widthKm: Double?
  let narrowest: [Double]?
  let lengthKm: Double?
  let path: [String]
  let crossings: [String]
}

private struct CorridorHistoryReply: Decodable {
  struct Period: Decodable {
    let start: String
    let end: String
    let openEnd: Bool
    let connected: Bool
    let reason: String?
    let leastWidthKm: Double?
    let greatestWidthKm: Double?
  }

  let place: String
  let exit: String
  let heldBy: String
  let periods: [Period]
}

@Suite("geotrack corridor")
struct CorridorCommandTests {
  /// The small theatre, red on both banks until blue takes the north west, with a bridge in the south.
  private func stage() throws -> Stage {
    try Stage {
      $0.reportRows = [
        "r1,2019-12-01,,land,red,control,paper,1,3,",
        "r2,2020-01-05,,north-west,blue,control,paper,1,3,",
        "r3,2020-01-10,,south-west,blue,control,paper,1,3,",
      ]
      $0.openWest(to: "\"red\"")
      $0.addSetting(
        "\"crossings\": [{\"name\": \"Old Bridge\", \"longitude\": 43.5, \"latitude\": 36.25}]")
    }
  }

  @Test("tells the way, its width and where it is narrowest")
  func connected() throws {
    let stage = try stage()
    let reply: CorridorReply = try stage.json(
      "corridor north-east west --held-by red --on 2020-01-06")
    #expect(reply.place == "north-east" && reply.exit == "west" && reply.heldBy == "red")
    #expect(reply.date == "2020-01-06" && reply.connected && reply.reason == nil)
    #expect(reply.path == ["north-east", "south-east", "south-west"])
    #expect(reply.crossings == ["Old Bridge"])
    #expect(try #require(reply.widthKm).isClose(to: 44.8, within: 0.1))
    let narrowest = try #require(reply.narrowest)
    #expect(abs(narrowest[0] - 43.75) < 0.01 && abs(narrowest[1] - 36.5) < 0.01)
    #expect(
      try stage.text("corridor north-east west --held-by Crimson --on 2020-01-06") == """
        North East → Western edge, over ground of Red, Crimson, on 2020-01-06
        connected, 100.4 km long, 44.8 km wide at its narrowest (43.7500, 36.5000)
        by North East, South East, South West
        over Old Bridge

        """)
  }

  @Test("a place that somebody else holds is not connected, and who holds it is said")
  func notConnected() throws {
    let stage = try stage()
    let reply: CorridorReply = try stage.json(
      "corridor westland west --held-by red --on 2020-01-10")
    #expect(!reply.connected && reply.reason == "not_held" && reply.holders == ["blue"])
    #expect(reply.widthKm == 0 && reply.narrowest == nil && reply.lengthKm == nil)
    #expect(reply.path.isEmpty && reply.crossings.isEmpty)
    #expect(
      try stage.text("corridor westland west --held-by red --on 2020-01-10").hasSuffix(
        "\nnot connected: Westland is not held by Red or its side, but by Blue (2 places)\n"))
    #expect(
      try stage.text("corridor north-west west --held-by blue --on 2020-01-10").hasSuffix(
        "\nnot connected: Western edge is not open to blue\n"))
    #expect(
      try stage.text("corridor north-east south-west --held-by red --on 2020-01-06")
        .contains("connected, "))
  }

  @Test("the history tells when it was open and when cut, half-open")
  func history() throws {
    let stage = try stage()
    let reply: CorridorHistoryReply = try stage.json(
      "corridor north-east west --held-by red --history")
    #expect(reply.place == "north-east" && reply.exit == "west" && reply.heldBy == "red")
    #expect(reply.periods.map(\.start) == ["2020-01-01", "2020-01-10"])
    #expect(reply.periods.map(\.end) == ["2020-01-10", "2020-02-01"])
    #expect(reply.periods.map(\.openEnd) == [false, true])
    #expect(reply.periods.map(\.connected) == [true, false])
    #expect(reply.periods.map(\.reason) == [nil, "cut"])
    #expect(reply.periods.map(\.greatestWidthKm) == reply.periods.map(\.leastWidthKm))
    #expect(reply.periods.last?.leastWidthKm == 0)
    let text = try stage.text("corridor north-east west --held-by red --history")
    #expect(text.contains("2020-01-01  2020-01-09  open  44.8"))
    #expect(text.contains("2020-01-10              cut   "))
  }

  @Test("an exit or place named like both is the exit; an exit goes by its name too")
  func exitNames() throws {
    let stage = try stage()
    let reply: CorridorReply = try decoded(
      stage.run(
        [
          "corridor", "north-east", "western Edge", "--held-by", "red", "--on", "2020-01-02",
          "--json",
        ]
      ).output)
    #expect(reply.exit == "west" && reply.connected)
  }

  @Test(
    "what was typed is refused with the reason",
    arguments: [
      (
        "corridor north-east west --held-by red",
        "Error: Name one day with --on 2016-11-04, or ask for --history."
      ),
      (
        "corridor north-east west --held-by red --on 2020-01-05 --history",
        "Error: Name one day with --on 2016-11-04, or ask for --history."
      ),
      ("corridor north-east west --on 2020-01-05", "Error: Missing expected argument '--held-by"),
      (
        "corridor north-east --held-by red --on 2020-01-05",
        "Error: Missing expected argument '<exit>'"
      ),
      (
        "corridor nort-east west --held-by red --history",
        "no place is called \"nort-east\"; did you mean North East"
      ),
      (
        "corridor north-east wset --held-by red --history",
        "no exit or place is called \"wset\"; did you mean west"
      ),
      (
        "corridor north-east Samarkand --held-by red --history",
        "no exit or place is called \"Samarkand\"; the exits are west\n"
      ),
      (
        "corridor north-east west --held-by bleu --history",
        "no actor is called \"bleu\"; did you mean blue?\n"
      ),
      (
        "corridor north-east west --held-by Ruritania --history",
        "no actor is called \"Ruritania\"; the actors are red, crimson, blue\n"
      ),
      (
        "corridor north-east west --held-by red --on 2020-02-01",
        "2020-02-01 is outside the theatre, which runs from 2020-01-01 to "
      ),
    ])
  func refused(command: String, beginning: String) throws {
    expectFailure(64, beginning, of: try stage().run(command))
  }

  @Test("a place without ground on the map is refused")
  func withoutGround() throws {
    let stage = try Stage { $0.placeRows.append("far,Far,,town,36.5,45.5,,land,test,") }
    for command in ["corridor far land", "corridor land far"] {
      expectFailure(
        64, "Far has no ground on the map", of: try stage.run("\(command) --held-by red --history"))
    }
  }
}
