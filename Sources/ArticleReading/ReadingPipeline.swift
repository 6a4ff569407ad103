internal import Theatre

/// The stages of reading in their order, and how they are run.
///
/// Information flows one way: a stage reads what earlier ones gave. Only `DiscourseStage`, after all
/// sentences, changes what one of them says by what another says.
struct ReadingPipeline {
  /// The stages up to the names of places.
  private let naming: [any DocumentStage] = [
    SegmentationStage(), PlaceNameStage(),
  ]
  /// The stages that go through the sections to find all that is named.
  private var names: [any SectionStage] = [SpellingStage(), PartyStage()]
  /// The stages that read a section before the sentences in it.
  private var references: [any SectionStage] = [ReferenceStage()]
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
    naming as [any ReadingStage] + names as [any ReadingStage]
      + references as [any ReadingStage] + sentences as [any ReadingStage]
      + closing as [any ReadingStage]
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
    let sections = SectionReader(document, lexicon.vocabulary)
    sections.forEachSection { part in
      for index in names.indices { names[index].read(part, &document, lexicon) }
    }
    for index in names.indices { names[index].finish(&document, lexicon) }
    var reader = SentenceReader(document.bytes, lexicon, trace)
    sections.forEachSection { part in
      for index in references.indices { references[index].read(part, &document, lexicon) }
      document.drafts.append([])
      reader.forEachSentence(of: part, document.places, document.parties) { sentence in
        for index in sentences.indices { sentences[index].read(sentence) }
        document.add(sentence)
      }
    }
    for index in references.indices { references[index].finish(&document, lexicon) }
    for stage in closing { stage.read(&document, lexicon) }
  }
}

/// Makes the sentences of a text with what is named in each.
private struct SentenceReader {
  private let lexicon: Lexicon
  private let trace: RuleTrace?
  /// How many parties begin before the sentence.
  private var party = 0
  private var previousPlace: PlaceMention?
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon, _ trace: RuleTrace?) {
    self.bytes = bytes
    self.lexicon = lexicon
    self.trace = trace
  }

  /// Hands over the sentences of a section.
  ///
  /// - Parameters:
  ///   - places: those of the section.
  ///   - parties: those of the whole text.
  mutating func forEachSentence(
    of part: SectionTokens, _ places: [PlaceMention], _ parties: [ForceMention],
    _ read: (Sentence) -> Void
  ) {
    // What begins in the section before lies in no sentence wholly.
    var place = places.prefix { $0.tokens.lowerBound < part.section.tokens.lowerBound }.count
    for paragraph in part.section.paragraphs {
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
        let mentions = places[stretch(from: firstPlace, to: place)].filter {
          $0.tokens.upperBound <= range.upperBound
        }
        let sentence = Sentence(
          part.tokens[range], bytes, lexicon, mentions: mentions,
          forces: parties[stretch(from: firstParty, to: party)].filter {
            $0.tokens.upperBound <= range.upperBound
          },
          paragraph: paragraph.number, paragraphStart: paragraph.start,
          previousPlace: previousPlace, trace: trace)
        read(sentence)
        if let last = mentions.last { previousPlace = last }
      }
    }
  }
}

extension Document {
  /// Takes over what the stages found in a sentence.
  fileprivate mutating func add(_ sentence: Sentence) {
    if sentence.takesBackPrevious, drafts.indices.contains(lastDrafts.section) {
      let section = lastDrafts.section
      for index in stretch(from: lastDrafts.index, to: drafts[section].count) {
        drafts[section][index].isTakenBack = true
      }
    }
    lastDrafts = (drafts.count - 1, drafts[drafts.count - 1].count)
    drafts[drafts.count - 1] += sentence.drafts
    measures += sentence.measures.map { $0.measure(sentence.span($0.tokens)) }
    incidents += sentence.incidents.map {
      StatedIncident(
        kind: $0.kind, place: $0.place, date: $0.date, span: sentence.span($0.tokens))
    }
    unknownPlaces += sentence.unknownPlaces.map {
      UnknownPlace(name: $0.name, kind: $0.kind, span: sentence.span($0.tokens))
    }
  }
}
