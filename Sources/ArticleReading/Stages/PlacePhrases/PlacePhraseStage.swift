/// Reads the words around the places of a sentence.
struct PlacePhraseStage: SentenceStage {
  let name = "place phrases"
  let needs: Set<Layer> = [.tokens, .places, .parties, .readSentences]
  let gives: Set<Layer> = [.phrases]

  func read(_ sentence: Sentence) {
    guard sentence.isRead, sentence.isAboutPlaces else { return }
    sentence.groups = PlaceGrouper(sentence: sentence).groups()
  }
}
