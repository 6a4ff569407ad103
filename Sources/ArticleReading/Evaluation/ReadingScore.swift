public import Theatre
public import TypedIndices

/// How well a reader did on articles that a person has labelled.
public struct ReadingScore: Sendable {
  /// Precision and recall of one thing.
  public struct Measure: Sendable {
    /// How many are labelled.
    public internal(set) var labelled = 0
    /// How many of the labelled were proposed.
    public internal(set) var found = 0
    /// How many were proposed.
    public internal(set) var proposed = 0
    /// How many of the proposed are labelled so.
    public internal(set) var right = 0

    /// The share of what was proposed that is right; 1 if nothing was.
    public var precision: Double { proposed == 0 ? 1 : Double(right) / Double(proposed) }
    /// The share of what is labelled that was found; 1 if nothing is.
    public var recall: Double { labelled == 0 ? 1 : Double(found) / Double(labelled) }
    /// The harmonic mean of the two.
    public var f1: Double {
      precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }
  }

  /// What is compared.
  public enum Part: String, CaseIterable, Sendable {
    /// Place, actor, status and date.
    case tuple
    /// Place and status.
    case placeAndStatus = "place_and_status"
    /// The place alone.
    case place
    /// Place and actor.
    case placeAndActor = "place_and_actor"
    /// Place and date.
    case placeAndDate = "place_and_date"
  }

  /// Something that a reader should not have proposed, or should have.
  public struct Fault: Sendable {
    /// What sort of fault.
    public let kind: Kind
    /// The article.
    public let article: String
    /// The paragraph.
    public let paragraph: Int
    /// What was labelled or proposed, in words.
    public let words: String
    /// The sentence, or for a miss the paragraph.
    public let sentence: String

    /// A sort of fault.
    public enum Kind: String, Sendable, CaseIterable {
      /// An event that was not proposed as it is labelled.
      case miss
      /// An event that was proposed and is not labelled.
      case falseAlarm = "false_alarm"
      /// A planned, denied or doubtful statement that was proposed as a fact.
      case notAFact = "not_a_fact"
      /// A place without a statement for which one was proposed.
      case trap
    }
  }

  /// The measures of events.
  public internal(set) var events: [Part: Measure] = [:]
  /// The measures of events and background together.
  public internal(set) var all: [Part: Measure] = [:]
  /// How many planned, denied, hedged and conditional rows there are, and how many became
  /// proposals.
  public internal(set) var unreal = (labelled: 0, proposed: 0)
  /// How many traps there are, and how many became proposals.
  public internal(set) var traps = (labelled: 0, proposed: 0)
  /// Labelled rows whose place the theatre does not have; they do not count.
  public internal(set) var outside = 0
  /// Everything that went wrong, in the order of the articles.
  public internal(set) var faults: [Fault] = []
}

/// Holds readings against a gold file.
public struct ReadingScorer {
  private let reader: ArticleReader
  private let actors: IndexedArray<ActorID, Actor>
  private let places: IndexedArray<PlaceID, Place>
  private var gold: [GoldStatement]
  private var traps: [GoldTrap]

  /// Makes a scorer for a theatre and the rows of its gold file.
  public init(
    _ reader: ArticleReader, places: IndexedArray<PlaceID, Place>,
    actors: IndexedArray<ActorID, Actor>, gold: [GoldStatement],
    traps: [GoldTrap]
  ) {
    self.reader = reader
    self.places = places
    self.actors = actors
    self.gold = gold
    self.traps = traps
  }

  /// Whether a gold file labels an article.
  public func labels(_ article: String) -> Bool {
    gold.contains { Self.isSame($0.article, article) }
      || traps.contains { Self.isSame($0.article, article) }
  }

  /// A label's article may be the beginning of the file's name: `000` for `000_c50b.txt`.
  private static func isSame(_ label: String, _ article: String) -> Bool {
    article == label || (!label.isEmpty && article.hasPrefix(label + "_"))
      || Int(label).map { $0 == Int(article) } == true
  }

