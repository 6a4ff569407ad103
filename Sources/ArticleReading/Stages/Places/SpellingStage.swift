/// Adds the places whose names are spelt otherwise.
struct SpellingStage: SectionStage {
  let name = "spellings"
  let needs: Set<Layer> = [.tokens, .placeNames]
  let gives: Set<Layer> = [.namedPlaces]

  private var finder: SpellingFinder?

  mutating func read(_ part: SectionTokens, _ document: inout Document, _ lexicon: Lexicon) {
    var finder =
      finder
      ?? SpellingFinder(document.placeNames, lexicon.names, lexicon.vocabulary, document.bytes)
    document.namedPlaces += finder.mentions(in: part.section.tokens, of: part.tokens)
    self.finder = finder
  }

  /// Gives back what nobody needs any more: a long text has a million names.
  mutating func finish(_ document: inout Document, _ lexicon: Lexicon) {
    finder = nil
    document.placeNames = []
  }
}
