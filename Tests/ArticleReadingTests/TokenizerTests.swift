import Testing

@testable import ArticleReading

@Suite("Words and sentences")
struct TokenizerTests {
  private let vocabulary = Vocabulary.builtIn

  private func tokens(_ text: String) -> [(text: String, token: Token)] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var tokens: [Token] = []
      var tokenizer = Tokenizer(bytes, bytes.indices, vocabulary)
      tokenizer.tokenize(into: &tokens)
      return tokens.map { (String(decoding: bytes[$0.range], as: UTF8.self), $0) }
    }
  }

  private func words(_ text: String) -> [String] { tokens(text).map(\.text) }

  private func sentences(_ text: String) -> Int {
    Sentences.ranges(of: TokenSlice(tokens(text).map(\.token))).ranges.count
  }

  @Test(
    "a text is taken apart as a reader would",
    arguments: [
      ("Gen. Saadi spoke", ["Gen", "Saadi", "spoke"]), ("on Nov. 4.", ["on", "Nov", "4", "."]),
      ("the U.S. army", ["the", "U.S.", "army"]),
      ("3,000 men, 2.5 km", ["3,000", "men", ",", "2.5", "km"]),
      ("Ba'shiqa’s edge", ["Ba'shiqa", "edge"]), ("IS's men", ["IS", "men"]),
      ("the rebels' camp", ["the", "rebels", "camp"]), ("al-Karama", ["al", "Karama"]),
      ("it left–then", ["it", "left", "–", "then"]), ("“Go.”", ["“", "Go", ".", "”"]),
      ("4,", ["4", ","]), ("(IS)", ["(", "IS", ")"]), ("didn’t", ["didn’t"]),
    ])
  func apart(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test("possessives are known by either apostrophe and are no part of the name")
  func possessives() {
    for text in ["Mosul's east", "Mosul’s east", "forces' gains", "forces’ gains"] {
      #expect(tokens(text).map(\.token.isPossessive) == [true, false], "\(text)")
    }
    #expect(tokens("It's").map(\.text) == ["It"])
  }

  @Test("a hyphen joins, a dash between spaces parts")
  func hyphens() {
    #expect(tokens("IS-held").map(\.token.isJoined) == [false, true])
    #expect(tokens("a - b").map(\.token.kind) == [.word, .dash, .word])
    #expect(tokens("al‑Karama").map(\.token.isJoined) == [false, true])
  }

  @Test("quotation marks open and close, straight ones too")
  func quotes() {
    let kinds = tokens("He said \"it rained\" and “left”.").map(\.token.kind)
    #expect(kinds.filter { $0 == .openQuote }.count == 2)
    #expect(kinds.filter { $0 == .closeQuote }.count == 2)
  }

  @Test("the bytes of each word are its own, in texts of any script")
  func offsets() {
    let text = "Gen. Al‑Asadi’s café — “حي الكرامة” took 3,000; naïve U.S. men…"
    let bytes = Array(text.utf8)
    var last = 0
    for (word, token) in tokens(text) {
      #expect(token.range.lowerBound >= last)
      #expect(String(validating: bytes[token.range], as: UTF8.self) == word)
      last = token.range.upperBound
    }
    #expect(words(text).contains("الكرامة"))
  }

  @Test(
    "abbreviations end no sentence, stops do",
    arguments: [
      ("Gen. Saadi said on Nov. 4 that it rained. He left.", 2), ("It rained. It stopped.", 2),
      ("The U.S. troops left.", 1), ("It rained! Did it? Yes.", 3), ("He took 2.5 km.", 1),
      ("“It rained.” He left.", 2), ("Mr. A. Saadi left.", 1), ("About 5 km. away it rained.", 1),
    ])
  func sentenceCount(text: String, count: Int) {
    #expect(sentences(text) == count)
  }

  @Test("a sentence over 400 words is cut, and the reader is told")
  func cut() {
    let long = "Iraqi forces took Bartella on Friday and " + String(repeating: "so ", count: 450)
    let reading = Newsroom.mosul.read(long + "on.")
    #expect(reading.notices.map(\.kind) == [.length])
    #expect(reading.statements.count == 1)
    #expect(Newsroom.mosul.read("Iraqi forces took Bartella.").notices.isEmpty)
  }
}
