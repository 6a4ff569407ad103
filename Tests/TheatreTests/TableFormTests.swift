import Diagnostics
import Foundation
import TestSupport
import Testing
import Theatre

@Suite("A table whose form is wrong is refused with the remedy")
struct TableFormTests {
  @Test("a missing column is named, and no row below the header is blamed")
  func missingColumns() throws {
    expectFaults(
      ["actors.csv:1:1: error: the header lacks the column \"side\""],
      in: try reading("actors.csv", as: "id,name,color\nred,Red,#cc0000\n"))
    expectFaults(
      ["actors.csv:1:1: error: the header lacks the columns \"side\", \"color\""],
      in: try reading("actors.csv", as: "id,name\nred,Red\n"))
  }

  @Test("a table with semicolons is told that commas separate fields")
  func semicolons() throws {
    expectFaults(
      [
        "actors.csv:1:1: error: the header lacks the columns \"id\", \"name\", \"side\", "
          + "\"color\"; fields are separated by commas, not semicolons"
      ], in: try reading("actors.csv", as: "id;name;side;color\nred;Red;red;#cc0000\n"))
  }

  @Test("a column that stands twice is refused, since one of them would be ignored")
  func doubledColumn() throws {
    expectFaults(
      [
        "actors.csv:1:20: error: the column \"side\" appears twice in the header: keep one of them"
      ], in: try reading("actors.csv", as: "id,name,side,color,side\nred,Red,red,#cc0000,red\n"))
  }

  @Test("broken quoting is refused, and no row of another table is blamed")
  func brokenQuoting() throws {
    expectFaults(
      ["places.csv:9:3: error: a quote is opened here and never closed"],
      in: try reading { $0.placeRows.append("x,\"X,,town,36,43,,land,test,") })
  }

  @Test("a table that is no UTF-8 is refused, and no row of another table is blamed")
  func noUTF8() throws {
    let folder = try SmallTheatre().write()
    try folder.write(
      Data("id,name,side,color\nred,R".utf8) + Data([0xE9]) + Data(",red,#cc0000\n".utf8),
      to: "actors.csv")
    expectFaults(
      ["actors.csv:2:6: error: these bytes are not UTF-8: save the file as UTF-8"],
      in: Theatre.read(folder: folder.path))
  }

  @Test("an empty table is told its header", arguments: ["", "\n\n", "\u{FEFF}"])
  func emptyFile(text: String) throws {
    expectFaults(
      [
        "actors.csv:1:1: error: the file is empty; its first line names the columns: "
          + "id,name,side,color"
      ], in: try reading("actors.csv", as: text))
  }

  @Test(
    "a missing table is marked as missing, and no row of another table is blamed",
    arguments: ["places.csv", "actors.csv", "sources.csv", "reports.csv"])
  func missingTable(file: String) throws {
    let reading = try reading(file, as: nil)
    expectFaults(["\(file): error: the theatre has no such file"], in: reading)
    #expect(reading.diagnostics.map(\.isMissingFile) == [true])
  }

  @Test("a folder in a table's place counts as a file that cannot be read")
  func folderInstead() throws {
    let folder = try SmallTheatre().write()
    try folder.remove("reports.csv")
    try folder.write("", to: "reports.csv/x")
    let reading = Theatre.read(folder: folder.path)
    expectFaults(
      ["reports.csv: error: the file cannot be read: it is not a regular file"], in: reading)
    #expect(reading.diagnostics.map(\.isMissingFile) == [true])
  }

  @Test("a theatre that is not there is one fault, not one for each table")
  func missingFolder() {
    let reading = Theatre.read(folder: "/nowhere/at/all")
    expectFaults(
      ["/nowhere/at/all: error: there is no such folder: --theatre names a theatre's folder"],
      in: reading)
    #expect(reading.diagnostics.map(\.isMissingFile) == [true])
  }
}
