/// Finds names that a sentence calls a place and the table lacks.
struct UnknownPlaceStage: SentenceStage {
  let name = "unknown places"
  let needs: Set<Layer> = [.tokens, .places, .parties, .readSentences]
  let gives: Set<Layer> = [.unknownPlaces]

  func read(_ sentence: Sentence) {
    guard sentence.isRead else { return }
    sentence.unknownPlaces = UnknownPlaceFinder(sentence: sentence).unknown()
  }
}
