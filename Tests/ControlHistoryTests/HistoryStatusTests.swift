import ControlHistory
import TestSupport
import Testing
import Theatre

/// What each status does to a state. If one of these fails, a raid looks like a conquest or a
/// retreat like nothing.
@Suite("What a report does to a state")
struct HistoryStatusTests {
  /// The states of North West, which red holds, after each of some statuses on the days from
  /// 2020-01-02: `blue control` and so on.
  private func states(_ steps: String...) throws -> [String] {
    var theatre = SmallTheatre()
    for (index, step) in steps.enumerated() {
      let words = step.split(separator: " ")
      theatre.reportRows.append(
        "s\(index),2020-01-0\(index + 2),,north-west,\(words[0]),\(words[1]),paper,,3,")
    }
    let history = try history(theatre)
    return try steps.indices.map { try history.state(of: "north-west", on: "2020-01-0\($0 + 2)") }
  }

  @Test("control makes the actor the holder and ends fighting and encirclement")
  func control() throws {
    #expect(try states("blue control") == ["blue"])
    #expect(
      try states("blue encircled", "blue entered", "blue control")
        == ["red@blue", "red<blue@blue", "blue"])
  }

  @Test("entered and contested keep the holder and add an attacker")
  func fighting() throws {
    #expect(try states("blue entered") == ["red<blue"])
    #expect(try states("blue contested", "blue entered") == ["red<blue", "red<blue"])
  }

  @Test("an attacker that withdraws leaves the holder alone with the place")
  func attackerWithdraws() throws {
    #expect(try states("blue entered", "blue withdrew") == ["red<blue", "red"])
  }

  @Test("ground that its holder leaves goes to whoever fights inside")
  func holderWithdrawsBeforeAttacker() throws {
    #expect(try states("blue entered", "red withdrew") == ["red<blue", "blue"])
  }

  @Test("ground that its holder leaves to nobody is unknown")
  func holderWithdraws() throws {
    #expect(try states("red withdrew") == ["?"])
  }

  @Test("that an actor without a part in the place withdraws changes nothing")
  func strangerWithdraws() throws {
    #expect(try states("blue withdrew") == ["red"])
  }

  @Test("encirclement marks the holder's place and outlasts fighting, not a change of hands")
  func encirclement() throws {
    #expect(try states("blue encircled") == ["red@blue"])
    #expect(try states("blue encircled", "blue withdrew") == ["red@blue", "red"])
    #expect(try states("red encircled") == ["red"])
  }

  @Test("fighting by the holder's own side means that the last opponent is not out")
  func prematureClaim() throws {
    #expect(try states("blue control", "blue contested") == ["blue", "blue<red"])
    #expect(
      try states("blue control", "blue contested", "blue control") == ["blue", "blue<red", "blue"])
  }

  @Test("fighting against somebody whom nobody has named is contested by nobody")
  func unnamedOpponent() throws {
    #expect(try states("red contested") == ["red<"])
  }

  @Test("nobody contests ground against its own side, however often it changed hands")
  func opponentOfAnotherSide() throws {
    #expect(
      try states("red withdrew", "red control", "red contested") == ["?", "red", "red<"])
    #expect(
      try states("blue control", "blue withdrew", "crimson control", "red contested").last
        == "crimson<blue")
  }

  @Test("that an uninvolved actor withdraws does not end somebody else's fight")
  func uninvolvedWithdrawal() throws {
    #expect(try states("red contested", "blue withdrew") == ["red<", "red<"])
  }

  @Test("that a place is encircled says nothing about who holds it if nobody knows")
  func encircledUnknown() throws {
    var theatre = SmallTheatre()
    theatre.reportRows = ["r1,2020-01-05,,north-west,blue,encircled,paper,,3,"]
    let history = try history(theatre)
    #expect(try history.state(of: "north-west", on: "2020-01-05") == "-")
  }

  @Test("a place passes between actors of one side without a fight")
  func handOver() throws {
    #expect(try states("crimson control") == ["crimson"])
    #expect(try states("blue contested", "crimson control") == ["red<blue", "crimson"])
  }

  @Test("two attackers of different actors are both kept, in the order of the table")
  func twoAttackers() throws {
    #expect(
      try states("blue control", "crimson entered", "red entered")
        == ["blue", "blue<crimson", "blue<red+crimson"])
  }

  @Test("a region's encirclement is silent where the actor's own side holds")
  func silentRegions() throws {
    let history = try history(
      theatre(
        reports: "r3,2020-01-05,,north-west,blue,control,paper,,3,",
        "r5,2020-01-07,,westland,blue,encircled,paper,,3,"))
    #expect(try history.state(of: "north-west", on: "2020-01-07") == "blue")
    #expect(try history.state(of: "south-west", on: "2020-01-07") == "red@blue")
    let verdicts = try history.verdicts(on: "north-west", "2020-01-07")
    #expect(verdicts["r3"] == .decided && verdicts["r5"] == .silent)
  }

  @Test("encirclement adds its mark to what another report of the day decides")
  func marks() throws {
    let history = try history(
      theatre(
        reports: "r3,2020-01-05,,north-west,red,control,paper,,3,",
        "r4,2020-01-05,,north-west,blue,encircled,paper,,3,"))
    #expect(try history.state(of: "north-west", on: "2020-01-05") == "red@blue")
    let verdicts = try history.verdicts(on: "north-west", "2020-01-05")
    #expect(verdicts["r3"] == .decided && verdicts["r4"] == .marked)
  }

  @Test("two places that share a coordinate are one site: a report on either is a report on both")
  func sharedSpot() throws {
    var theatre = theatre(reports: "r3,2020-01-05,,barracks,blue,control,paper,,3,")
    theatre.placeRows.append("barracks,Barracks,,base,36.75,43.25,,westland,test,")
    let history = try history(theatre)
    #expect(history.sites.count == 4)
    #expect(try history.state(of: "north-west", on: "2020-01-05") == "blue")
    #expect(try history.state(of: "barracks", on: "2020-01-05") == "blue")
  }
}
