internal import Theatre
internal import TypedIndices

/// What the words around a place's name make of it. In traces the place and its uses: `mosul
/// partial`, `mosul itself`.
protocol PlacePhraseRule: ReadingRule {}

/// What stands before "of" and a name: "parts of X".
protocol OfRule: PlacePhraseRule {
  /// Reads the word before an "of".
  ///
  /// - Returns: nil if the next rule is to be asked.
  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome?
}

/// Where the words before an "of" are read on.
enum OfOutcome {
  /// They belong to the phrase; it is read on at a token.
  case goesOn(at: Int)
  /// The phrase begins after the "of".
  case ends
}

/// What stands after a name: "X police", "X's eastern half".
protocol BehindNameRule: PlacePhraseRule {
  /// Reads the token after a name.
  ///
  /// - Returns: false if the next rule is to be asked.
  func read(_ end: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) -> Bool
}

/// What governs a phrase: "from X", "near X".
protocol GovernorRule: PlacePhraseRule {
  /// Reads the word before a phrase.
  func read(_ governor: Int, _ phrase: inout PlacePhrase, in sentence: Sentence)
}

extension RuleTrace {
  func note(_ rule: any PlacePhraseRule, _ phrase: PlacePhrase, in sentence: Sentence) {
    note(rule, "\(sentence.names.places[phrase.mention.place].id) \(phrase.use.words)")
  }
}
