internal import Theatre

/// An article while it is read: its text, its sections, and what each stage has added.
///
/// A stage adds the layers that it gives and changes none that is there; all positions are numbers of
/// tokens, counted through the whole text.
struct Document {
  let text: ArticleText
  let published: Day?
  /// The bytes of the text.
  let bytes: UnsafeBufferPointer<UInt8>

  /// The fewest tokens of a section but the last.
  let sectionSize: Int

  /// The sections with their paragraphs and sentences.
  var sections: [Section] = []
  /// The tokens of a text that is one section, which need not be taken apart again.
  var onlyTokens: [Token]?
  /// Whether a sentence was so long that it was cut.
  var hasCutSentence = false
  /// The places named as the table names them, in order.
  var placeNames: [PlaceMention] = []
  /// The places named in any spelling, in order.
  var namedPlaces: [PlaceMention] = []
  /// The parties named or meant, in order.
  var parties: [ForceMention] = []
  /// The places named or meant in the section that is being read, in order.
  var places: [PlaceMention] = []
  /// The places named or meant so far, with where they stand.
  var mentions: [Mention] = []
  /// What the sentences say of places, in order, section by section.
  var drafts: [[Draft]] = []
  /// Where in them the drafts of the last sentence begin.
  var lastDrafts = (section: 0, index: 0)
  var measures: [StatedMeasure] = []
  var incidents: [StatedIncident] = []
  var unknownPlaces: [UnknownPlace] = []
  /// What the article says of places, in the order of the text.
  var statements: [Statement] = []

  /// A paragraph, or the part of it that lies in a section, as tokens.
  struct Paragraph {
    /// From 1.
    let number: Int
    /// Its first token, which may lie in a section before.
    let start: Int
    let tokens: Range<Int>
    let sentences: [Range<Int>]
  }

  init(
    _ text: ArticleText, published: Day?, _ bytes: UnsafeBufferPointer<UInt8>,
    sectionSize: Int = Section.usualSize
  ) {
    self.text = text
    self.published = published
    self.bytes = bytes
    self.sectionSize = sectionSize
  }
}

/// A claim with where it stands and when it was.
struct Draft {
  let place: PlaceID
  let mention: TextSpan
  var actor: PartyReference
  let unit: String
  let status: ControlStatus
  var kind: StatementKind
  let verb: TextSpan
  let sentence: TextSpan
  /// In EDTF; empty if it cannot be told.
  let date: String
  /// The last day that the date may mean.
  let lastDay: Day?
  let attribution: Attribution?
  /// Why it is so, each a few words.
  var reasons: [String]
  /// Whether the text itself doubts it.
  let isDoubtful: Bool
  /// Whether the next sentence takes it back.
  var isTakenBack = false

  /// The token of the verb, and the first of its paragraph.
  let verbToken: Int
  let paragraphStart: Int
  /// The party that may be meant if none is named in the clause; nil for none.
  let hint: ActorID?
  let actorIsNamed: Bool
  let isState: Bool
  let isReturn: Bool
}

/// What happened at a place, before it has its place in the text.
struct DraftIncident {
  let kind: String
  let place: PlaceID
  let date: String
  let tokens: Range<Int>
}

/// A name that no table has, before it has its place in the text.
struct DraftUnknown {
  let name: String
  let kind: String
  let tokens: Range<Int>
}