  /// The score of some articles, each with its name.
  public func score(_ readings: [(article: String, reading: ArticleReading)]) -> ReadingScore {
    var score = ReadingScore()
    for (article, reading) in readings where labels(article) {
      add(article, reading, to: &score)
    }
    return score
  }

  // MARK: One article

  /// A labelled statement whose place the theatre has.
  private struct Label {
    let row: GoldStatement
    let places: Set<PlaceID>
    let actor: ActorID?
    var isReal: Bool { !row.isNegated && (row.kind == "event" || row.kind == "background") }
    var isEvent: Bool { !row.isNegated && row.kind == "event" }
  }

  private func add(_ article: String, _ reading: ArticleReading, to score: inout ReadingScore) {
    var labels: [Label] = []
    for row in gold where Self.isSame(row.article, article) {
      let places = self.places(row.place, paragraph: row.paragraph, in: reading)
      if places.isEmpty || actor(row.actor) == nil {
        score.outside += 1
      } else {
        labels.append(Label(row: row, places: places, actor: actor(row.actor)))
      }
    }
    let proposals = reading.proposals
    let real = labels.filter(\.isReal)
    for part in ReadingScore.Part.allCases {
      let events = distinct(proposals.filter { $0.kind == .event }, part)
      count(
        events, distinct(real.filter(\.isEvent), part), among: real, all: proposals, part,
        &score.events)
      count(
        distinct(proposals, part), distinct(real, part), among: real, all: proposals, part,
        &score.all)
    }
    addFaults(article, reading, real, labels, to: &score)
    addTraps(article, reading, to: &score)
  }

  private func count(
    _ proposed: [Statement], _ labelled: [Label], among real: [Label], all: [Statement],
    _ part: ReadingScore.Part, _ measures: inout [ReadingScore.Part: ReadingScore.Measure]
  ) {
    measures[part, default: ReadingScore.Measure()].labelled += labelled.count
    measures[part, default: ReadingScore.Measure()].found += labelled.count { label in
      all.contains { agrees($0, label, part) }
    }
    measures[part, default: ReadingScore.Measure()].proposed += proposed.count
    measures[part, default: ReadingScore.Measure()].right += proposed.count { statement in
      real.contains { agrees(statement, $0, part) }
    }
  }

  /// The statements without those that say the same as one before.
  private func distinct(_ statements: [Statement], _ part: ReadingScore.Part) -> [Statement] {
    var seen: Set<String> = []
    return statements.filter { statement in
      seen.insert(
        key(
          "\(statement.place)", "\(statement.actor)", statement.status.rawValue, statement.date,
          part)
      ).inserted
    }
  }

  private func distinct(_ labels: [Label], _ part: ReadingScore.Part) -> [Label] {
    var seen: Set<String> = []
    return labels.filter { label in
      seen.insert(
        key(
          "\(label.places.sorted())", label.row.actor, label.row.status.rawValue,
          label.row.date?.text ?? "", part)
      ).inserted
    }
  }

  private func key(
    _ place: String, _ actor: String, _ status: String, _ date: String, _ part: ReadingScore.Part
  ) -> String {
    switch part {
    case .tuple: "\(place)|\(actor)|\(status)|\(date)"
    case .placeAndStatus: "\(place)|\(status)"
    case .place: place
    case .placeAndActor: "\(place)|\(actor)"
    case .placeAndDate: "\(place)|\(date)"
    }
  }

  private func agrees(_ statement: Statement, _ label: Label, _ part: ReadingScore.Part) -> Bool {
    guard label.places.contains(statement.place) else { return false }
    switch part {
    case .place: return true
    case .placeAndStatus: return statement.status == label.row.status
    case .placeAndActor: return statement.actor == label.actor
    case .placeAndDate: return agree(statement.date, label.row.date)
    case .tuple:
      return statement.status == label.row.status && statement.actor == label.actor
        && agree(statement.date, label.row.date)
    }
  }

