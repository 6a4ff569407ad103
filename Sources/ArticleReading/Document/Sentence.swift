internal import Theatre

/// A sentence of a document with what the stages found in it.
///
/// Tokens, places and parties are there from the beginning; each stage for sentences adds what it
/// gives, and changes nothing that is there. A class, since every rule refers to it.
final class Sentence {
  /// The document's tokens; indices below are of this array.
  let tokens: TokenSlice
  /// The classes of each token, from the first.
  let classes: [WordClasses]
  let bytes: UnsafeBufferPointer<UInt8>
  let lexicon: Lexicon
  /// The places that are named or meant, in order.
  let mentions: [PlaceMention]
  /// The parties that are named or meant, in order.
  let forces: [ForceMention]
  /// The paragraph, from 1, and its first token.
  let paragraph: Int
  let paragraphStart: Int
  /// The place that a sentence before named last.
  let previousPlace: PlaceMention?
  /// Where rules note that they were used; nil but in tests.
  let trace: RuleTrace?

  /// Whether the sentence takes back the one before.
  var takesBackPrevious = false
  /// Whether the sentence may say anything; the others are passed over.
  var isRead = false
  /// The expressions of time, in order.
  var times: [TimeExpression] = []
  /// The day that the text is about, for what the sentence itself does not date.
  var textDay: When?
  /// The same with the days that the sentence itself names.
  var textDayBehind: When?
  /// The places with the words around them, those of a list together.
  var groups: [PlaceGroup] = []
  /// The verbs and nouns of the lexicon.
  var verbs: [VerbGroup] = []
  /// Who does what each verb says.
  var subjects: [Subject] = []
  /// What is said of places.
  var claims: [Claim] = []
  /// Who says so.
  var attribution: Attribution?
  /// What is said of places, with dates.
  var drafts: [Draft] = []
  var measures: [DraftMeasure] = []
  var incidents: [DraftIncident] = []
  var unknownPlaces: [DraftUnknown] = []

  var range: Range<Int> { stretch(from: tokens.startIndex, to: tokens.endIndex) }

  init(
    _ tokens: TokenSlice, _ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon,
    mentions: [PlaceMention], forces: [ForceMention], paragraph: Int = 1, paragraphStart: Int = 0,
    previousPlace: PlaceMention? = nil, trace: RuleTrace? = nil
  ) {
    self.tokens = tokens
    self.bytes = bytes
    self.lexicon = lexicon
    var classes = tokens.map { lexicon.vocabulary.classes(of: $0.word) }
    // "IS" is a name here and not a verb.
    for force in forces {
      for index in force.tokens { classes[index - tokens.startIndex].remove(.be) }
    }
    self.classes = classes
    self.mentions = mentions
    self.forces = forces
    self.paragraph = paragraph
    self.paragraphStart = paragraphStart
    self.previousPlace = previousPlace
    self.trace = trace
  }

  var vocabulary: Vocabulary { _read { yield lexicon.vocabulary } }
  var names: GazetteerIndex { _read { yield lexicon.names } }

  /// The actors for whom words such as "militants" stand.
  var irregulars: Set<ActorID> { lexicon.forces.irregulars }

  /// Whether it names a place, or parties that may do something to the place named before.
  var isAboutPlaces: Bool {
    !mentions.isEmpty || (previousPlace != nil && !forces.isEmpty)
  }
}

/// Questions about tokens.
extension Sentence {
  /// The classes of a token; none outside the sentence.
  func classes(_ index: Int) -> WordClasses {
    range.contains(index) ? classes[index - tokens.startIndex] : []
  }

  /// Whether a token is of a class.
  func isAny(_ index: Int, _ wanted: WordClass) -> Bool {
    range.contains(index) && classes[index - tokens.startIndex].contains(wanted)
  }

  /// Whether a token is of one of some classes.
  func isAny(_ index: Int, _ wanted: WordClasses) -> Bool {
    range.contains(index) && !classes[index - tokens.startIndex].isDisjoint(with: wanted)
  }

  /// Whether a token is one of the words that rules ask for by themselves.
  func isWord(_ index: Int, _ word: FunctionWord) -> Bool {
    range.contains(index) && tokens[index].is(word)
  }

