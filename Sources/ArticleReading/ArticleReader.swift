internal import Synchronization
public import TheatreModel

/// Reads articles about one theatre.
///
/// The stages, each in a file of its own: bytes to paragraphs (`ArticleText`), tokens, sentences;
/// the places, parties and times that are named; verbs with their mood; who does what to which
/// place (`ClaimFinder`); dates, attribution and grades (`ReadingPipeline`). All of it is rules and
/// tables; the same text gives the same reading.
public struct ArticleReader: Sendable {
  private let language: Language

  /// Makes a reader of articles about some places and parties.
  ///
  /// - Parameters:
  ///   - verbs: rows that are added to the built-in ones.
  ///   - forces: rows that are added to the built-in ones.
  /// - Complexity: O(*n*), for *n* letters of names.
  public init(
    places: [Place], actors: [Actor], verbs: [ControlWord] = [], forces: [ForceName] = []
  ) {
    var tables = Self.builtIn.tables
    tables.verbs += verbs
    tables.forces += forces
    language = Language(
      places: places, actors: actors, tables: tables, incidents: Self.builtIn.incidents)
  }

  /// Makes a reader of articles about a theatre.
  public init(_ theatre: Theatre) {
    self.init(
      places: theatre.places, actors: theatre.actors, verbs: theatre.verbs, forces: theatre.forces)
  }

  /// The tables that come with geotrack.
  private static let builtIn: (tables: LanguageTables, incidents: [WordClassRow]) = {
    let (tables, diagnostics) = LanguageTables.read(
      words: PackageResources.words_csv, verbs: PackageResources.verbs_csv,
      forces: PackageResources.forces_csv)
    let (incidents, _) = LanguageTables.readIncidentWords(PackageResources.incidents_csv)
    precondition(diagnostics.isEmpty, "the built-in tables are right: \(diagnostics)")
    return (tables, incidents)
  }()

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
    var notices = text.notices
    var day = published
    if day == nil, let written = text["date"] {
      // Of a month or a year nobody knows which Friday is meant.
      day = (try? FuzzyDate(written)).flatMap { $0.isExact ? $0.effectiveDay : nil }
      if day == nil {
        notices.append(
          ArticleText.Notice(
            .date,
            "the header's date \"\(written)\" is no single day: write 2016-11-04, or use --published"
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
      var pipeline = ReadingPipeline(text, published: day, notices: notices, language, bytes)
      pipeline.read()
      return pipeline.reading
    }
  }
}

extension ArticleReader {
  /// The places that some words may mean: an id, a name, or a description such as "the western half
  /// of Mosul".
  public func places(named words: String) -> Set<Int> {
    if let place = language.names.places.firstIndex(where: { $0.id == words }) { return [place] }
    return Array(words.utf8).withUnsafeBufferPointer { bytes in
      var tokens: [Token] = []
      var tokenizer = Tokenizer(bytes, bytes.indices, language.vocabulary)
      tokenizer.tokenize(into: &tokens)
      let finder = PlaceFinder(names: language.names, vocabulary: language.vocabulary)
      guard var mention = finder.mentions(in: tokens[...], bytes).last else { return [] }
      let candidates = language.names.entries[mention.entry].places
      if mention.place < 0 { mention.place = candidates[0] }
      let sentence = Sentence(tokens[...], bytes, language, mentions: [mention], forces: [])
      let phrase = sentence.phrase(of: mention)
      guard phrase.tokens == sentence.range, phrase.isPlain else { return [] }
      return phrase.mention.certainty == .described ? [phrase.mention.place] : Set(candidates)
    }
  }
}
