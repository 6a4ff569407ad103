internal import TheatreModel

/// Puts together what one article says: the stages in their order.
struct ReadingPipeline {
  private(set) var reading: ArticleReading
  let language: Language
  let bytes: UnsafeBufferPointer<UInt8>
  private var tokens: [Token] = []
  private var paragraphs: [Paragraph] = []

  /// A paragraph's sentences and what is named in them, as indices.
  private struct Paragraph {
    let number: Int
    let tokens: Range<Int>
    let sentences: [Range<Int>]
  }

  init(
    _ text: ArticleText, published: Day?, notices: [ArticleText.Notice], _ language: Language,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    reading = ArticleReading(
      text: text, title: text["title"], published: published, notices: notices)
    self.language = language
    self.bytes = bytes
  }

  mutating func read() {
    tokenize()
    let named = findPlaces()
    var forces: [ForceMention] = []
    var next = 0
    for paragraph in paragraphs {
      let first = next
      while next < named.count, named[next].tokens.lowerBound < paragraph.tokens.upperBound {
        next += 1
      }
      forces += language.forces.mentions(
        in: tokens[paragraph.tokens], outside: Array(named[first..<next]))
    }
    language.forces.resolve(&forces)
    let places = ReferenceFinder(names: language.names, vocabulary: language.vocabulary)
      .completed(named, in: tokens[...])
    reading.mentions = places.map { mention in
      Mention(
        place: mention.place,
        span: span(mention.tokens, in: paragraph(at: mention.tokens.lowerBound)),
        isReference: mention.entry < 0)
    }
    var drafts = ArticleDrafts(
      language: language, published: reading.published, irregulars: language.forces.irregulars)
    forEachSentence(places, forces) { sentence, paragraph, isFirst in
      drafts.read(sentence, inParagraph: paragraph, isFirstOfParagraph: isFirst)
    }
    drafts.finish(forces: forces, tokens: tokens)
    reading.statements = drafts.statements { span($0, in: $1) }
    reading.measures = drafts.measures.map { $0.measure(span($0.tokens, in: $0.paragraph)) }
    reading.incidents = drafts.incidents.map {
      StatedIncident(
        kind: $0.kind, place: $0.place, date: $0.date, span: span($0.tokens, in: $0.paragraph))
    }
    reading.unknownPlaces = drafts.unknown.map {
      UnknownPlace(name: $0.name, kind: $0.kind, span: span($0.tokens, in: $0.paragraph))
    }
  }

  // MARK: Stages

  private mutating func tokenize() {
    var wasCut = false
    tokens.reserveCapacity(bytes.count / 5)
    for (index, range) in reading.text.paragraphs.enumerated() {
      let start = tokens.count
      var tokenizer = Tokenizer(bytes, range, language.vocabulary)
      tokenizer.tokenize(into: &tokens)
      let (sentences, cut) = Sentences.ranges(of: tokens[start...], language.vocabulary)
      wasCut = wasCut || cut
      paragraphs.append(
        Paragraph(number: index + 1, tokens: start..<tokens.count, sentences: sentences))
    }
    if wasCut {
      reading.notices.append(
        ArticleText.Notice(
          .length,
          "a sentence has more than \(Sentences.mostTokens) words: it was read in pieces, and what "
            + "goes over a cut may be missed"))
    }
  }

  private func findPlaces() -> [PlaceMention] {
    let finder = PlaceFinder(names: language.names, vocabulary: language.vocabulary)
    let resolver = PlaceResolver(
      names: language.names, vocabulary: language.vocabulary, bytes: bytes)
    var found: [PlaceMention] = []
    for paragraph in paragraphs { found += finder.mentions(in: tokens[paragraph.tokens], bytes) }
    return SpellingFinder(names: language.names, vocabulary: language.vocabulary).completed(
      resolver.resolved(found, in: tokens[...]), in: tokens[...], bytes)
  }

  /// Hands over each sentence that names a place, with what is named in it; of the others only
  /// when.
  private func forEachSentence(
    _ places: [PlaceMention], _ forces: [ForceMention],
    _ body: (Sentence, _ paragraph: Int, _ isFirst: Bool) -> Void
  ) {
    var place = 0
    var force = 0
    for paragraph in paragraphs {
      for (index, range) in paragraph.sentences.enumerated() {
        let firstPlace = place
        while place < places.count, places[place].tokens.lowerBound < range.upperBound {
          place += 1
        }
        let firstForce = force
        while force < forces.count, forces[force].tokens.lowerBound < range.upperBound {
          force += 1
        }
        body(
          Sentence(
            tokens[range], bytes, language,
            // A sentence that is too long may be cut within a name.
            mentions: places[firstPlace..<place].filter {
              $0.tokens.upperBound <= range.upperBound
            },
            forces: forces[firstForce..<force].filter { $0.tokens.upperBound <= range.upperBound }),
          paragraph.number, index == 0)
      }
    }
  }

  // MARK: Places in the text

  private func span(_ range: Range<Int>, in paragraph: Int) -> TextSpan {
    TextSpan(
      range: Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end),
      paragraph: paragraph)
  }

  private func paragraph(at token: Int) -> Int {
    var low = 0
    var high = paragraphs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if paragraphs[middle].tokens.lowerBound <= token { low = middle } else { high = middle }
    }
    return paragraphs[low].number
  }
}
