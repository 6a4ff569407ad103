import Testing

@testable import ArticleReading

@Suite("The bytes of an article")
struct DecodingTests {
  private let words = "Hasan’s café, 17 تموز"

  private func text(_ file: [UInt8]) -> String {
    let article = ArticleText(file)
    return String(decoding: article.bytes, as: UTF8.self)
  }

  private func utf16(isLittle: Bool) -> [UInt8] {
    let mark: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
    return mark
      + words.utf16.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isLittle ? [low, high] : [high, low]
      }
  }

  @Test("an empty file is told, and so is one of blanks", arguments: ["", " \n\t\r\n", "\u{FEFF}"])
  func empty(text: String) {
    let article = ArticleText(Array(text.utf8))
    #expect(article.notices.map(\.kind) == [.empty])
    #expect(article.paragraphs.isEmpty)
  }

  @Test("UTF-8 is taken as it is, and a byte-order mark is no part of the text")
  func utf8() {
    #expect(text(Array(words.utf8)) == words)
    #expect(text([0xEF, 0xBB, 0xBF] + Array(words.utf8)) == words)
    #expect(ArticleText([0xEF, 0xBB, 0xBF] + Array(words.utf8)).notices.isEmpty)
  }

  @Test("UTF-16 with a mark is read in both orders of bytes", arguments: [true, false])
  func utf16Marked(isLittle: Bool) {
    #expect(text(utf16(isLittle: isLittle)) == words)
    #expect(text(utf16(isLittle: isLittle) + [0x41]) == words, "half a letter at the end")
  }

  @Test("other bytes are Windows-1252, and that is told")
  func windows() {
    let article = ArticleText([0x43, 0x61, 0x66, 0xE9, 0x92, 0x73, 0x20, 0x96, 0x20, 0x80])
    #expect(article.text(0..<article.bytes.count) == "Café’s – €")
    #expect(article.notices.map(\.kind) == [.encoding])
  }

  @Test("any bytes at all give a text", arguments: 0..<20)
  func anyBytes(seed: Int) {
    var state = UInt32(truncatingIfNeeded: seed)
    let bytes = (0..<200).map { _ -> UInt8 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
    let article = ArticleText(bytes)
    #expect(String(validating: article.bytes, as: UTF8.self) != nil, "seed \(seed)")
    for paragraph in article.paragraphs { #expect(!article.text(paragraph).isEmpty) }
  }

  @Test("a text of another script is read for its places, and its reader is told of the rest")
  func foreign() {
    let notices = ArticleText(Array("دخلت القوات حي الكرامة.".utf8)).notices
    #expect(notices.map(\.kind) == [.script])
    #expect(ArticleText(Array("Troops entered حي الكرامة at dawn.".utf8)).notices.isEmpty)
  }
}
