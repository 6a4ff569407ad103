import Diagnostics
import Testing

/// An editor must jump to the very character that an error names.
@Suite("Lines and columns")
struct SourceTextTests {
  @Test("lines and columns are counted from 1")
  func plain() {
    let source = SourceText(Array("ab\ncd\n".utf8))
    #expect(source.location(ofByte: 0).description == "1:1")
    #expect(source.location(ofByte: 1).description == "1:2")
    #expect(source.location(ofByte: 3).description == "2:1")
    #expect(source.location(ofByte: 6).description == "3:1")
  }

  @Test("a line may end in CRLF")
  func carriageReturns() {
    let source = SourceText(Array("ab\r\ncd\r\n\r\ne".utf8))
    #expect(source.location(ofByte: 4).description == "2:1")
    #expect(source.location(ofByte: 5).description == "2:2")
    #expect(source.location(ofByte: 10).description == "4:1")
  }

  @Test("a column is a character, however many bytes it has")
  func multibyte() {
    let text = "é الموصل 𝄞x\nحي y"
    let source = SourceText(Array(text.utf8))
    for (byte, column) in [(0, 1), (2, 2), (3, 3), (5, 4), (15, 9), (16, 10), (20, 11)] {
      #expect(source.location(ofByte: byte) == SourceLocation(line: 1, column: column))
    }
    #expect(source.location(ofByte: 27) == SourceLocation(line: 2, column: 4))
  }

  @Test("the end of a text has a place too, even of an empty one")
  func end() {
    #expect(SourceText(Array("ab".utf8)).location(ofByte: 2).description == "1:3")
    #expect(SourceText([]).location(ofByte: 0).description == "1:1")
  }

  @Test("a byte-order mark is no part of the text")
  func byteOrderMark() {
    let source = SourceText([0xEF, 0xBB, 0xBF] + Array("ab".utf8))
    #expect(source.bytes == Array("ab".utf8))
    #expect(source.location(ofByte: 1).description == "1:2")
  }

  @Test("locations are ordered by line, then by column")
  func order() {
    let places = [
      SourceLocation(line: 1, column: 9), SourceLocation(line: 2, column: 1),
      SourceLocation(line: 2, column: 3),
    ]
    #expect(places.reversed().sorted() == places)
  }

  @Test(
    "the first byte that is no UTF-8 is found",
    arguments: [
      ([0x61, 0xFF], 1), ([0xC3, 0xA9, 0xC3], 2), ([0x80], 0), ([0xED, 0xA0, 0x80], 0),
      ([0x61, 0xC0, 0xAF], 1), ([0xF5, 0x80, 0x80, 0x80], 0), ([0xE2, 0x82, 0x61], 0),
    ] as [([UInt8], Int)])
  func invalid(bytes: [UInt8], offset: Int) {
    #expect(SourceText(bytes).firstInvalidByte == offset)
  }

  @Test("valid UTF-8 has no such byte")
  func valid() {
    #expect(SourceText(Array("é الموصل 𝄞\u{0}".utf8)).firstInvalidByte == nil)
    #expect(SourceText([]).firstInvalidByte == nil)
  }

  @Test(
    "letters that lie across the pieces a long text is looked at in are whole", arguments: 0..<4)
  func longText(shift: Int) {
    let text = String(repeating: "a", count: shift) + String(repeating: "𝄞", count: 40_000)
    var bytes = Array(text.utf8)
    #expect(SourceText(bytes).firstInvalidByte == nil)
    bytes[shift + 4 * 30_000 + 2] = 0x61
    #expect(SourceText(bytes).firstInvalidByte == shift + 4 * 30_000)
    #expect(SourceText(Array(repeating: 0x80, count: 70_000)).firstInvalidByte == 0)
  }
}

/// A program writes a file in one line, with thousands of things in it that have a place each.
@Suite("Lines and columns of long lines")
struct LongLineTests {
  @Test("a place in a long line is what counting from its start gives")
  func longLines() {
    let text =
      String(repeating: "é الموصل 𝄞x", count: 900) + "\n" + String(repeating: "ab", count: 2000)
    let bytes = Array(text.utf8)
    let source = SourceText(bytes)
    for offset in Array(stride(from: 0, through: bytes.count, by: 97)) + [
      1023, 1024, 1025, 2048, bytes.count,
    ] {
      let lines = bytes[..<offset].split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let column = (lines.last ?? []).count { $0 & 0b1100_0000 != 0b1000_0000 } + 1
      #expect(source.location(ofByte: offset) == SourceLocation(line: lines.count, column: column))
    }
  }
}
