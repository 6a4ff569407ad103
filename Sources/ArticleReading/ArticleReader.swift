internal import Diagnostics
public import Theatre
public import TypedIndices

/// Reads articles about one theatre.
///
/// All of it is rules and tables; the same text gives the same reading. `ReadingPipeline` names the
/// stages in their order, `RuleBook` the rules; the tables of words stand in `Lexicon/Tables`.
public struct ArticleReader: Sendable {
  private let lexicon: Lexicon

  /// Makes a reader of articles about some places and parties.
  ///
  /// - Parameters:
  ///   - verbs: rows that are added to the built-in ones.
  ///   - forces: rows that are added to the built-in ones.
  /// - Complexity: O(*n*), for *n* letters of names.
  public init(
    places: IndexedArray<PlaceID, Place>, actors: IndexedArray<ActorID, Actor>,
    verbs: [ControlWord] = [], forces: [ForceName] = []
  ) {
    var tables = LanguageTables.builtIn
    tables.verbs += verbs
    tables.forces += forces
    lexicon = Lexicon(places: places, actors: actors, tables: tables)
  }

  /// Makes a reader of articles about a theatre.
  public init(_ theatre: Theatre) {
    self.init(
      places: theatre.places, actors: theatre.actors, verbs: theatre.verbs, forces: theatre.forces)
  }

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - published: the day of publication; it overrules the header's `date`.
  /// - Complexity: O(*n*), for *n* bytes.
  public func read(_ file: [UInt8], published: Day? = nil) -> ArticleReading {
    read(ArticleText(file), published: published)
  }

  /// Reads a text.
  public func read(_ text: ArticleText, published: Day? = nil) -> ArticleReading {
    read(text, published: published, trace: nil)
  }

  /// Reads a text and notes which rules were used.
  func read(
    _ text: ArticleText, published: Day? = nil, trace: RuleTrace?,
    sectionSize: Int = Section.usualSize
  ) -> ArticleReading {
    var notices = text.notices
    var day = published
    if day == nil, let written = text["date"] {
      // Of a month or a year nobody knows which Friday is meant.
      day = (try? FuzzyDate(written)).flatMap { $0.isExact ? $0.effectiveDay : nil }
      if day == nil {
        notices.append(
          ArticleText.Notice(
            .date,
            "the header's date \"\(written)\" is not a single day: write 2016-11-04, or use --published"
          ))
      }
    }
    if day == nil, !text.paragraphs.isEmpty {
      notices.append(
        ArticleText.Notice(
          .date,
          "there is no publication date: weekdays and \"yesterday\" stay without a date (--published "
            + "2016-11-04 gives one)"))
    }
    return text.bytes.withUnsafeBufferPointer { bytes in
      var document = Document(text, published: day, bytes, sectionSize: sectionSize)
      var pipeline = ReadingPipeline(published: day)
      pipeline.read(&document, lexicon, trace)
      if document.hasCutSentence {
        notices.append(
          ArticleText.Notice(
            .length,
            "a sentence has more than \(Sentences.mostTokens) words: it was read in pieces, and "
              + "what crosses a cut may be missed"))
      }
      return ArticleReading(document, notices: notices)
    }
  }
}

extension ArticleReading {
  /// What a document says, with the places in its text.
  fileprivate init(_ document: Document, notices: [ArticleText.Notice]) {
    self.init(
      text: document.text, title: document.text["title"], published: document.published,
      notices: notices)
    statements = document.statements
    mentions = document.mentions
    measures = document.measures
    incidents = document.incidents
    unknownPlaces = document.unknownPlaces
  }
}

extension ArticleReader {
  /// The places that some words may mean: an id, a name, or a description such as "the western half
  /// of Mosul".
  public func places(named words: String) -> Set<PlaceID> {
    if let place = lexicon.names.places.firstIndex(where: { $0.id == words }) { return [place] }
    return Array(words.utf8).withUnsafeBufferPointer { bytes in
      var tokens: [Token] = []
      var tokenizer = Tokenizer(bytes, bytes.indices, lexicon.vocabulary)
      tokenizer.tokenize(into: &tokens)
      let finder = PlaceFinder(names: lexicon.names, vocabulary: lexicon.vocabulary)
      let slice = TokenSlice(tokens)
      guard let name = finder.mentions(beginningIn: slice.indices, of: slice, bytes).last else {
        return []
      }
      let candidates = lexicon.names.entries[name.entry].places
      let mention = PlaceMention(tokens: name.tokens, place: candidates[0])
      let sentence = Sentence(slice, bytes, lexicon, mentions: [mention], forces: [])
      let phrase = PlacePhraseReader(sentence: sentence).phrase(of: mention)
      guard phrase.tokens == sentence.range, phrase.isPlain else { return [] }
      return phrase.mention.certainty == .described ? [phrase.mention.place] : Set(candidates)
    }
  }
}
