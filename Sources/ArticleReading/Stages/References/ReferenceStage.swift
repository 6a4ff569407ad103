/// Adds the places that are meant without their names.
struct ReferenceStage: DocumentStage {
  let name = "references"
  let needs: Set<Layer> = [.tokens, .placeNames]
  let gives: Set<Layer> = [.places]

  func read(_ document: inout Document, _ lexicon: Lexicon) {
    document.places = ReferenceFinder(names: lexicon.names, vocabulary: lexicon.vocabulary)
      .completed(document.placeNames, in: document.tokens[...])
  }
}
