import Diagnostics
import TestSupport
import Testing
import Theatre

@Suite("A faulty row of places.csv is named with line and column")
struct PlaceFaultTests {
  @Test(
    "a wrong value is refused where it stands",
    arguments: [
      (
        "x,X,,town,95,43,,land,test,",
        "9:11: error: latitude 95 is not between -90 and 90; are latitude and longitude swapped?"
      ),
      ("x,X,,town,95,143,,land,test,", "9:11: error: latitude 95 is not between -90 and 90"),
      ("x,X,,town,36,190,,land,test,", "9:14: error: longitude 190 is not between -180 and 180"),
      ("x,X,,town,,43,,land,test,", "9:11: error: latitude is empty"),
      ("x,X,,town,nan,43,,land,test,", "9:11: error: latitude \"nan\" is not a number"),
      ("x,X,,town,inf,43,,land,test,", "9:11: error: latitude \"inf\" is not a number"),
      ("x,X,,town,36° N,43,,land,test,", "9:11: error: latitude \"36° N\" is not a number"),
      (
        "x,X,,town,\"36,5\",43,,land,test,",
        "9:11: error: latitude \"36,5\" is not a number: write a point, not a comma"
      ),
      (
        "x,X,,town,36,43,-1,land,test,",
        "9:17: error: a precision lies between 0 and 20,100 kilometres, but this is -1"
      ),
      (
        "x,X,,town,36,43,1e9,land,test,",
        "9:17: error: a precision lies between 0 and 20,100 kilometres, but this is 1e9"
      ),
      ("x,X,,town,36,43,wide,land,test,", "9:17: error: precision_km \"wide\" is not a number"),
      (
        "x,X,,town,36,43,,westlnd,test,",
        "9:18: error: unknown parent \"westlnd\": places.csv has no such id; did you mean westland?"
      ),
      (
        "x,X,,town,36,43,,elsewhere,test,",
        "9:18: error: unknown parent \"elsewhere\": places.csv has no such id"
      ),
      ("land,X,,town,36,43,,,test,", "9:1: error: the id \"land\" is already used in line 2"),
      (",X,,town,36,43,,land,test,", "9:1: error: the id is empty"),
      ("x,حي الكرامة,,town,95,143,,,,", "9:20: error: latitude 95 is not between -90 and 90"),
      ("x,X,,\"a\nb\",95,143,,,,", "10:4: error: latitude 95 is not between -90 and 90"),
    ])
  func wrongValue(row: String, expected: String) throws {
    expectFaults(["places.csv:\(expected)"], in: try reading { $0.placeRows.append(row) })
  }

  @Test("a line break in a name is a blank, with a warning, and the lines below are counted on")
  func lineBreak() throws {
    let found = try reading {
      $0.placeRows += ["x,\"A\r\nB\",,town,36.5,43.4,,,,", "y,Y,,town,95,143,,,,"]
    }
    #expect(
      found.diagnostics.map(\.description) == [
        "places.csv:9:3: warning: name has a line break, which is read as a blank: write one line",
        "places.csv:11:11: error: latitude 95 is not between -90 and 90",
      ])
    #expect(found.places.contains { $0.name == "A B" })
  }

  @Test(
    "a row with a field too many or too few is refused as a whole",
    arguments: [("x,X,,town,36,43,,land,test", 9), ("x,X,,town,36,43,,land,test,,", 11), ("x", 1)])
  func wrongNumberOfFields(row: String, count: Int) throws {
    expectFaults(
      [
        "places.csv:9:1: error: this row has \(count) fields and the header has 10: a comma or a "
          + "quote is missing, or there is one too many"
      ], in: try reading { $0.placeRows.append(row) })
  }

  @Test("places that are part of each other are refused once, with the whole circle")
  func circle() throws {
    let rows = [
      "a,A,,district,36,43,,b,test,", "b,B,,district,36,43,,c,test,",
      "c,C,,district,36,43,,a,test,", "d,D,,district,36,43,,a,test,",
    ]
    expectFaults(
      ["places.csv:9:22: error: the parents go in a circle: a → b → c → a"],
      in: try reading { $0.placeRows += rows })
  }

  @Test("a place that is part of itself is refused")
  func selfCircle() throws {
    expectFaults(
      ["places.csv:9:22: error: the parents go in a circle: a → a"],
      in: try reading { $0.placeRows.append("a,A,,district,36,43,,a,test,") })
  }
}
