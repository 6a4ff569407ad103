import GeoJSON
import Testing

@testable import TheatreModel

@Suite("A gold file, by which a reader of articles is measured")
struct GoldTests {
  private let header = "article,paragraph,place,date,actor,status,is_negated,kind"

  private func read(_ lines: String...) -> GoldReading<GoldStatement> {
    let text = lines.joined(separator: "\n") + "\n"
    return GoldStatement.read(InputFile(name: "gold.csv", bytes: Array(text.utf8)))
  }

  @Test("a row is read with its place in the file")
  func row() throws {
    let reading = read(
      header, "000,2,mosul,2016-11,isf,control,1,event", "001,1,x,,is,entered,,planned")
    #expect(reading.diagnostics.isEmpty)
    let first = try #require(reading.rows.first)
    #expect(first.article == "000" && first.paragraph == 2 && first.place == "mosul")
    #expect(first.date?.text == "2016-11" && first.actor == "isf")
    #expect(first.status == .control && first.isNegated && first.kind == "event")
    #expect(first.location.line == 2)
    #expect(reading.rows.last?.date == nil && reading.rows.last?.isNegated == false)
  }

  @Test("columns that are not known are left alone, in any order")
  func otherColumns() {
    let reading = read(
      "who,kind,status,actor,date,place,paragraph,article,remark",
      "me,event,control,is,,x,1,000,odd")
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.rows.map(\.place) == ["x"])
  }

  @Test("a column that is missing is named", arguments: ["paragraph", "status", "kind", "date"])
  func missing(column: String) {
    let reading = read(header.replacing(column, with: "other"), "000,2,mosul,,isf,control,,event")
    #expect(reading.rows.isEmpty)
    #expect(reading.diagnostics.map(\.description).joined().contains("\"\(column)\""))
  }

  @Test(
    "a bad value is told with its line, and the other rows are read",
    arguments: [
      ("000,2,mosul,,isf,holds,,event", "holds"), ("000,0,mosul,,isf,control,,event", "paragraph"),
      ("000,two,mosul,,isf,control,,event", "\"two\""),
    ])
  func badValue(row: String, words: String) {
    let reading = read(header, row, "000,1,mosul,,isf,control,,event")
    #expect(reading.rows.count == 1)
    #expect(reading.diagnostics.count == 1)
    #expect(reading.diagnostics.first?.description.hasPrefix("gold.csv:2:") == true)
    #expect(reading.diagnostics.first?.description.contains(words) == true)
  }

  @Test("a bad date is told with its line, and the row is left out")
  func badDate() {
    let reading = read(header, "000,2,mosul,2016-13,isf,control,,event")
    #expect(reading.diagnostics.map(\.description).first?.hasPrefix("gold.csv:2:") == true)
    #expect(reading.rows.isEmpty)
  }

  @Test("traps need no more than article, paragraph and place")
  func traps() {
    let bytes = Array("place,article,paragraph\nmosul,000,3\nmosul,000,x\n".utf8)
    let reading = GoldTrap.read(InputFile(name: "traps.csv", bytes: bytes))
    #expect(reading.rows.map(\.paragraph) == [3])
    #expect(reading.diagnostics.map(\.description).first?.hasPrefix("traps.csv:3:") == true)
  }
}

@Suite("Rows at the end of a table")
struct TableRowsTests {
  private let rows = TableRows([["id": "a", "note": "x, \"y\"\nz"], ["note": " b", "id": "c"]])

  private func appended(to table: String) -> String? {
    rows.appended(to: Array(table.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("values stand under their columns, in quotes where they must")
  func columns() {
    #expect(
      appended(to: "note,id,other\n1,2,3\n")
        == "note,id,other\n1,2,3\n\"x, \"\"y\"\"\nz\",a,\n\" b\",c,\n")
    #expect(rows.csv(columns: ["id"]) == "id\na\nc\n")
  }

  @Test("the table's own bytes stay, and its line ends are used")
  func lineEnds() {
    #expect(appended(to: "id\r\n1\r\n") == "id\r\n1\r\na\r\nc\r\n")
    #expect(appended(to: "id\n\"1\"") == "id\n\"1\"\na\nc\n")
    #expect(appended(to: "\u{FEFF}id \n") == "\u{FEFF}id \na\nc\n")
  }

  @Test("a table without a readable header is not touched")
  func unreadable() {
    #expect(appended(to: "") == nil)
    #expect(appended(to: "id,\"\n") == nil)
  }

  @Test("what was written is read again as it was")
  func roundTrip() throws {
    let text = rows.csv(columns: ["note", "id"])
    let csv = try CSVScanner.scan(SourceText(Array(text.utf8)))
    let values = csv.rows.map { csv.fields(of: $0).map { csv.text(of: $0) } }
    #expect(values == [["note", "id"], ["x, \"y\"\nz", "a"], [" b", "c"]])
  }
}
