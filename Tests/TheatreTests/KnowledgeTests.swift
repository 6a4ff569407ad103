import Diagnostics
import TestSupport
import Testing
import Theatre

@Suite("The day from which a report can be known")
struct KnowledgeTests {
  /// The day from which a report of these columns, from a source of that day, can be known.
  private func knownDay(
    date: String, reported: String = "", published: String
  ) throws -> String {
    let theatre = try reading {
      $0.sources += "s,S,,\(published),B,,none,\n"
      $0.reportRows.append("r3,\(date),\(reported),north-west,blue,control,s,1,3,")
    }.drawable()
    return try theatre.knownDay(of: #require(theatre.reports.last)).description
  }

  @Test("what the table says goes before the day of the source")
  func reported() throws {
    #expect(
      try knownDay(date: "2020-01-05", reported: "2020-01-07", published: "2020-01-06")
        == "2020-01-07")
    #expect(try knownDay(date: "2020-01-05", reported: "2020-01", published: "") == "2020-01-31")
  }

  @Test("without it the source's day counts, and nothing is known before it can have been so")
  func published() throws {
    #expect(try knownDay(date: "2020-01-05", published: "2020-01-06") == "2020-01-06")
    #expect(try knownDay(date: "2020-01-05", published: "2020-01-02") == "2020-01-05")
    #expect(try knownDay(date: "2020-01-05/2020-01-09", published: "2020-01-02") == "2020-01-05")
    #expect(try knownDay(date: "2020-01-05/2020-01-09", published: "2020-01-07") == "2020-01-07")
    #expect(try knownDay(date: "../2020-01-09", published: "2020-01-02") == "2020-01-02")
  }

  @Test("what a source without a day says is known when it takes effect")
  func neither() throws {
    #expect(try knownDay(date: "2020-01-05/2020-01-09", published: "") == "2020-01-09")
    #expect(try knownDay(date: "../2020-01-09", published: "") == "2020-01-09")
    #expect(try knownDay(date: "2020-01-05/..", published: "") == "2020-01-05")
  }

  @Test("a report that became known before it was so is refused with both days")
  func reportedBefore() throws {
    expectFaults(
      [
        "reports.csv:4:15: error: reported on 2020-01-04, before its date 2020-01-05: a report "
          + "becomes known on its day or later, so correct one of the two",
        "reports.csv:5:12: error: reported on 2019-12-31, before its date 2020-01-01: a report "
          + "becomes known on its day or later, so correct one of the two",
      ],
      in: try reading {
        $0.reportRows += [
          "r3,2020-01-05,2020-01-04,north-west,blue,control,paper,1,3,",
          "r4,2020-01,2019,north-west,blue,control,paper,1,3,",
        ]
      })
  }

  @Test(
    "a report may have become known on the last day that its columns leave open",
    arguments: [
      ("2017-01-24", "2017-01"), ("2017-01-24", "2017-01-24"), ("2017-01", "2017-01-10"),
      ("../2017-01-24", "2016-12-01"), ("2017-01-24/2017-02-03", "2017-01-25"),
    ])
  func fuzzyReported(date: String, reported: String) throws {
    let theatre = try reading {
      $0.reportRows.append("r3,\(date),\(reported),north-west,blue,control,paper,1,3,")
    }
    #expect(theatre.diagnostics.isEmpty)
  }
}
