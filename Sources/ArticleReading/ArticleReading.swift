public import Theatre
public import TypedIndices

/// What was read in an article.
public struct ArticleReading: Sendable {
  /// The text.
  public let text: ArticleText
  /// Its title, if its header has one.
  public let title: String?
  /// The day on which it was published, if that is known.
  public let published: Day?
  /// What it says of who held, took, entered, left or surrounded a place, in the order of the text.
  public var statements: [Statement] = []
  /// The places of the table that it names or means.
  public var mentions: [Mention] = []
  /// Places that it names and the table lacks.
  public var unknownPlaces: [UnknownPlace] = []
  /// Distances, directions, areas and conversions that it states.
  public var measures: [StatedMeasure] = []
  /// What happened at places and changed no control.
  public var incidents: [StatedIncident] = []
  /// What a reader should know of the text.
  public var notices: [ArticleText.Notice]

  /// The statements that become rows: events and background.
  public var proposals: [Statement] { statements.filter(\.kind.isProposed) }
}

/// A stretch of an article.
public struct TextSpan: Hashable, Sendable {
  // A long text has millions of them, and no text more than two gigabytes.
  private let start: Int32
  private let end: Int32
  private let number: Int32

  init(range: Range<Int>, paragraph: Int) {
    start = Int32(range.lowerBound)
    end = Int32(range.upperBound)
    number = Int32(paragraph)
  }

  /// The bytes in `ArticleText.bytes`.
  public var range: Range<Int> { Int(start)..<Int(end) }
  /// The paragraph, from 1.
  public var paragraph: Int { Int(number) }
}

/// What an article says of one place.
public struct Statement: Hashable, Sendable {
  /// The index of the place.
  public let place: PlaceID
  /// The words that name or mean it.
  public let mention: TextSpan
  /// The index of the actor.
  public let actor: ActorID
  /// The unit; empty if none is named.
  public let unit: String
  /// What the actor did or held.
  public let status: ControlStatus
  /// When, in EDTF; empty if it cannot be told.
  public var date: String
  /// What kind of statement it is.
  public var kind: StatementKind
  /// Who says so within the text; nil if the article says it itself.
  public let attribution: Attribution?
  /// How credible it is.
  public var credibility: Credibility
  /// Why it is that kind, that date and that credible, each a few words.
  public var reasons: [String]
  /// The word that says it.
  public let verb: TextSpan
  /// The sentence.
  public let sentence: TextSpan

  /// How sure the reading is, in a word.
  public var certainty: String {
    switch credibility {
    case .confirmed, .probablyTrue: "probable"
    case .possiblyTrue: "possible"
    case .doubtful, .improbable: "doubtful"
    case .cannotBeJudged: "open"
    }
  }
}

/// Who says something within a text.
public struct Attribution: Hashable, Sendable {
  /// The words that name the speaker.
  public let words: String
  /// What sort of speaker it is.
  public let kind: Kind

  /// A sort of speaker.
  public enum Kind: String, Sendable {
    /// A party's military, its officers and officials.
    case official
    /// People of the place, activists.
    case witness
    /// A news agency or its reporters.
    case agency
    /// Anybody else.
    case other
  }
}

/// A place of the table in a text.
public struct Mention: Hashable, Sendable {
  /// The index of the place.
  public let place: PlaceID
  /// The words.
  public let span: TextSpan
  /// Whether it is meant by other words than its name.
  public let isReference: Bool
}

/// A place that a text names and the table lacks.
public struct UnknownPlace: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The kind of place that the text calls it; empty if it does not.
  public let kind: String
  /// The words.
  public let span: TextSpan
}

/// What a measure is about.
public enum StatedEnd: Hashable, Sendable {
  /// A place, by its index.
  case place(PlaceID)
  /// The ground that a party won, by the index of the actor.
  case groundWon(by: ActorID)
}

/// A row for `measures.csv`.
public struct StatedMeasure: Hashable, Sendable {
  /// What sort of statement it is.
  public let kind: Measure.Kind
  /// What lies so far or in that direction, or is so large; nil if it is not named.
  public let subject: StatedEnd?
  /// From where; nil if it is not named, and of an area.
  public let object: StatedEnd?
  /// The value: a number or a point of the compass.
  public let value: String
  /// Its unit.
  public let unit: String
  /// The second value of a conversion.
  public var secondValue = ""
  /// The unit of the second value.
  public var secondUnit = ""
  /// The words.
  public let span: TextSpan
}

/// A row for `incidents.csv`.
public struct StatedIncident: Hashable, Sendable {
  /// What happened, in a word.
  public let kind: String
  /// The index of the place.
  public let place: PlaceID
  /// When, in EDTF; empty if it cannot be told.
  public let date: String
  /// The words that say what happened.
  public let span: TextSpan
}
