internal import Algorithms

/// Adds the places that are meant without their names.
struct ReferenceStage: SectionStage {
  let name = "references"
  let needs: Set<Layer> = [.tokens, .namedPlaces]
  let gives: Set<Layer> = [.places]

  private var finder: ReferenceFinder?
  /// The paragraph of the last token of the section before.
  private var lastParagraph = 1

  mutating func read(_ part: SectionTokens, _ document: inout Document, _ lexicon: Lexicon) {
    var finder =
      finder ?? ReferenceFinder(document.namedPlaces, lexicon.names, lexicon.vocabulary)
    document.mentions.reserveCapacity(document.namedPlaces.count)
    document.places = finder.places(in: part.section.tokens, of: part.tokens)
    self.finder = finder
    document.mentions += document.places.map { mention in
      let paragraph = part.section.paragraph(at: mention.tokens.lowerBound) ?? lastParagraph
      return Mention(
        place: mention.place, span: part.tokens.span(mention.tokens, in: paragraph),
        isReference: mention.isReference)
    }
    lastParagraph =
      part.section.paragraph(at: part.section.tokens.upperBound - 1) ?? lastParagraph
  }

  /// Gives back what nobody needs any more: a long text has a million names.
  mutating func finish(_ document: inout Document, _ lexicon: Lexicon) {
    finder = nil
    document.namedPlaces = []
    document.places = []
  }
}

extension Section {
  /// The number of the paragraph of a token; nil if the section begins behind it.
  fileprivate func paragraph(at token: Int) -> Int? {
    let next = paragraphs.partitioningIndex { $0.tokens.lowerBound > token }
    return next == 0 ? nil : paragraphs[next - 1].number
  }
}
