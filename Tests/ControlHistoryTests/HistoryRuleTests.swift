import ControlHistory
import TestSupport
import Testing
import Theatre

/// The rules by which one report decides, each by example. If one of these fails, the map shows
/// what a worse report says.
@Suite("The rules of the control history")
struct HistoryRuleTests {
  @Test("before the first report on a place or a region above it nothing is known")
  func nothingBeforeTheFirstReport() throws {
    let history = try history(SmallTheatre())
    #expect(try history.state(of: "north-west", on: "2019-11-30") == "-")
    #expect(try history.state(of: "north-west", on: "2019-12-01") == "red")
  }

  @Test("a report on a region reaches every place below it, through all levels")
  func regionsReachDown() throws {
    let history = try history(theatre(reports: "r3,2020-01-05,,land,blue,control,paper,,3,"))
    for place in ["north-west", "south-west", "north-east", "south-east"] {
      #expect(try history.state(of: place, on: "2020-01-05") == "blue")
    }
  }

  @Test("the latest report decides, whatever the grades")
  func latestDecides() throws {
    let history = try history(
      theatre(
        reports: "r3,2020-01-05,,north-west,blue,control,paper,,1,",
        "r4,2020-01-06,,north-west,red,control,poor,,5,"))
    #expect(try history.state(of: "north-west", on: "2020-01-05") == "blue")
    #expect(try history.state(of: "north-west", on: "2020-01-06") == "red")
    #expect(try history.verdicts(on: "north-west", "2020-01-06")["r3"] == .earlier)
  }

  @Test("a later report on a region overrules an earlier one on the place")
  func latestBeatsMoreSpecific() throws {
    let history = try history(
      theatre(
        reports: "r3,2020-01-05,,north-west,blue,control,paper,,3,",
        "r4,2020-01-06,,westland,red,control,paper,,3,"))
    #expect(try history.state(of: "north-west", on: "2020-01-06") == "red")
  }

  @Test("on one date the more specific place decides, whatever the grades")
  func moreSpecificDecides() throws {
    let history = try history(
      theatre(
        reports: "r3,2020-01-05,,westland,blue,control,paper,,1,",
        "r4,2020-01-05,,north-west,red,control,poor,,5,"))
    #expect(try history.state(of: "north-west", on: "2020-01-05") == "red")
    #expect(try history.state(of: "south-west", on: "2020-01-05") == "blue")
    #expect(try history.verdicts(on: "north-west", "2020-01-05")["r3"] == .lessSpecific)
  }

  @Test("then the better credibility decides, then the more reliable source")
  func betterGradeDecides() throws {
    let byCredibility = try history(
      theatre(
        reports: "r3,2020-01-05,,north-west,blue,control,poor,,2,",
        "r4,2020-01-05,,north-west,red,control,paper,,3,"))
    #expect(try byCredibility.state(of: "north-west", on: "2020-01-05") == "blue")
    #expect(try byCredibility.verdicts(on: "north-west", "2020-01-05")["r4"] == .weakerGrade)
    let byReliability = try history(
      theatre(
        reports: "r3,2020-01-05,,north-west,blue,control,poor,,3,",
        "r4,2020-01-05,,north-west,red,control,paper,,3,"))
    #expect(try byReliability.state(of: "north-west", on: "2020-01-05") == "red")
  }

  @Test("a claim in its source's interest counts a grade lower, one against it a grade higher")
  func interest() throws {
    // Equal on paper; the red bulletin's word for red counts less than the neutral paper's.
    let boast = try history(
      theatre(
        reports: "r3,2020-01-05,,north-east,red,control,reds,,3,",
        "r4,2020-01-05,,north-east,blue,control,paper,,3,"))
    #expect(try boast.state(of: "north-east", on: "2020-01-05") == "blue")
    // The red bulletin admits a loss: one grade better than it says, so it beats the paper.
    let admission = try history(
      theatre(
        reports: "r3,2020-01-05,,north-west,blue,control,reds,,3,",
        "r4,2020-01-05,,north-west,red,control,paper,,3,"))
    #expect(try admission.state(of: "north-west", on: "2020-01-05") == "blue")
    // That red has left is against red's interest too.
    let retreat = try history(
      theatre(
        reports: "r3,2020-01-05,,north-west,red,withdrew,reds,,3,",
        "r4,2020-01-05,,north-west,red,control,paper,,3,"))
    #expect(try retreat.state(of: "north-west", on: "2020-01-05") == "?")
  }

