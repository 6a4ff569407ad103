internal import ArticleReading
internal import Theatre
internal import TypedIndices

/// A reading with what is known of its article, as the command prints it.
struct ReadArticle: Sendable {
  let theatre: ReadingTheatre
  /// The file's name without its folder and ending; `-` for standard input.
  let name: String
  /// The id under which the article's rows name it: as typed, or the header's if it is one word,
  /// else the file's name, the last two without what would make a formula of them.
  let source: String
  let reading: ArticleReading
  let offsets: ScalarOffsets

  init(
    _ theatre: ReadingTheatre, name: String, source: String?, reading: ArticleReading
  ) {
    self.theatre = theatre
    self.name = name
    let written = reading.text["source"].flatMap { $0.contains(where: \.isWhitespace) ? nil : $0 }
    self.source =
      source ?? [written ?? "", name].map(\.withoutFormula).first { !$0.isEmpty } ?? "article"
    self.reading = reading.noting(written, self.source, isTyped: source != nil)
    offsets = ScalarOffsets(reading.text.bytes)
  }

  /// The letters of a stretch of the text.
  func text(_ span: TextSpan) -> String { reading.text.text(span.range) }

  /// Where a stretch begins, in characters from the beginning of the text.
  func offset(_ span: TextSpan) -> Int { offsets.offset(ofByte: span.range.lowerBound) }

  /// How many characters a stretch has.
  func length(_ span: TextSpan) -> Int {
    offsets.offset(ofByte: span.range.upperBound) - offset(span)
  }

  /// Where a stretch begins, in characters from the beginning of its paragraph.
  func offsetInParagraph(_ span: TextSpan) -> Int {
    offset(span) - offsets.offset(ofByte: reading.text.paragraphs[span.paragraph - 1].lowerBound)
  }
}

extension ArticleReading {
  /// The reading with a notice if the source that its header names is not the id of its rows.
  fileprivate func noting(_ written: String?, _ id: String, isTyped: Bool) -> ArticleReading {
    guard !isTyped, let written, written != id, !written.isEmpty else { return self }
    var reading = self
    reading.notices.append(
      ArticleText.Notice(
        .source,
        "the header's source \"\(written)\" begins as a spreadsheet's formula does: the rows name \"\(id)\" "
          + "(--source gives another id)"))
    return reading
  }
}

/// What the command needs of a theatre: names, and how its tables are laid out.
struct ReadingTheatre: Sendable {
  let places: IndexedArray<PlaceID, Place>
  let actors: IndexedArray<ActorID, Actor>
  let sources: Set<String>
  /// The ids that rows of each table have already.
  let rowIDs: [ProposedTable: Set<String>]
  let reader: ArticleReader

  init(_ theatre: Theatre) {
    places = theatre.places
    actors = theatre.actors
    sources = Set(theatre.sources.map(\.id))
    rowIDs = [
      .reports: Set(theatre.reports.map(\.id)), .measures: Set(theatre.measures.map(\.id)),
      .incidents: Set(theatre.incidents.map(\.id)),
    ]
    reader = ArticleReader(theatre)
  }
}
