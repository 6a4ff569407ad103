/// Finds the places that an article names.
struct PlaceNameStage: DocumentStage {
  let name = "place names"
  let needs: Set<Layer> = [.tokens]
  let gives: Set<Layer> = [.placeNames]

  func read(_ document: inout Document, _ lexicon: Lexicon) {
    let (names, vocabulary) = (lexicon.names, lexicon.vocabulary)
    let finder = PlaceFinder(names: names, vocabulary: vocabulary)
    let resolver = PlaceResolver(names: names, vocabulary: vocabulary, bytes: document.bytes)
    var found: [PlaceMention] = []
    for paragraph in document.paragraphs {
      found += finder.mentions(in: document.tokens[paragraph.tokens], document.bytes)
    }
    document.placeNames = SpellingFinder(names: names, vocabulary: vocabulary).completed(
      resolver.resolved(found, in: document.tokens[...]), in: document.tokens[...], document.bytes)
  }
}
