import Diagnostics
import Testing

@testable import CSV

@Suite("A CSV file")
struct CSVTests {
  private func values(_ text: String) throws -> [[String]] {
    let csv = try CSVScanner.scan(SourceText(Array(text.utf8)))
    return csv.rows.map { csv.fields(of: $0).map(csv.text) }
  }

  @Test(
    "the same rows come of LF, CRLF, a byte-order mark, blank lines and no last line end",
    arguments: [
      "a,b\n1,2\n", "a,b\r\n1,2\r\n", "\u{FEFF}a,b\n1,2\n", "\n\na,b\n\r\n1,2\n\n", "a,b\n1,2",
      "\"a\",b\n1,\"2\"\n", "a,b\r\n1,2\n",
    ])
  func sameRows(text: String) throws {
    #expect(try values(text) == [["a", "b"], ["1", "2"]])
  }

  @Test("quotes keep commas, line breaks and doubled quotes as they are")
  func quotes() throws {
    #expect(try values("\"a,b\",\"c\"\"d\"\"\"") == [["a,b", "c\"d\""]])
    #expect(try values("\"a\nb\r\nc\",d\n") == [["a\nb\r\nc", "d"]])
    #expect(try values("\"\",\"\"\"\"\n") == [["", "\""]])
  }

  @Test("empty fields and the space in fields are kept")
  func emptyFields() throws {
    #expect(try values(",\n a , \n,,") == [["", ""], [" a ", " "], ["", "", ""]])
  }

  @Test("an empty file has no rows", arguments: ["", "\n", "\r\n\r\n", "\u{FEFF}"])
  func emptyFile(text: String) throws {
    #expect(try values(text).isEmpty)
  }

  @Test("Arabic text and letters of several bytes come through whole")
  func otherScripts() throws {
    #expect(try values("حي الكرامة,Müller,\"😀,é\"") == [["حي الكرامة", "Müller", "😀,é"]])
  }
}

@Suite("A fault in the form of a CSV file is found where an editor shows it")
struct CSVFaultTests {
  private func fault(in bytes: [UInt8]) throws -> (
    message: String, location: Diagnostics.SourceLocation
  ) {
    let source = SourceText(bytes)
    let error = #expect(throws: CSVError.self) { try CSVScanner.scan(source) }
    let fault = try #require(error)
    return (fault.message, source.location(ofByte: fault.offset))
  }

  @Test(
    "line and column count characters, also behind Arabic text and quoted line breaks",
    arguments: [
      ("a,b\nc,d\"e\n", 2, 4, "there is a quote in a field without quotes"),
      ("حي,كر\"ا\n", 1, 6, "there is a quote in a field without quotes"),
      ("\u{FEFF}a,b\"\n", 1, 4, "there is a quote in a field without quotes"),
      ("a,\"b\"c\n", 1, 6, "there is text after a closing quote"),
      ("a,\"b\" \n", 1, 6, "there is text after a closing quote"),
      ("a,\"ك\nك\",\"d\"e\n", 2, 7, "there is text after a closing quote"),
      ("a,b\nc,\"d\n\n", 2, 3, "a quote is opened here and never closed"),
      ("a,b\n\"\"\"", 2, 1, "a quote is opened here and never closed"),
      ("a,b\rc,d\r", 1, 4, "a carriage return has no line feed after it"),
      ("\r", 1, 1, "a carriage return has no line feed after it"),
    ])
  func locations(text: String, line: Int, column: Int, beginning: String) throws {
    let fault = try fault(in: Array(text.utf8))
    #expect(fault.location == Diagnostics.SourceLocation(line: line, column: column))
    #expect(fault.message.hasPrefix(beginning), "\(fault.message)")
  }

  @Test("bytes that are no UTF-8 are refused where they stand, not turned into question marks")
  func noUTF8() throws {
    // "Müller" in Latin-1, behind an Arabic letter of two bytes.
    let fault = try fault(in: Array("a\n".utf8) + Array("ك".utf8) + [0x4D, 0xFC, 0x6C])
    #expect(fault.location == Diagnostics.SourceLocation(line: 2, column: 3))
    #expect(fault.message == "these bytes are not UTF-8: save the file as UTF-8")
  }
}