  /// A known word in small letters; empty for another, and outside the sentence.
  func word(_ index: Int) -> String {
    range.contains(index) ? vocabulary.text(of: tokens[index].word) : ""
  }

  /// The number of a word in the vocabulary; -1 for another, and outside the sentence.
  func wordNumber(_ index: Int) -> Int32 { range.contains(index) ? tokens[index].word : -1 }

  /// The direction that a token names.
  func direction(_ index: Int) -> Direction? { vocabulary.direction(of: wordNumber(index)) }

  /// The letters of a token.
  func text(_ index: Int) -> String { String(decoding: bytes[tokens[index].range], as: UTF8.self) }

  /// The letters of a token in small letters; empty outside the sentence.
  func smallText(_ index: Int) -> String { range.contains(index) ? text(index).lowercased() : "" }

  /// The letters of some tokens with what stands between them.
  func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return String(
      decoding: bytes[stretch(from: Int(tokens[first].start), to: Int(tokens[last].end))],
      as: UTF8.self)
  }

  /// Where some tokens stand in the text.
  func span(_ range: Range<Int>) -> TextSpan { tokens.span(range, in: paragraph) }

  func isPunctuation(_ index: Int) -> Bool {
    range.contains(index) ? tokens[index].isPunctuation : true
  }

  func kind(_ index: Int) -> Token.Kind? { range.contains(index) ? tokens[index].kind : nil }

  /// Whether a token is a word that nothing is known of, written small: mostly a noun or adjective.
  func isPlainWord(_ index: Int) -> Bool {
    guard range.contains(index) else { return false }
    let token = tokens[index]
    return token.isWord && !token.isCapital
      && classes(index).isDisjoint(with: vocabulary.senses)
      && vocabulary.controlForms(of: token.word).isEmpty
  }

  /// Whether a word ends in "ly" and so is an adverb.
  func isAdverb(_ index: Int) -> Bool {
    guard range.contains(index) else { return false }
    if isAny(index, [.adverb, .doubt]) { return true }
    let token = tokens[index]
    return token.isWord && token.range.count > 4 && bytes[Int(token.end) - 1] == UInt8(ascii: "y")
      && bytes[Int(token.end) - 2] == UInt8(ascii: "l")
  }

  /// Whether a token may be a verb of any kind in its past tense or its form in "-ing".
  func isVerbLike(_ index: Int) -> Bool {
    guard range.contains(index), !isAny(index, [.determiner, .preposition, .kind]) else {
      return false
    }
    let token = tokens[index]
    guard token.isWord, !token.isCapital, token.range.count > 4, !token.isJoined else {
      return false
    }
    if index + 1 < tokens.endIndex, tokens[index + 1].isJoined { return false }
    if isAny(index - 1, .determiner) { return false }
    let end = Int(token.end)
    let isPast = bytes[end - 1] == UInt8(ascii: "d") && bytes[end - 2] == UInt8(ascii: "e")
    let isGerund =
      bytes[end - 1] == UInt8(ascii: "g") && bytes[end - 2] == UInt8(ascii: "n")
      && bytes[end - 3] == UInt8(ascii: "i")
    return isPast || isGerund
  }

  /// Whether a word stands for some of a party's troops: "vehicles", "members".
  func isTroopNoun(_ index: Int) -> Bool {
    isAny(index, .troopNoun) && !tokens[index].isCapital
  }

  /// Whether a token is a name that no table has.
  func isUnknownName(_ index: Int) -> Bool {
    guard range.contains(index) else { return false }
    let token = tokens[index]
    return token.isWord && token.isCapital && token.word < 0 && force(containing: index) == nil
  }
}

/// Questions about what is named.
extension Sentence {
  /// The party that ends or begins at a token.
  func force(endingAt index: Int) -> Int? {
    forces.firstIndex { $0.tokens.upperBound == index + 1 }
  }
  func force(beginningAt index: Int) -> Int? { forces.firstIndex { $0.tokens.lowerBound == index } }
  func force(containing index: Int) -> Int? { forces.firstIndex { $0.tokens.contains(index) } }
  func mention(containing index: Int) -> Int? { mentions.firstIndex { $0.tokens.contains(index) } }

  /// Whether a token belongs to an expression of time.
  func isTime(_ index: Int) -> Bool { times.contains { $0.tokens.contains(index) } }
}
