/// Takes the paragraphs apart into tokens and sentences, in sections.
struct SegmentationStage: DocumentStage {
  let name = "segmentation"
  let needs: Set<Layer> = []
  let gives: Set<Layer> = [.tokens]

  func read(_ document: inout Document, _ lexicon: Lexicon) {
    let cutter = SectionCutter(
      document.text, document.bytes, lexicon.vocabulary, size: document.sectionSize)
    document.sections = cutter.sections
    document.onlyTokens = cutter.onlyTokens
    document.hasCutSentence = cutter.hasCutSentence
  }
}
