import Testing

@testable import ArticleReading

@Suite("Header and paragraphs of an article")
struct ArticleTextTests {
  private func article(_ text: String) -> ArticleText { ArticleText(Array(text.utf8)) }

  private func paragraphs(_ text: String) -> [String] {
    let article = article(text)
    return article.paragraphs.map(article.text)
  }

  @Test("header lines are kept, known or not, and are no paragraph")
  func header() {
    let article = article("date: 2016-11-04\nX-Desk:  night \nurl: http://a.b/c\n\nIt rained.\n")
    #expect(article.header.map(\.key) == ["date", "X-Desk", "url"])
    #expect(article.header.map(\.value) == ["2016-11-04", "night", "http://a.b/c"])
    #expect(article["x-desk"] == "night")
    #expect(article.paragraphs.map(article.text) == ["It rained."])
  }

  @Test("a header counts with line ends of Windows and with an empty value")
  func headerForms() {
    let article = article("date: 2016-11-04\r\ntitle:\r\n\r\nIt rained.\r\n")
    #expect(article["date"] == "2016-11-04")
    #expect(article["title"] == "")
    #expect(article.paragraphs.map(article.text) == ["It rained."])
  }

  @Test(
    "a text that begins with a word and a colon in prose loses nothing",
    arguments: [
      "Mosul: the army took it on Friday.", "Update: rain fell.\nThe army left the town on Friday.",
      "He said this: it rained.\n\nThen he left.",
    ])
  func prose(text: String) {
    #expect(article(text).header.isEmpty)
    #expect(
      paragraphs(text).joined(separator: "\n\n").filter { $0 != "\n" }
        == text.filter { $0 != "\n" })
  }

  @Test("empty lines part paragraphs, whatever the line ends and the blanks in them")
  func emptyLines() {
    let expected = ["One goes\non.", "Two."]
    #expect(paragraphs("One goes\non.\n\nTwo.") == expected)
    #expect(paragraphs("\n\n  One goes\non.\n \t\n\n\nTwo.  \n\n") == expected)
    #expect(paragraphs("One goes\r\non.\r\n\r\nTwo.\r\n") == ["One goes\r\non.", "Two."])
  }

  @Test("without empty lines each line is a paragraph if most lines end a sentence")
  func lines() {
    #expect(paragraphs("One.\nTwo!\n“Three.”\n") == ["One.", "Two!", "“Three.”"])
    #expect(paragraphs("One goes\non and on\nto here.") == ["One goes\non and on\nto here."])
  }

  @Test("a paragraph's offsets count the header, so that an editor finds them")
  func offsets() throws {
    let text = "date: 2016-11-04\n\nÉtude.\n\nIt rained."
    let article = article(text)
    let second = try #require(article.paragraphs.last)
    #expect(Array(text.utf8)[second].elementsEqual("It rained.".utf8))
  }

  @Test("characters are counted as Python counts them")
  func scalars() {
    let text = String(repeating: "aé中😀", count: 700)
    let offsets = ScalarOffsets(Array(text.utf8))
    for count in [0, 1, 255, 256, 1_000, 2_799, 2_800] {
      let prefix = String(String.UnicodeScalarView(text.unicodeScalars.prefix(count)))
      #expect(offsets.offset(ofByte: prefix.utf8.count) == count)
    }
  }

  @Test("of a text that is too long the paragraphs at its beginning are read, and a notice says so")
  func tooLong() {
    let bytes = Array("One.\n\nTwo.\n\nThree.".utf8)
    let text = ArticleText(bytes, mostBytes: 10)
    #expect(text.paragraphs.map(text.text) == ["One.", "Two."])
    #expect(text.notices.map(\.kind) == [.length])
    #expect(ArticleText(bytes, mostBytes: bytes.count).paragraphs.count == 3)
  }
}