  @Test("what cannot be judged stands between possible and doubtful")
  func unjudged() throws {
    for (credibility, winner) in [("3", "red"), ("4", "blue")] {
      let history = try history(
        theatre(
          reports: "r3,2020-01-05,,north-west,blue,control,paper,,6,",
          "r4,2020-01-05,,north-west,red,control,paper,,\(credibility),"))
      #expect(try history.state(of: "north-west", on: "2020-01-05") == winner)
    }
  }

  @Test("equals that contradict each other leave the holder and make the ground contested")
  func dispute() throws {
    let history = try history(
      theatre(
        reports: "r3,2020-01-05,,north-west,blue,control,paper,,3,",
        "r4,2020-01-05,,north-west,red,control,paper,,3,"))
    #expect(try history.state(of: "north-west", on: "2020-01-05") == "red<blue")
    let verdicts = try history.verdicts(on: "north-west", "2020-01-05")
    #expect(verdicts["r3"] == .disputed && verdicts["r4"] == .disputed)
    let site = try #require(history.sites.site(ofPlace: history.place("north-west")))
    let interval = try #require(history.interval(of: site, on: day("2020-01-05")))
    #expect(interval.isDisputed && interval.decidedBy.count == 2)
  }

  @Test("equals that can both be right make one story: one left, the other holds")
  func compatibleEquals() throws {
    let history = try history(
      theatre(
        reports: "r3,2020-01-05,,north-west,blue,control,paper,,3,",
        "r4,2020-01-05,,north-west,red,withdrew,paper,,3,"))
    #expect(try history.state(of: "north-west", on: "2020-01-05") == "blue")
    let verdicts = try history.verdicts(on: "north-west", "2020-01-05")
    #expect(verdicts["r3"] == .decided && verdicts["r4"] == .joined)
  }

  @Test("of equal reports on allies the first by id decides, and is the one that is credited")
  func ties() throws {
    let rows = [
      "r3,2020-01-05,,north-west,red,control,paper,,3,",
      "r4,2020-01-05,,north-west,crimson,control,paper,,3,",
    ]
    for order in [rows, rows.reversed()] {
      var theatre = SmallTheatre()
      theatre.reportRows += order
      let history = try history(theatre)
      #expect(try history.state(of: "north-west", on: "2020-01-05") == "red")
      let verdicts = try history.verdicts(on: "north-west", "2020-01-05")
      #expect(verdicts["r3"] == .decided && verdicts["r4"] == .tie)
    }
  }

  @Test("the order of the rows leaves no trace", arguments: 1...4)
  func shuffled(seed: Int) throws {
    var small = randomTheatre(seed: UInt64(seed), sites: 12, reports: 80)
    small.reportRows += small.reportRows.prefix(40).map {
      $0.replacing("r", with: "s", maxReplacements: 1).replacing(",red,", with: ",crimson,")
    }
    let one = try history(small)
    var random = SeededGenerator(seed: UInt64(seed))
    small.reportRows.shuffle(using: &random)
    let other = try history(small)
    for text in ["2020-01-15", "2020-01-25", "2020-01-31"] {
      for place in one.theatre.places {
        #expect(
          try one.state(of: place.id, on: text) == other.state(of: place.id, on: text),
          "seed \(seed), \(place.id), \(text)")
        #expect(
          try one.verdicts(on: place.id, text) == other.verdicts(on: place.id, text),
          "seed \(seed), \(place.id), \(text)")
      }
    }
  }

  @Test("a date known only as a span takes effect on its last day")
  func fuzzyDates() throws {
    let history = try history(theatre(reports: "r3,2020-01,,north-west,blue,control,paper,,3,"))
    #expect(try history.state(of: "north-west", on: "2020-01-30") == "red")
    #expect(try history.state(of: "north-west", on: "2020-01-31") == "blue")
  }
}
