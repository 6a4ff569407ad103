import Exports
import FileOutput
import FrontTracking
import MapAnalysis
import MapFeatures
import MapTestSupport
import TestSupport
import Testing
import Theatre

/// The table for people. If one of these fails, a name in the data breaks the page, or two runs on the same
/// data differ.
@Suite("The table of the audit")
struct AuditTableTests {
  private func table(_ change: (inout SmallTheatre) -> Void) throws -> [String] {
    var theatre = SmallTheatre()
    change(&theatre)
    let tracker = try tracker(theatre)
    let findings = try tracker.audit()
    let bytes = AuditTable(tracker.theatre, findings).bytes
    #expect(bytes == AuditTable(tracker.theatre, findings).bytes)
    return String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  @Test("has a title, what it is, a row for each statement and a sum")
  func rows() throws {
    let lines = try table {
      $0.measureRows = [
        "m1,paper,3,distance,north-west,south-west,125,km,,,,,,",
        "m2,paper,,conversion,,,7,mi,,11,km,,,",
        "m3,paper,4,direction,north-west,westland,N,compass,,,,,,",
      ]
    }
    #expect(lines[0] == "# A box with a river: what the sources state of the ground")
    #expect(
      lines[4].hasPrefix("| id | source, paragraph | statement | stated | computed | tolerance"))
    #expect(
      lines[6]
        == "| m1 | paper, 3 | North West is 125 km from South West | 125 km | 55.5 km | 1.5 km (0.5 km for "
        + "the position of North West; 0.5 km for the position of South West; 0.5 km for the rounding "
        + "of 125) | differs | no reading fits |")
    #expect(
      lines[7]
        == "| m2 | paper | 7 mi are 11 km | 11 km | 11.3 km | 1.3 km (0.5 km for the rounding of 11; 0.8 "
        + "km for the rounding of 7 mi) | agrees |  |")
    #expect(lines[8].contains("| open | North West lies in Westland, and the table has"))
    #expect(lines.suffix(2) == ["3 statements: agrees 1, differs 1, open 1.", ""])
    #expect(lines.count == 12)
  }

  @Test("nothing in the data can break a row or become markup or a link")
  func hostile() throws {
    let lines = try table {
      $0.settings = $0.settings.replacing("A box with a river", with: "A <b>box</b> *x* | y")
      $0.placeRows[3] =
        "north-west,\"N|W\n<script>[a](http://x.y) `c` _d_ www.z.org a@b.c\\ ~~e~~ &amp; 1\u{2028}2\",,town,36.75,"
        + "43.25,0.5,westland,test,"
      $0.measureRows = ["m1,paper,\"1|2\n3\",distance,north-west,south-west,125,km,,,,,,"]
    }
    #expect(
      lines[0] == "# A \\<b\\>box\\</b\\> \\*x\\* \\| y: what the sources state of the ground")
    #expect(lines.count == 10)
    #expect(
      lines[6].hasPrefix(
        "| m1 | paper, 1\\|2 3 | N\\|W \\<script\\>\\[a\\](http\\://x.y) \\`c\\` \\_d\\_ www\\.z.org "
          + "a\\@b.c\\\\ \\~\\~e\\~\\~ \\&amp; 1 2 is 125 km"), "\(lines[6])")
    // Of the bars that are not escaped there is one before each of eight cells and one at the end.
    #expect(lines[6].replacing("\\|", with: "").filter { $0 == "|" }.count == 9)
  }

  @Test("without statements there is an empty table")
  func empty() throws {
    let lines = try table { _ in }
    #expect(lines.suffix(2) == ["0 statements: agrees 0, differs 0, open 0.", ""])
  }
}
