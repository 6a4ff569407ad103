/// Some whole sentences of a text, one after the other.
///
/// The tokens of a long text are never all there at once: they take several times the memory of the
/// text. A section knows where its tokens begin, and they are taken apart again whenever a stage goes
/// through it.
struct Section {
  /// The numbers of its tokens.
  let tokens: Range<Int>
  /// Its paragraphs, of which the first may have begun before it.
  let paragraphs: [Document.Paragraph]
  /// Whether its last paragraph goes on in the next section.
  let goesOn: Bool
  /// What takes its first paragraph apart from where it begins.
  let start: Tokenizer

  /// How many tokens a section usually has: sixteen megabytes of them. Few texts have more than one.
  static let usualSize = 1 << 20
}

/// Cuts a text into sections, each at the end of a sentence.
struct SectionCutter {
  private(set) var sections: [Section] = []
  private(set) var hasCutSentence = false
  /// The tokens of the only section; nil if there are several.
  private(set) var onlyTokens: [Token]?

  /// The tokens and paragraphs of the section that is being made.
  private var tokens: [Token] = []
  private var paragraphs: [Document.Paragraph] = []
  private var start: Tokenizer?
  /// How many tokens are before it.
  private var base = 0
  private let size: Int

  /// Cuts a text.
  ///
  /// - Parameter size: the fewest tokens of a section but the last.
  /// - Complexity: O(*n*), for *n* bytes.
  init(
    _ text: ArticleText, _ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary, size: Int
  ) {
    self.size = size
    for (index, range) in text.paragraphs.enumerated() {
      read(Tokenizer(bytes, range, vocabulary), number: index + 1)
    }
    close(goesOn: false)
  }

  private mutating func read(_ paragraph: Tokenizer, number: Int) {
    var tokenizer = paragraph
    let first = base + tokens.count
    while !tokenizer.isAtEnd {
      if tokens.count >= size { close(goesOn: paragraphs.last?.number == number) }
      if start == nil { start = tokenizer }
      let before = tokens.count
      let sentences = self.sentences(of: &tokenizer)
      paragraphs.append(
        Document.Paragraph(
          number: number, start: first,
          tokens: stretch(from: base + before, to: base + tokens.count), sentences: sentences))
    }
  }

  /// Takes the next sentences apart: about as many as make a section.
  private mutating func sentences(of tokenizer: inout Tokenizer) -> [Range<Int>] {
    let here = tokenizer
    let before = tokens.count
    tokenizer.tokenize(into: &tokens, atMost: size + Sentences.mostInOne)
    let slice = TokenSlice(tokens, from: base)
    var (sentences, wasCut) = Sentences.ranges(
      of: slice[stretch(from: base + before, to: slice.endIndex)])
    hasCutSentence = hasCutSentence || wasCut
    guard !tokenizer.isAtEnd else { return sentences }
    // Where the last sentences end would show only in what follows them.
    sentences.removeAll { $0.upperBound + Sentences.lookahead > slice.endIndex }
    let end = sentences.last?.upperBound ?? slice.endIndex
    tokens.removeLast(slice.endIndex - end)
    tokenizer = here
    var again: [Token] = []
    tokenizer.tokenize(into: &again, atMost: tokens.count - before)
    return sentences
  }

  private mutating func close(goesOn: Bool) {
    guard let start else { return }
    let end = base + tokens.count
    sections.append(
      Section(
        tokens: stretch(from: base, to: end), paragraphs: paragraphs, goesOn: goesOn, start: start))
    onlyTokens = sections.count == 1 ? tokens : nil
    base = end
    tokens = []
    paragraphs = []
    self.start = nil
  }
}
