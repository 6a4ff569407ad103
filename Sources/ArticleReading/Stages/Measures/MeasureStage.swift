/// Finds what a sentence states of the ground.
struct MeasureStage: SentenceStage {
  let name = "measures"
  let needs: Set<Layer> = [.tokens, .places, .parties, .readSentences]
  let gives: Set<Layer> = [.measures]

  func read(_ sentence: Sentence) {
    guard sentence.isRead, sentence.isAboutPlaces else { return }
    sentence.measures = MeasureFinder(sentence: sentence).measures()
  }
}
