internal import TheatreModel

/// A sentence with everything that was found in it.
struct Sentence {
  /// The article's tokens; indices below are of this array.
  let tokens: ArraySlice<Token>
  /// The classes of each token, from the first.
  let classes: [WordClasses]
  let bytes: UnsafeBufferPointer<UInt8>
  private let language: Language
  let mentions: [PlaceMention]
  let forces: [ForceMention]
  var times: [TimeExpression] = []
  /// The place that the sentence before named last.
  var previousPlace: PlaceMention?

  var range: Range<Int> { tokens.startIndex..<tokens.endIndex }

  init(
    _ tokens: ArraySlice<Token>, _ bytes: UnsafeBufferPointer<UInt8>, _ language: Language,
    mentions: [PlaceMention], forces: [ForceMention]
  ) {
    self.tokens = tokens
    self.bytes = bytes
    self.language = language
    var classes = tokens.map { language.vocabulary.classes(of: $0.word) }
    // "IS" is a name here and no verb.
    for force in forces {
      for index in force.tokens { classes[index - tokens.startIndex].remove(.be) }
    }
    self.classes = classes
    self.mentions = mentions
    self.forces = forces
  }

  var vocabulary: Vocabulary { _read { yield language.vocabulary } }
  var lexicon: ControlLexicon { _read { yield language.lexicon } }
  var names: GazetteerIndex { _read { yield language.names } }

  /// The classes of a token; none outside the sentence.
  func classes(_ index: Int) -> WordClasses {
    range.contains(index) ? classes[index - tokens.startIndex] : []
  }

  /// A known word in small letters; empty for another, and outside the sentence.
  func word(_ index: Int) -> String {
    range.contains(index) ? vocabulary.text(of: tokens[index].word) : ""
  }

  /// The letters of a token.
  func text(_ index: Int) -> String { String(decoding: bytes[tokens[index].range], as: UTF8.self) }

  /// The letters of some tokens with what stands between them.
  func text(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return String(
      decoding: bytes[Int(tokens[first].start)..<Int(tokens[last].end)], as: UTF8.self)
  }

  /// Whether a token is of one of some classes.
  func isAny(_ index: Int, _ wanted: WordClasses) -> Bool {
    !classes(index).isDisjoint(with: wanted)
  }

  func isPunctuation(_ index: Int) -> Bool {
    range.contains(index) ? tokens[index].isPunctuation : true
  }

  func kind(_ index: Int) -> Token.Kind? { range.contains(index) ? tokens[index].kind : nil }

  /// Whether a token is a word that nothing is known of, written small: mostly a noun or adjective.
  func isPlainWord(_ index: Int) -> Bool {
    guard range.contains(index) else { return false }
    let token = tokens[index]
    return token.isWord && !token.isCapital && classes(index) == []
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
    [
      "vehicles", "members", "elements", "fighters", "units", "soldiers", "troops", "men",
      "convoys",
    ]
    .contains(range.contains(index) ? text(index) : "")
  }

  /// The party that ends or begins at a token.
  func force(endingAt index: Int) -> Int? {
    forces.firstIndex { $0.tokens.upperBound == index + 1 }
  }
  func force(beginningAt index: Int) -> Int? { forces.firstIndex { $0.tokens.lowerBound == index } }
  func force(containing index: Int) -> Int? { forces.firstIndex { $0.tokens.contains(index) } }
  func mention(containing index: Int) -> Int? { mentions.firstIndex { $0.tokens.contains(index) } }
}
