internal import Theatre

/// The stages of reading in their order, and how they are run.
///
/// Information flows one way: a stage reads what earlier ones gave. Only `DiscourseStage`, after all
/// sentences, changes what one of them says by what another says.
struct ReadingPipeline {
  /// The stages up to what is named.
  private let naming: [any DocumentStage] = [
    SegmentationStage(), PlaceNameStage(), PartyStage(), ReferenceStage(),
  ]
  /// The stages that go through the sentences.
  private var sentences: [any SentenceStage]
  /// The stages for what only the whole article tells.
  private let closing: [any DocumentStage] = [DiscourseStage(), GradingStage()]

  init(published: Day?) {
    sentences = [
      TakingBackStage(), TimeStage(published: published), PlacePhraseStage(), VerbStage(),
      StatementStage(), AttributionStage(), DatingStage(published: published), MeasureStage(),
      IncidentStage(published: published), UnknownPlaceStage(),
    ]
  }

  /// All stages in their order.
  var stages: [any ReadingStage] {
    naming as [any ReadingStage] + sentences as [any ReadingStage] + closing as [any ReadingStage]
  }

  /// What is wrong with the order of the stages: a layer that is needed before it is given, or that
  /// two stages give.
  var faults: [String] {
    var given: Set<Layer> = []
    var faults: [String] = []
    for stage in stages {
      for layer in stage.needs.subtracting(given) {
        faults.append("\(stage.name) needs \(layer), which no stage before it gives")
      }
      for layer in stage.gives.intersection(given) {
        faults.append("\(stage.name) gives \(layer), which a stage before it gives")
      }
      given.formUnion(stage.gives)
    }
    return faults
  }

  /// Reads an article.
  mutating func read(_ document: inout Document, _ lexicon: Lexicon, _ trace: RuleTrace? = nil) {
    for stage in naming { stage.read(&document, lexicon) }
    document.forEachSentence(lexicon, trace) { sentence in
      for index in sentences.indices { sentences[index].read(sentence) }
      return SentenceReading(sentence)
    }
    for stage in closing { stage.read(&document, lexicon) }
  }
}

extension Document {
  /// Hands over each sentence with what is named in it and keeps what was read.
  fileprivate mutating func forEachSentence(
    _ lexicon: Lexicon, _ trace: RuleTrace?, _ read: (Sentence) -> SentenceReading
  ) {
    var place = 0
    var party = 0
    var previousPlace: PlaceMention?
    for paragraph in paragraphs {
      for range in paragraph.sentences {
        let firstPlace = place
        while place < places.count, places[place].tokens.lowerBound < range.upperBound {
          place += 1
        }
        let firstParty = party
        while party < parties.count, parties[party].tokens.lowerBound < range.upperBound {
          party += 1
        }
        // A sentence that is too long may be cut within a name.
        let mentions = places[firstPlace..<place].filter {
          $0.tokens.upperBound <= range.upperBound
        }
        let sentence = Sentence(
          tokens[range], bytes, lexicon, mentions: mentions,
          forces: parties[firstParty..<party].filter { $0.tokens.upperBound <= range.upperBound },
          paragraph: paragraph.number, paragraphStart: paragraph.tokens.lowerBound,
          previousPlace: previousPlace, trace: trace)
        sentences.append(read(sentence))
        if let last = mentions.last(where: { $0.place.isKnown }) { previousPlace = last }
      }
    }
  }
}
