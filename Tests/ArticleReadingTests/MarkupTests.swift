import Testing

@testable import ArticleReading

@Suite("A page of HTML")
struct MarkupTests {
  private func paragraphs(_ page: String) -> [String] {
    let article = ArticleText(Array(page.utf8))
    return article.paragraphs.map(article.text)
  }

  @Test("each block is a paragraph, and tags inside a line are no space")
  func blocks() {
    #expect(
      paragraphs("<html><body><h1>News</h1><p>The <b>army</b> left.</p><div>Rain<br>fell.</div>")
        == ["News", "The army left.", "Rain", "fell."])
  }

  @Test("a line break in the source is a space")
  func lineBreaks() {
    #expect(paragraphs("<p>The army\nleft the\r\n\r\ntown.</p>").count == 1)
  }

  @Test("scripts, styles, the head and comments are left out")
  func scripts() {
    let page = """
      <!DOCTYPE html><head><title>Site</title><style>p { color: red }</style></head>
      <body><script>if (a < b) { alert("<p>taken</p>") }</script><!-- <p>old</p> -->
      <p>Quiet.</p><SCRIPT>x</SCRIPT ><noscript>Turn it on</noscript></body>
      """
    #expect(paragraphs(page) == ["Quiet."])
  }

  @Test(
    "character references are resolved, unknown ones stay",
    arguments: [
      ("a &amp; b", "a & b"), ("&lt;p&gt;", "<p>"), ("it&rsquo;s &#8211; &#x2014;", "it’s – —"),
      ("caf&eacute;", "café"), ("Q&A; R&D", "Q&A; R&D"), ("&#xD800;", "&#xD800;"),
      ("50 &percnt; &", "50 &percnt; &"),
    ])
  func references(written: String, read: String) {
    #expect(paragraphs("<p>\(written)</p>") == [read])
  }

  @Test("a page is told, and a stray sign of text makes none")
  func notice() {
    let page = ArticleText(Array("<p>One.</p><p>Two.</p>".utf8))
    #expect(page.notices.map(\.kind) == [.markup])
    let plain = ArticleText(Array("Losses were < 10 and > 5.".utf8))
    #expect(plain.notices.isEmpty)
    #expect(plain.paragraphs.map(plain.text) == ["Losses were < 10 and > 5."])
  }

  @Test(
    "what is never closed ends with the file",
    arguments: ["<p>One.<script>x", "<p>One.<!-- x", "<p>One.<b", "<p>One.</p", "<p>One.<style"])
  func unclosed(page: String) {
    #expect(paragraphs(page) == ["One."])
  }
}