  /// Whether two dates mean the same: one lies in the other, and the wider of the two is no more
  /// than a week for a labelled day, or the labelled month or year.
  private func agree(_ proposed: String, _ labelled: FuzzyDate?) -> Bool {
    guard let labelled, let first = labelled.earliest, let last = labelled.latest else {
      return true
    }
    guard let read = try? FuzzyDate(proposed), let start = read.earliest, let end = read.latest
    else {
      return false
    }
    if first <= start, end <= last { return true }
    return start <= first && last <= end && start.distance(to: end) <= 7
  }

  /// The places that a label's words may mean.
  private func places(
    _ words: String, paragraph: Int, in reading: ArticleReading
  ) -> Set<PlaceID> {
    let named = reader.places(named: words)
    if !named.isEmpty { return named }
    // "The village" is what the text refers to there.
    let wanted = folded(words)
    return Set(
      reading.mentions.filter {
        $0.span.paragraph == paragraph && $0.isReference
          && folded(reading.text.text($0.span.range)) == wanted
      }.map(\.place))
  }

  private func actor(_ name: String) -> ActorID? {
    let wanted = folded(name)
    return actors.firstIndex {
      folded($0.id) == wanted || folded($0.name) == wanted || folded($0.name).hasSuffix(wanted)
    }
  }

  // MARK: Faults

  private func addFaults(
    _ article: String, _ reading: ArticleReading, _ real: [Label], _ labels: [Label],
    to score: inout ReadingScore
  ) {
    let proposals = reading.proposals
    for label in distinct(real.filter(\.isEvent), .tuple)
    where !proposals.contains(where: { agrees($0, label, .tuple) }) {
      score.faults.append(
        ReadingScore.Fault(
          kind: .miss, article: article, paragraph: label.row.paragraph, words: words(label.row),
          sentence: paragraph(label.row.paragraph, of: reading)))
    }
    for statement in distinct(proposals.filter { $0.kind == .event }, .tuple)
    where !real.contains(where: { agrees(statement, $0, .tuple) }) {
      score.faults.append(fault(.falseAlarm, article, statement, reading))
    }
    for label in labels where !label.isReal {
      score.unreal.labelled += 1
      let taken = proposals.first { statement in
        statement.mention.paragraph == label.row.paragraph && label.places.contains(statement.place)
          && statement.actor == label.actor && statement.status == label.row.status
          && !real.contains(where: { other in agrees(statement, other, .tuple) })
      }
      guard let taken else { continue }
      score.unreal.proposed += 1
      score.faults.append(fault(.notAFact, article, taken, reading))
    }
  }

  private func addTraps(
    _ article: String, _ reading: ArticleReading, to score: inout ReadingScore
  ) {
    for trap in traps where Self.isSame(trap.article, article) {
      let places = self.places(trap.place, paragraph: trap.paragraph, in: reading)
      guard !places.isEmpty else { continue }
      score.traps.labelled += 1
      let isLabelled = gold.contains { row in
        Self.isSame(row.article, article) && row.paragraph == trap.paragraph
          && !self.places(row.place, paragraph: row.paragraph, in: reading).isDisjoint(with: places)
      }
      let taken = reading.proposals.first {
        $0.mention.paragraph == trap.paragraph && places.contains($0.place)
      }
      guard let taken, !isLabelled else { continue }
      score.traps.proposed += 1
      score.faults.append(fault(.trap, article, taken, reading))
    }
  }

  private func fault(
    _ kind: ReadingScore.Fault.Kind, _ article: String, _ statement: Statement,
    _ reading: ArticleReading
  ) -> ReadingScore.Fault {
    ReadingScore.Fault(
      kind: kind, article: article, paragraph: statement.mention.paragraph,
      words:
        "\(places[statement.place].id) \(actors[statement.actor].id) \(statement.status.rawValue) "
        + "\(statement.date) (\(statement.kind.rawValue))",
      sentence: reading.text.text(statement.sentence.range))
  }

  private func words(_ row: GoldStatement) -> String {
    "\(row.place) \(row.actor) \(row.status.rawValue) \(row.date?.text ?? "") (\(row.kind))"
  }

  private func paragraph(_ number: Int, of reading: ArticleReading) -> String {
    guard reading.text.paragraphs.indices.contains(number - 1) else { return "" }
    return reading.text.text(reading.text.paragraphs[number - 1])
  }
}
