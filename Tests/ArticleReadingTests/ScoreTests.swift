import Diagnostics
import Testing
import Theatre

@testable import ArticleReading

@Suite("The score of a reader on labelled articles")
struct ScoreTests {
  private let mosul = Newsroom.mosul

  private let text = """
    Iraqi forces captured Bartella on Friday. Rain fell in Bashiqa.

    Iraqi forces could take Gogjali. Islamic State withdrew from Bazwaya on Tuesday.
    """

  private func score(_ rows: [String], traps: [String] = []) -> ReadingScore {
    let gold = GoldStatement.read(
      InputFile(
        name: "gold.csv",
        bytes: Array(
          (["article,paragraph,place,date,actor,status,is_negated,kind"] + rows)
            .joined(separator: "\n").utf8)))
    let trapRows = GoldTrap.read(
      InputFile(
        name: "traps.csv",
        bytes: Array((["article,paragraph,place"] + traps).joined(separator: "\n").utf8)))
    let scorer = ReadingScorer(
      mosul.reader, places: mosul.theatre.places, actors: mosul.theatre.actors, gold: gold.rows,
      traps: trapRows.rows)
    return scorer.score([("000_rain", mosul.read(text)), ("111_other", mosul.read(text))])
  }

  private let right = [
    "000,1,Bartella,2016-11-04,isf,control,,event", "000,2,bazwaya,2016-11-08,is,withdrew,,event",
  ]

  @Test("a reader who finds what is labelled has everything right")
  func allRight() throws {
    let tuple = try #require(score(right).events[.tuple])
    #expect(tuple.labelled == 2 && tuple.found == 2 && tuple.proposed == 2 && tuple.right == 2)
    #expect(tuple.precision == 1 && tuple.recall == 1 && tuple.f1 == 1)
    #expect(score(right).faults.isEmpty)
  }

  @Test("a wrong actor, status or date costs the tuple and not the place")
  func wrongParts() throws {
    for row in [
      "000,1,Bartella,2016-11-04,pmf,control,,event",
      "000,1,Bartella,2016-11-04,isf,entered,,event",
      "000,1,Bartella,2016-10-04,isf,control,,event",
    ] {
      let score = score([row, right[1]])
      #expect(score.events[.tuple]?.found == 1, "\(row)")
      #expect(score.events[.place]?.found == 2, "\(row)")
      #expect(score.faults.map(\.kind) == [.miss, .falseAlarm], "\(row)")
    }
  }

  @Test("a plan that is proposed as a fact is told, one that is not is no fault")
  func plans() {
    let plan = score(right + ["000,2,Gogjali,,isf,control,,planned"])
    #expect(plan.unreal.labelled == 1 && plan.unreal.proposed == 0 && plan.faults.isEmpty)
    let wrong = score([right[1], "000,1,Bartella,2016-11-04,isf,control,1,event"])
    #expect(wrong.unreal.proposed == 1 && wrong.faults.map(\.kind) == [.falseAlarm, .notAFact])
  }

  @Test("a trap counts when something is proposed for it")
  func traps() {
    let score = score(right, traps: ["000,1,Bashiqa", "000,1,Bartella"])
    #expect(score.traps.labelled == 2 && score.traps.proposed == 0)
    let caught = self.score([right[0]], traps: ["000,2,Bazwaya"])
    #expect(caught.traps.proposed == 1)
    #expect(caught.faults.map(\.kind).contains(.trap))
  }

  @Test("a label whose place or actor the theatre lacks does not count, but is told")
  func outside() {
    let score = score(
      right + ["000,1,Atlantis,,isf,control,,event", "000,1,Bartella,,nobody,control,,event"])
    #expect(score.outside == 2)
    #expect(score.events[.tuple]?.labelled == 2)
  }

  @Test("without labels nothing is wrong and nothing is missed")
  func none() {
    #expect(score([]).events.isEmpty)
    #expect(ReadingScore.Measure().f1 == 1)
  }
}
