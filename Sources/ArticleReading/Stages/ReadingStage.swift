/// A part of what is known of a document; one stage gives it, later ones need it.
enum Layer: String, CaseIterable {
  /// Words, numbers and marks, in paragraphs and sentences.
  case tokens
  /// Places by their names as the table has them.
  case placeNames
  /// Places by their names, in other spellings too.
  case namedPlaces
  /// Parties by their names and by words such as "the troops".
  case parties
  /// Places by their names and by words such as "the town"; of these the last before each sentence.
  case places
  /// Whether a sentence takes back the one before.
  case takingBack
  /// Which sentences are read on: those that name something, open the article or take back another.
  case readSentences
  /// Expressions of time.
  case times
  /// The day that the text is about, before and after each sentence.
  case textDays
  /// Places with the words around them.
  case phrases
  /// Verbs with voice, tense and mood.
  case verbs
  /// What a sentence says of places.
  case claims
  /// Who says so.
  case attribution
  /// Claims with their dates.
  case drafts
  /// Distances, directions and areas.
  case measures
  /// What happened and changed no control.
  case incidents
  /// Names that no table has.
  case unknownPlaces
  /// What the whole article says.
  case statements
  /// How credible each statement is.
  case grades
}

/// A step of reading. It reads only the layers that it needs and adds only those that it gives;
/// `ReadingPipeline` checks that somebody before has given what a stage needs.
protocol ReadingStage {
  var name: String { get }
  var needs: Set<Layer> { get }
  var gives: Set<Layer> { get }
}

/// A stage that reads the whole document at once.
protocol DocumentStage: ReadingStage {
  func read(_ document: inout Document, _ lexicon: Lexicon)
}

/// A stage that goes through the sections in order.
protocol SectionStage: ReadingStage {
  mutating func read(_ part: SectionTokens, _ document: inout Document, _ lexicon: Lexicon)
  /// Settles what only all sections tell.
  mutating func finish(_ document: inout Document, _ lexicon: Lexicon)
}

extension SectionStage {
  mutating func finish(_ document: inout Document, _ lexicon: Lexicon) {}
}

/// A stage that reads sentence by sentence, in order.
protocol SentenceStage: ReadingStage {
  mutating func read(_ sentence: Sentence)
}
