import ControlHistory
import TestSupport
import Testing
import Theatre

/// Reports of one day side by side. If one of these fails, two sources that agree seem to quarrel,
/// or two that quarrel seem to agree.
@Suite("Reports of one day")
struct OneDayTests {
  /// The state of North West, which red holds, after equal reports of one day, and whether it is
  /// disputed: `blue control` and so on.
  private func state(_ claims: [String]) throws -> String {
    var theatre = SmallTheatre()
    for (index, claim) in claims.enumerated() {
      let words = claim.split(separator: " ")
      theatre.reportRows.append(
        "s\(index),2020-01-05,,north-west,\(words[0]),\(words[1]),paper,,3,")
    }
    let history = try history(theatre)
    let site = try #require(history.sites.site(ofPlace: history.place("north-west")))
    let interval = try #require(history.interval(of: site, on: day("2020-01-05")))
    return words(interval.state, history.theatre) + (interval.isDisputed ? "!" : "")
  }

  @Test(
    "which claims contradict each other, and what the others come to together",
    arguments: [
      (["blue control", "red control"], "red<blue!"),
      (["blue control", "blue contested"], "red<blue!"),
      (["blue control", "red entered"], "red<blue!"),
      (["red control", "blue entered"], "red<blue!"),
      (["blue control", "red withdrew"], "blue"),
      (["blue control", "blue withdrew"], "red<blue!"),
      (["red control", "blue withdrew"], "red"),
      (["blue entered", "blue withdrew"], "red<blue!"),
      (["blue entered", "red withdrew"], "?<blue"),
      (["blue entered", "blue contested"], "red<blue"),
      (["red withdrew", "blue withdrew"], "?"),
      (["red control", "blue encircled"], "red@blue"),
      (["blue control", "blue encircled"], "blue"),
      (["blue control", "red encircled"], "blue@red"),
      (["crimson control", "blue control", "blue withdrew"], "red<blue!"),
    ])
  func pairs(claims: [String], expected: String) throws {
    #expect(try state(claims) == expected)
    #expect(try state(claims.reversed()) == expected)
  }

  @Test("encirclement counts on the day on which the place gets its first holder")
  func firstDay() throws {
    var theatre = SmallTheatre()
    theatre.reportRows = [
      "r1,2020-01-02,,north-west,red,control,paper,,3,",
      "r2,2020-01-02,,north-west,blue,encircled,paper,,3,",
    ]
    let history = try history(theatre)
    #expect(try history.state(of: "north-west", on: "2020-01-02") == "red@blue")
    #expect(try history.verdicts(on: "north-west", "2020-01-02")["r2"] == .marked)
  }

  @Test("a dispute stays one until a claim settles it")
  func disputeStays() throws {
    let history = try history(
      theatre(
        reports: "r3,2020-01-05,,north-west,blue,control,paper,,3,",
        "r4,2020-01-05,,north-west,red,control,paper,,3,",
        "r5,2020-01-06,,north-west,blue,encircled,paper,,3,",
        "r6,2020-01-07,,north-west,blue,control,paper,,3,"))
    let site = try #require(history.sites.site(ofPlace: history.place("north-west")))
    let disputed = try ["2020-01-05", "2020-01-06", "2020-01-07"].map {
      try history.interval(of: site, on: day($0))?.isDisputed
    }
    #expect(disputed == [true, true, false])
  }

  @Test("a weaker report that says something else does not say the same")
  func weaker() throws {
    let history = try history(
      theatre(
        reports: "r3,2020-01-05,,north-west,blue,entered,paper,,2,",
        "r4,2020-01-05,,north-west,red,withdrew,paper,,3,",
        "r5,2020-01-05,,north-west,blue,contested,paper,,3,"))
    let verdicts = try history.verdicts(on: "north-west", "2020-01-05")
    #expect(try history.state(of: "north-west", on: "2020-01-05") == "red<blue")
    #expect(verdicts["r4"] == .weakerGrade && verdicts["r5"] == .agrees)
  }

  @Test(
    "reliability F stands between C and D, and no interest makes a report better than confirmed",
    arguments: [
      ("F", "3", "C", "3", "blue"), ("F", "3", "D", "3", "red"), ("A", "1", "B", "1", "red"),
    ])
  func grades(
    reliability: String, credibility: String, other: String, otherCredibility: String,
    winner: String
  ) throws {
    var theatre = SmallTheatre()
    theatre.sources += "one,One,,,\(reliability),red,none,\nother,Other,,,\(other),,none,\n"
    theatre.sources = theatre.sources.replacing(",red,none,\nother", with: ",,none,\nother")
    theatre.reportRows += [
      "r3,2020-01-05,,north-west,red,control,one,,\(credibility),",
      "r4,2020-01-05,,north-west,blue,control,other,,\(otherCredibility),",
    ]
    #expect(try history(theatre).state(of: "north-west", on: "2020-01-05") == winner)
  }

  @Test("of two sites on one spot the more specific region above either counts")
  func sharedSpotLevels() throws {
    var theatre = theatre(
      reports: "r3,2020-01-05,,westland,blue,control,paper,,3,",
      "r4,2020-01-05,,land,crimson,control,paper,,1,")
    // The barracks hang on the land, one level nearer to it than the town on the same spot.
    theatre.placeRows.insert("barracks,Barracks,,base,36.75,43.25,,land,test,", at: 1)
    theatre.placeRows.swapAt(0, 1)
    let history = try history(theatre)
    // Both regions are one level above: the better grade decides.
    #expect(try history.state(of: "north-west", on: "2020-01-05") == "crimson")
    #expect(try history.state(of: "south-west", on: "2020-01-05") == "blue")
  }
}
