/// Finds the parties that an article names, and those meant by "the troops" and "the fighters".
struct PartyStage: SectionStage {
  let name = "parties"
  let needs: Set<Layer> = [.tokens, .namedPlaces]
  let gives: Set<Layer> = [.parties]

  /// Those of a paragraph that has not ended.
  private var current: [ForceMention] = []
  /// How many places begin before the paragraph's end.
  private var next = 0

  mutating func read(_ part: SectionTokens, _ document: inout Document, _ lexicon: Lexicon) {
    let named = document.namedPlaces
    for paragraph in part.section.paragraphs {
      if paragraph.start == paragraph.tokens.lowerBound { endParagraph(&document) }
      // A name may have begun in the section before.
      let first = max(next - 1, 0)
      while next < named.count, named[next].tokens.lowerBound < paragraph.tokens.upperBound {
        next += 1
      }
      lexicon.forces.findMentions(
        beginningIn: paragraph.tokens, of: part.tokens(upTo: paragraph),
        outside: named[stretch(from: first, to: next)], &current)
    }
  }

  mutating func finish(_ document: inout Document, _ lexicon: Lexicon) {
    endParagraph(&document)
    lexicon.forces.resolve(&document.parties)
  }

  private mutating func endParagraph(_ document: inout Document) {
    document.parties += current
    current.removeAll(keepingCapacity: true)
  }
}
