/// The tokens of a section, with some of those before and after it.
struct SectionTokens {
  let section: Section
  /// The tokens with up to `margin` more on both sides.
  let tokens: TokenSlice
  /// The token after the section's last paragraph, as far as that is in the margin.
  let paragraphEnd: Int

  /// More tokens than a name has, and than what tells of a name stands away from it.
  static let margin = 64

  /// The tokens up to the end of a paragraph of the section; of one that goes on behind it up to the end
  /// of the margin.
  func tokens(upTo paragraph: Document.Paragraph) -> TokenSlice {
    let isLast = paragraph.tokens.upperBound == section.tokens.upperBound
    return tokens[
      stretch(from: tokens.startIndex, to: isLast ? paragraphEnd : paragraph.tokens.upperBound)]
  }
}

/// Goes through the sections of a text in order, and takes each apart when it comes to it.
struct SectionReader {
  private let sections: [Section]
  private let onlyTokens: [Token]?
  private let paragraphs: [Range<Int>]
  private let bytes: UnsafeBufferPointer<UInt8>
  private let vocabulary: Vocabulary

  init(_ document: Document, _ vocabulary: Vocabulary) {
    sections = document.sections
    onlyTokens = document.onlyTokens
    paragraphs = document.text.paragraphs
    bytes = document.bytes
    self.vocabulary = vocabulary
  }

  func forEachSection(_ body: (SectionTokens) -> Void) {
    if let onlyTokens, let section = sections.first {
      let tokens = TokenSlice(onlyTokens)
      return body(
        SectionTokens(section: section, tokens: tokens, paragraphEnd: tokens.endIndex))
    }
    var last: [Token] = []
    for section in sections {
      let (tokens, paragraphEnd) = tokens(of: section, behind: last)
      let base = section.tokens.lowerBound - last.count
      body(
        SectionTokens(
          section: section, tokens: TokenSlice(tokens, from: base), paragraphEnd: paragraphEnd))
      let end = section.tokens.upperBound - base
      last = Array(tokens[stretch(from: max(0, end - SectionTokens.margin), to: end)])
    }
  }

  /// The tokens of a section and of its margins, and the token after its last paragraph.
  private func tokens(of section: Section, behind last: [Token]) -> ([Token], Int) {
    var tokens = last
    tokens.reserveCapacity(last.count + section.tokens.count + SectionTokens.margin)
    var tokenizer = section.start
    for (index, paragraph) in section.paragraphs.enumerated() {
      if index > 0 { tokenizer = self.tokenizer(ofParagraph: paragraph.number) }
      tokenizer.tokenize(into: &tokens, atMost: paragraph.tokens.count)
    }
    let end = tokens.count + SectionTokens.margin
    if section.goesOn { tokenizer.tokenize(into: &tokens, atMost: SectionTokens.margin) }
    let paragraphEnd = section.tokens.lowerBound + tokens.count - last.count
    var number = section.paragraphs.last?.number ?? 0
    while tokens.count < end, number < paragraphs.count {
      number += 1
      var next = self.tokenizer(ofParagraph: number)
      next.tokenize(into: &tokens, atMost: end - tokens.count)
    }
    return (tokens, paragraphEnd)
  }

  private func tokenizer(ofParagraph number: Int) -> Tokenizer {
    Tokenizer(bytes, paragraphs[number - 1], vocabulary)
  }
}
