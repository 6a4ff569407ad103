import Foundation
import TestSupport
import Testing

@Suite("What speaks for the map and against it")
struct EvidenceReplyTests {
  /// Red's west: blue takes the south on the fifth, known on the ninth, against a rumour and a bulletin.
  private func stage() throws -> Stage {
    try Stage {
      $0.reportRows += [
        "r3,2020-01-05,2020-01-09,south-west,blue,control,paper,2,2,",
        "r4,2020-01-05,,south-west,red,control,poor,,4,",
        "r5,2020-01-10/2020-01-14,,north-west,blue,control,paper,3,3,",
        "r6,2020-01-05,,westland,red,control,reds,,3,",
      ]
    }
  }

  @Test("explain tells the decision rule by rule, each with what it set aside")
  func tree() throws {
    let reply: ExplainReply = try stage().json("explain south-west --on 2020-01-06")
    #expect(
      reply.decision.lines == [
        "latest: r3+r4+r6 before r1", "most_specific: r3+r4 before r6", "best_grade: r3 before r4",
        "decided by r3",
      ])
    #expect(reply.decision.setAside?.map(\.rule) == ["earlier"])
    #expect(reply.view == "assessed" && reply.knownOn == nil)
    #expect(!reply.dateUncertain && reply.mayBe.isEmpty)
    let confidence = try #require(reply.confidence)
    // B2 against D4, a day old.
    #expect(confidence.isClose(to: 0.7 * 0.7 / (1 - 0.7 * 0.3) * 0.996, within: 0.001))
  }

  @Test("explain tells the same in words")
  func treeText() throws {
    let text = try stage().text("explain south-west --on 2020-01-06")
    for line in [
      "South West on 2020-01-06: held by Blue.\n",
      "Confidence 0.62 = reports 0.62 × age 1.00 (1 day)\n", "  for it      r3 0.70\n",
      "  against it  r4 0.30\n",
      "4 reports reach it by then.\n",
      "1. The latest count, of 2020-01-05: r3 (B2), r4 (D4), r6 (B3). Older: r1 (B3).\n",
      "2. Those on the more specific place count: r3 (B2), r4 (D4), before r6 (B3).\n",
      "3. The better grade counts: r3 (B2), before r4 (D4).\n",
      "held by Blue (grade B2), known on 2020-01-09\n",
    ] {
      #expect(text.contains(line), "\(line)")
    }
  }

  @Test("explain tells what a place may be instead, and how its source's interest counts")
  func doubt() throws {
    let stage = try stage()
    let text = try stage.text("explain north-west --on 2020-01-12")
    #expect(
      text.contains("The day of a report is not known, so it may also be: held by Blue.\n"))
    #expect(
      text.contains("(grade B3, counts as B4 since it serves red, which its source favours)"))
    let reply: ExplainReply = try stage.json("explain north-west --on 2020-01-12")
    #expect(reply.dateUncertain)
    #expect(reply.mayBe == [GroundReply(holder: "blue", status: "held")])
  }

  @Test("explain tells equals that contradict each other, and what is not confirmed")
  func disputed() throws {
    let stage = try Stage {
      $0.reportRows += [
        "r3,2020-01-05,,south-west,blue,control,paper,,3,",
        "r4,2020-01-05,,south-west,red,control,paper,,3,",
      ]
    }
    let reply: ExplainReply = try stage.json("explain south-west --on 2020-01-06")
    #expect(
      reply.decision.lines == [
        "latest: r3+r4 before r1", "equals: r3+r4 before ", "decided by r3+r4",
      ])
    #expect(
      try stage.text("explain south-west --on 2020-01-06").contains(
        "2. Equal reports contradict each other: r3 (B3), r4 (B3).\n"))
    #expect(
      try stage.text("explain north-west --on 2020-01-06 --view confirmed").contains(
        "Not confirmed: fewer than two independent sources say who holds it.\n"))
  }

  @Test("explain answers for a point as for the place in whose cell it lies")
  func point() throws {
    let stage = try stage()
    let place = try stage.text("explain south-west --on 2020-01-06")
    let point = try stage.text("explain --at 43.3,36.2 --on 2020-01-06")
    #expect(
      point
        == place.replacing(
          "South West on 2020-01-06",
          with: "43.3000, 36.2000, in the cell of South West on 2020-01-06",
          maxReplacements: 1))
    let json = try stage.run("explain --at 43.3,36.2 --on 2020-01-06 --json").output
    #expect(try keys(of: json).isSuperset(of: ["place", "longitude", "latitude", "decision"]))
    #expect(json.contains("\n  \"longitude\": 43.3,\n  \"latitude\": 36.2,\n"))
    let reply: ExplainReply = try decoded(json)
    #expect(reply.place == "south-west" && reply.holder == "blue")
    // A blank behind the comma and an equals sign before a minus do no harm.
    #expect(try stage.run(["explain", "--at", "43.3, 36.2", "--on", "2020-01-06"]).output == point)
  }

  @Test("explain tells of inferred ground how far it is, and which place the reports are on")
  func inferred() throws {
    let stage = try Stage {
      $0.reportRows = ["r1,2020-01-01,,north-west,red,control,paper,,3,"]
    }
    let text = try stage.text("explain south-west --on 2020-01-06")
    for line in [
      "\nNo report reaches it by then; inferred from North West, 55.5 km away.\n",
      " × distance 0.02 (55.5 km)\n", "\nOne report reaches North West by then.\n",
    ] {
      #expect(text.contains(line), "\(line)")
    }
  }

  @Test("explain where no report reaches says so")
  func silence() throws {
    let stage = try Stage { $0.reportRows.removeLast() }
    #expect(
      try stage.text("explain north-east --on 2020-01-06")
        == "North East on 2020-01-06: holder unknown.\nNo report says who holds it.\n")
    let reply: ExplainReply = try stage.json("explain --at 43.75,36.75 --on 2020-01-06")
    #expect(reply.holder == nil && reply.confidence == nil && reply.considered.isEmpty)
    #expect(reply.decision.lines == ["decided by "])
  }

  @Test("history --both: what was believed beside what is known, as JSON and in a table")
  func both() throws {
    let stage = try stage()
    let reply: HindsightReply = try stage.json("history south-west --both")
    #expect(reply.place == "south-west")
    #expect(
      reply.periods.map { "\($0.start) \($0.end) \($0.then?.holder ?? "") \($0.now?.holder ?? "")" }
        == [
          "2020-01-01 2020-01-05 red red", "2020-01-05 2020-01-09 red blue",
          "2020-01-09 2020-02-01 blue blue",
        ])
    #expect(
      try stage.text("history south-west --both") == """
        South West: town, Westland, Land

        from        until       believed at the time  by  known now     by
        2020-01-01  2020-01-04  held by Red           r1  the same
        2020-01-05  2020-01-08  held by Red           r4  held by Blue  r3
        2020-01-09              held by Blue          r3  the same

        """)
  }

  @Test("revisions: what had been believed, from when to when, and which report changed it")
  func revisions() throws {
    let stage = try stage()
    let reply: [RevisionReply] = try stage.json("revisions")
    let revision = try #require(reply.first)
    #expect(reply.count == 1)
    #expect(revision.knownOn == "2020-01-09" && revision.places == ["south-west"])
    #expect(revision.start == "2020-01-05" && revision.end == "2020-01-09")
    #expect(revision.before == GroundReply(holder: "red", status: "held"))
    #expect(revision.after == GroundReply(holder: "blue", status: "held"))
    #expect(revision.reports == ["r3"] && revision.areaKm2 > 2_000)
    let text = try stage.text("revisions")
    #expect(text.contains("2020-01-05 to 2020-01-08  held by Red  held by Blue"))
    #expect(text.contains("\n1 revision, "))
    #expect(
      try stage.text("revisions --known-on 2020-01-08")
        == "No later report changed what had been believed.\n")
    #expect(try stage.json("revisions --known-on 2020-01-08", as: [RevisionReply].self).isEmpty)
  }

  @Test("conflicts: who said what, why it lost, and how much hangs on it")
  func conflicts() throws {
    let stage = try stage()
    let reply: [ConflictReply] = try stage.json("conflicts")
    let conflict = try #require(reply.first)
    #expect(reply.count == 1)
    #expect(conflict.date == "2020-01-05" && conflict.places == ["south-west"])
    #expect(conflict.days == 27 && conflict.decidedBy == ["r3"])
    #expect(conflict.km2Days.isClose(to: 27 * conflict.areaKm2, within: 0.05))
    #expect(conflict.state == GroundReply(holder: "blue", status: "held"))
    #expect(conflict.alternative == GroundReply(holder: "red", status: "held"))
    #expect(conflict.reports.map(\.report) == ["r3", "r4", "r6"])
    #expect(conflict.reports.map(\.rule) == ["decided", "weaker_grade", "less_specific"])
    let text = try stage.text("conflicts")
    #expect(text.hasPrefix("2020-01-05  South West: 2,492.9 km² for up to 27 days\n"))
    #expect(text.contains("\n  held by Blue; else held by Red\n"))
    #expect(try stage.text("conflicts --most 1") == text)
    #expect(
      try Stage().text("conflicts") == "No reports of one day contradict each other.\n")
  }

  @Test("conflicts: only as many as were asked for are listed, and of how many is said")
  func mostConflicts() throws {
    let stage = try Stage {
      $0.reportRows += [
        "r3,2020-01-05,,south-west,blue,control,paper,2,2,",
        "r4,2020-01-05,,south-west,red,control,poor,,4,",
        "r5,2020-01-20,,north-west,blue,control,paper,2,2,",
        "r6,2020-01-20,,north-west,red,control,poor,,4,",
      ]
    }
    let all: [ConflictReply] = try stage.json("conflicts")
    #expect(all.map(\.date) == ["2020-01-05", "2020-01-20"])
    #expect(
      try stage.json("conflicts --most 1", as: [ConflictReply].self).map(\.date) == ["2020-01-05"])
    #expect(try stage.text("conflicts --most 1").hasSuffix("\n\n(1 of 2 conflicts)\n"))
    #expect(try stage.json("conflicts --most 9", as: [ConflictReply].self).count == 2)
  }

  @Test("without: what flips if a report or a whole source is taken away")
  func without() throws {
    let stage = try stage()
    let reply: WithoutReply = try stage.json("without r3 --on 2020-01-06")
    #expect(reply.without == "r3" && reply.date == "2020-01-06" && reply.reports == ["r3"])
    #expect(reply.sides.map(\.side) == ["red", "blue"])
    #expect(reply.sides[0].moreKm2 == reply.sides[1].lessKm2 && reply.sides[0].moreKm2 > 2_000)
    #expect(reply.frontWithoutKm > reply.frontKm)
    #expect(reply.changes.map(\.place) == ["south-west"])
    #expect(reply.changes[0].before == GroundReply(holder: "blue", status: "held"))
    #expect(reply.changes[0].after == GroundReply(holder: "red", status: "held"))
    let source: WithoutReply = try stage.json("without paper --on 2020-01-06")
    #expect(source.reports == ["r1", "r2", "r3", "r5"])
    #expect(source.changes.map(\.place) == ["south-west", "north-east", "south-east"])
    let text = try stage.text("without r3 --on 2020-01-06")
    #expect(text.hasPrefix("Without r3 on 2020-01-06\n  red: 0.0 km² less, 2,492.9 km² more\n"))
    #expect(text.hasSuffix("\n  held by Blue → held by Red (1): South West\n"))
    #expect(
      try stage.text("without paper --on 2020-01-06").hasPrefix("Without paper (4 reports) on "))
    #expect(
      try stage.text("without r4 --on 2020-01-06")
        == "Without r4 on 2020-01-06\nNothing changes: other reports say the same, or later ones decide.\n"
    )
  }

  @Test("check --remnants lists what is presumed taken with the reports that were not enough")
  func remnants() throws {
    let stage = try Stage {
      $0.openWest(to: "\"red\", \"blue\"")
      $0.placeRows.append("middle,Middle,,village,36.5,43.45,,westland,test,")
      $0.reportRows = [
        "r1,2019-12-01,,westland,red,control,poor,,3,",
        "r2,2019-12-01,,eastland,blue,control,paper,,3,",
        "r3,2020-01-05,,north-west,blue,control,paper,,2,",
        "r4,2020-01-05,,south-west,blue,control,paper,,2,",
      ]
    }
    let reply: [FindingReply] = try stage.json("check --remnants")
    let finding = try #require(reply.first)
    #expect(finding.file == "reports.csv" && finding.severity == "note")
    #expect(reply.count == 1 && finding.line == 2 && finding.column == 1)
    #expect(
      finding.message.hasPrefix("Middle of Red is presumed taken by Blue from 2020-01-19 on: "))
    let text = try stage.text("check --remnants")
    #expect(text.hasPrefix("\(stage.folder.path)/reports.csv:2:1: note: Middle of Red is presumed"))
    #expect(text.hasSuffix("\n0 errors, 0 warnings, 1 note\n"))
    let explained = try stage.text("explain middle --on 2020-01-20")
    #expect(explained.hasPrefix("Middle on 2020-01-20: presumed held by Blue.\n"))
    #expect(explained.contains("\nPresumed taken: Red held it by the reports below, "))
    #expect(try stage.text("status --on 2020-01-20").contains("\nPresumed taken: Middle\n"))
    #expect(try Stage().text("check --remnants") == "0 errors, 0 warnings, 0 notes\n")
  }
}
