internal import Algorithms
internal import Theatre

/// An article while it is read: its text, its tokens, and what each stage has added.
///
/// A stage adds the layers that it gives and changes none that is there; all positions are indices
/// of `tokens`.
struct Document {
  let text: ArticleText
  let published: Day?
  /// The bytes of the text.
  let bytes: UnsafeBufferPointer<UInt8>

  /// The words, numbers and marks of the whole text.
  var tokens: [Token] = []
  /// The paragraphs with their sentences.
  var paragraphs: [Paragraph] = []
  /// Whether a sentence was so long that it was cut.
  var hasCutSentence = false
  /// The places named, in order.
  var placeNames: [PlaceMention] = []
  /// The places named or meant, in order.
  var places: [PlaceMention] = []
  /// The parties named or meant, in order.
  var parties: [ForceMention] = []
  /// What each sentence says, in order.
  var sentences: [SentenceReading] = []
  /// What the article says of places, in the order of the text.
  var statements: [Statement] = []

  /// A paragraph, as tokens.
  struct Paragraph {
    /// From 1.
    let number: Int
    let tokens: Range<Int>
    let sentences: [Range<Int>]
  }

  init(_ text: ArticleText, published: Day?, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.text = text
    self.published = published
    self.bytes = bytes
  }

  /// Where some tokens stand in the text.
  func span(_ range: Range<Int>, in paragraph: Int) -> TextSpan {
    TextSpan(
      range: stretch(
        from: Int(tokens[range.lowerBound].start), to: Int(tokens[range.upperBound - 1].end)),
      paragraph: paragraph)
  }

  /// The number of the paragraph of a token.
  func paragraph(at token: Int) -> Int {
    let next = paragraphs.partitioningIndex { $0.tokens.lowerBound > token }
    return paragraphs[max(next - 1, 0)].number
  }
}

/// What was read in one sentence.
struct SentenceReading {
  /// Whether it takes back what the sentence before says.
  var takesBackPrevious = false
  var drafts: [Draft] = []
  var measures: [DraftMeasure] = []
  var incidents: [DraftIncident] = []
  var unknownPlaces: [DraftUnknown] = []

  /// Takes over what the stages found.
  init(_ sentence: Sentence) {
    takesBackPrevious = sentence.takesBackPrevious
    drafts = sentence.drafts
    measures = sentence.measures
    incidents = sentence.incidents
    unknownPlaces = sentence.unknownPlaces
  }
}

/// A claim with where it stands and when it was.
struct Draft {
  var claim: Claim
  let paragraph: Int
  let paragraphStart: Int
  let sentence: Range<Int>
  let when: When?
  let attribution: Attribution?
  /// Why it is so, each a few words.
  var reasons: [String]
  /// Whether the text itself doubts it.
  var isDoubtful: Bool
}

/// What happened at a place, before it has its place in the text.
struct DraftIncident {
  let kind: String
  let place: PlaceID
  let date: String
  let tokens: Range<Int>
  let paragraph: Int
}

/// A name that no table has, before it has its place in the text.
struct DraftUnknown {
  let name: String
  let kind: String
  let tokens: Range<Int>
  let paragraph: Int
}
