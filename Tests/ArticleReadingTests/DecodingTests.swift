import Testing

@testable import ArticleReading

@Suite("Bytes of an article")
struct DecodingTests {
  @Test("an empty file is told")
  func empty() { #expect(ArticleText([]).notices.map(\.kind) == [.empty]) }
}
