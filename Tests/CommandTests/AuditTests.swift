import Foundation
import TestSupport
import Testing

/// The command `audit`. If one of these fails, a script that watches articles breaks, or a person reads
/// that all is well where it is not.
@Suite("geotrack audit")
struct AuditTests {
  private struct Reply: Decodable {
    let id: String
    let source: String
    let paragraph: String
    let kind: String
    let computed: Double?
    let unit: String
    let tolerance: Double?
    let verdict: String
    let reading: String?
    let ownReports: [String]
  }

  private func stage(_ rows: String...) throws -> Stage { try Stage { $0.measureRows = rows } }

  private static let right = "m1,paper,3,conversion,,,7,mi,,11,km,,,"
  private static let wrong = "m2,reds,4,distance,north-west,south-west,125,km,,,,,,"
  private static let open = "m3,paper,,direction,north-west,westland,N,compass,,,,,,"

  @Test("people read what is stated, what the map has, the tolerance, the verdict and the reading")
  func text() throws {
    let result = try stage(Self.right, Self.wrong, Self.open).run("audit")
    #expect(result.status == 1 && result.errors == "")
    #expect(
      result.output == """
        A box with a river

        m1: agrees (paper, paragraph 3)
          stated     7 mi are 11 km
          the map    11.3 km
          tolerance  1.3 km (0.5 km for the rounding of 11; 0.8 km for the rounding of 7 mi)

        m2: differs (reds, paragraph 4)
          stated     North West is 125 km from South West
          the map    55.5 km
          tolerance  1.5 km (0.5 km for the position of North West; 0.5 km for the position of South West; \
        0.5 km for the rounding of 125)
          reading    no reading fits

        m3: open (paper)
          stated   North West lies in the N of Westland
          because  North West lies in Westland, and the table has places of it but no outline

        3 statements: 1 agrees, 1 differs, 1 open

        """)
  }

  @Test("exit code 1 says that something differs, 0 that nothing does")
  func status() throws {
    #expect(try stage(Self.right, Self.open).run("audit").status == 0)
    #expect(try stage(Self.right, Self.open).run("audit --json").status == 0)
    let result = try stage(Self.wrong).run("audit --json")
    #expect(result.status == 1 && result.errors == "")
  }

  @Test("the keys that others script against come first, in order, and null where there is nothing")
  func json() throws {
    let output = try stage(Self.right, Self.wrong, Self.open).run("audit --json").output
    let keys = output.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^ {4}"(\w+)":/).map { String($0.1) }
    }
    let first = [
      "id", "source", "paragraph", "kind", "stated", "computed", "unit", "tolerance", "verdict",
      "reading",
    ]
    #expect(Array(keys.prefix(10)) == first)
    let replies: [Reply] = try decoded(output)
    #expect(replies.map(\.id) == ["m1", "m2", "m3"])
    #expect(replies.map(\.source) == ["paper", "reds", "paper"])
    #expect(replies.map(\.paragraph) == ["3", "4", ""])
    #expect(replies.map(\.kind) == ["conversion", "distance", "direction"])
    #expect(replies.map(\.verdict) == ["agrees", "differs", "open"])
    #expect(replies.map(\.reading) == [nil, "no reading fits", nil])
    #expect(replies.map(\.unit) == ["km", "km", "degrees"])
    #expect(replies[0].computed == 11.265408 && replies[2].computed == nil)
    #expect(output.contains("\"stated\": \"N\"") && output.contains("\"stated\": 125"))
  }

  @Test(
    "one source's statements can be asked for, and an unknown one is refused with those there are")
  func source() throws {
    let stage = try stage(Self.right, Self.wrong)
    let one = try stage.run("audit --source paper")
    #expect(one.status == 0 && one.output.hasSuffix("1 statement: 1 agrees, 0 differ, 0 open\n"))
    let none = try stage.run("audit --source poor")
    #expect(none.status == 0)
    #expect(none.output == "measures.csv has no statement of poor; it has some of paper, reds.\n")
    #expect(try stage.run("audit --source poor --json").output == "[]\n")
    expectFailure(
      64, "there is no source \"papers\"; measures.csv has statements of paper, reds",
      of: try stage.run("audit --source papers"))
    expectFailure(
      64, "there is no source \"x\", and no source of this theatre states a measure",
      of: try Stage().run("audit --source x"))
  }

  @Test("a theatre without measures.csv has nothing to audit, which is no fault")
  func noTable() throws {
    let result = try Stage().run("audit")
    #expect(result.status == 0 && result.errors == "")
    #expect(
      result.output
        == "The theatre has no measures.csv: there is nothing to compare with the map.\n")
    #expect(try Stage().run("audit --json").output == "[]\n")
    let empty = try Stage()
    try empty.folder.write(SmallTheatre().measureHeader + "\n", to: "measures.csv")
    #expect(
      try empty.run("audit").output
        == "measures.csv has no rows: there is nothing to compare with the map.\n")
  }

  @Test("a bad row stops it with file, line and column, and check lists all of them")
  func badRows() throws {
    let stage = try stage(
      "m1,paper,,distance,north-west,nowhere,x,km,,,,,,",
      "m1,paper,,area,land,,5,km,2020-01-05,,,,,")
    let folder = stage.folder.path
    expectFailure(
      65, "\(folder)/measures.csv:2:31: error: unknown object \"nowhere\"",
      of: try stage.run("audit"))
    let lines = try stage.run("check").output.split(separator: "\n")
    #expect(lines.last == "4 errors, 0 warnings, 0 notes")
    #expect(lines.filter { $0.contains("/measures.csv:") }.count == 4)
  }

  @Test("the theatre and the rows that Theatre.md shows are read, and agree")
  func documented() throws {
    let text = try String(
      contentsOf: packageFolder.appending(path: "Documentation/Theatre.md"), encoding: .utf8)
    let blocks = text.components(separatedBy: "```").enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }
      .map { $0.element.drop { $0 != "\n" }.dropFirst() }
    let folder = try TemporaryFolder()
    let beginnings = [
      "{\n  \"name\": \"valley\"": "theatre.json", "{\"type\": \"Feature\"": "boundary.geojson",
      "id,name,side": "actors.csv", "id,title": "sources.csv", "id,name,aliases": "places.csv",
      "id,date,place": "reports.csv",
    ]
    for (beginning, name) in beginnings {
      let block = try #require(blocks.first { $0.hasPrefix(beginning) }, "\(name)")
      try folder.write(String(block), to: name)
    }
    let rows = try #require(blocks.first { $0.hasPrefix("m1,gazette") })
    try folder.write(SmallTheatre().measureHeader + "\n" + rows, to: "measures.csv")
    let result = try geotrack(["audit", "--json", "--theatre", folder.path])
    #expect(result.errors == "" && result.status == 0)
    let replies: [Reply] = try decoded(result.output)
    #expect(replies.map(\.id) == (1...8).map { "m\($0)" })
    #expect(replies.allSatisfy { $0.verdict == "agrees" }, "\(result.output)")
  }
}
