import Diagnostics
import Testing

@testable import CSV

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

  @Test("a quotation mark with an accent is one all the same, and ends no value")
  func accentedQuote() throws {
    let value = "a\"\u{301},b\"\n"
    let text = TableRows([["id": value]]).csv(columns: ["id"])
    let csv = try CSVScanner.scan(SourceText(Array(text.utf8)))
    #expect(csv.rows.map { csv.fields(of: $0).map { csv.text(of: $0) } } == [["id"], [value]])
  }
}
