import Foundation
import TestSupport
import Testing

/// Scores of points. If one of these fails, somebody trusts an inference more, or less, than it
/// has earned.
@Suite("A map held against points")
struct ScoreTests {
  /// Red holds the west of 43.5° and blue the east.
  private static let points = """
    longitude,latitude,held_by
    43.2,36.5,red
    43.3,36.5,red
    43.4,36.5,blue
    43.7,36.5,blue
    43.8,36.5,blue
    43.9,36.5,contested
    43.6,36.5,unknown

    """

  private func stage(
    _ points: String = points, _ change: (inout SmallTheatre) -> Void = { _ in }
  ) throws -> Stage {
    let stage = try Stage(change)
    try stage.folder.write(points, to: "points.csv")
    return stage
  }

  @Test("the figures are those worked out by hand")
  func byHand() throws {
    let stage = try stage()
    let reply: ScoreReply = try stage.json("score points.csv --on 2020-01-05")
    #expect(reply.date == "2020-01-05")
    #expect(reply.points == 7)
    #expect(reply.contestedPoints == 1)
    #expect(reply.comparedPoints == 6)
    #expect(reply.disagreement?.isClose(to: 2.0 / 6, within: 1e-6) == true)
    // Red: 2 of 3. Blue: 2 of 3 + 3 - 2. Unknown: 0 of 1.
    #expect(
      reply.iou.mapValues { ($0 * 1e4).rounded() } == ["red": 6667, "blue": 5000, "unknown": 0])
    #expect(reply.confusion?["blue"] == ["red": 1, "blue": 2, "unknown": 0])
    #expect(reply.frontMedianKm == nil)
    #expect(reply.comparedBy == "actor")
    #expect(
      try keys(of: stage.run("score points.csv --on 2020-01-05 --json").output).isSuperset(of: [
        "points", "disagreement", "iou", "front_median_km", "front_p95_km", "confusion_km2",
      ]))
  }

  @Test("people read how many points, the disagreement, each holder's share, and what is left out")
  func text() throws {
    #expect(
      try stage().text("score points.csv --on 2020-01-05") == """
        A box with a river
        2020-01-05, held against points.csv

        compared      6 points
        left out      1 point, contested in the truth
        disagreement  33.33 %

        holder   intersection over union
        red                      66.67 %
        blue                     50.00 %
        unknown                   0.00 %

        truth \\ map  red  blue  unknown
        red            2     0        0
        blue           1     2        0
        unknown        0     1        0

        """)
  }

  @Test("drawn ground that is contested is its holder's, as it is for the front")
  func contestedGround() throws {
    let stage = try stage("longitude,latitude,held_by\n43.2,36.2,red\n43.2,36.3,blue\n") {
      $0.reportRows.append("r3,2020-01-05,,south-west,blue,contested,paper,1,2,")
    }
    let reply: ScoreReply = try stage.json("score points.csv --on 2020-01-05")
    #expect(reply.disagreement == 0.5)
    #expect(reply.contestedPoints == 0)
  }

  @Test("a name that only a side has compares sides, and actors count as theirs")
  func sides() throws {
    let points = "longitude,latitude,held_by\n43.2,36.7,reds\n43.2,36.2,red\n43.8,36.5,blue\n"
    let stage = try stage(points) {
      $0.actors = $0.actors.replacing(",red,#", with: ",reds,#")
      $0.sources = $0.sources.replacing("B,red,", with: "B,reds,")
      $0.reportRows.append("r3,2020-01-05,,north-west,crimson,control,paper,1,2,")
    }
    let reply: ScoreReply = try stage.json("score points.csv --on 2020-01-05")
    #expect(reply.comparedBy == "side")
    #expect(reply.iou == ["reds": 1, "blue": 1])
    #expect(reply.disagreement == 0)
  }

  @Test("a name that is an actor's and a side's is the actor's")
  func actors() throws {
    let stage = try stage("longitude,latitude,held_by\n43.2,36.7,red\n43.8,36.5,blue\n") {
      $0.reportRows.append("r3,2020-01-05,,north-west,crimson,control,paper,1,2,")
    }
    let reply: ScoreReply = try stage.json("score points.csv --on 2020-01-05")
    #expect(reply.comparedBy == "actor")
    #expect(reply.iou == ["red": 0, "crimson": 0, "blue": 1])
  }

  @Test("an empty holder is unknown, and a point on an edge has one side only")
  func edges() throws {
    let points = "longitude,latitude,held_by\n43.5,36.5,\n43,36,red\n44,37,blue\n"
    let reply: ScoreReply = try stage(points).json("score points.csv --on 2020-01-05")
    #expect(reply.points == 3)
    #expect(reply.confusion?["unknown"]?.values.reduce(0, +) == 1)
    #expect(reply.iou["blue"] == 1)
  }

  @Test("points that are all contested leave nothing to compare, which is no agreement")
  func nothingToCompare() throws {
    let stage = try stage("longitude,latitude,held_by\n43.2,36.5,contested\n")
    let reply: ScoreReply = try stage.json("score points.csv --on 2020-01-05")
    #expect(reply.disagreement == nil)
    #expect(reply.points == 1)
    #expect(try stage.text("score points.csv --on 2020-01-05").contains("nothing to compare"))
  }

  @Test("the column of the holder may have another name")
  func column() throws {
    let stage = try stage(Self.points.replacing("held_by", with: "control"))
    let reply: ScoreReply = try stage.json("score points.csv --property control --on 2020-01-05")
    #expect(reply.points == 7)
  }

  @Test("the same seed chooses the same places, and a share of one is no share")
  func share() throws {
    let stage = try stage()
    let command = "score points.csv --on 2020-01-05"
    let half = "\(command) --share 0.5 --seed 4 --json"
    #expect(try stage.run(half).output == stage.run(half).output)
    #expect(
      try stage.run("\(command) --share 1 --json").output == stage.run("\(command) --json").output)
    #expect(
      try stage.run("\(command) --infer nearest --json").output
        == stage.run("\(command) --json").output)
    #expect(
      try stage.json(half.replacing(" --json", with: ""), as: ScoreReply.self).placesReported == 2)
  }

  @Test("what no place is left to tell of is unknown, and the text says what counts")
  func oneplace() throws {
    let stage = try stage()
    // One place is left, on one bank; nobody tells who holds the other.
    let reply: ScoreReply = try stage.json("score points.csv --on 2020-01-05 --share 0.25")
    #expect(reply.placesReported == 1)
    #expect(reply.confusion?.values.contains { ($0["unknown"] ?? 0) > 1 } == true)
    #expect(
      try stage.text("score points.csv --on 2020-01-05 --share 0.25").contains(
        "\nReports count on 1 of 4 places (--share 0.25 --seed 1); the rest is inferred (nearest).\n"
      ))
  }
}
