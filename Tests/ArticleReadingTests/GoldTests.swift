import Diagnostics
import Testing
import Theatre

@testable import ArticleReading

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
