/// Takes the paragraphs apart into tokens and sentences.
struct SegmentationStage: DocumentStage {
  let name = "segmentation"
  let needs: Set<Layer> = []
  let gives: Set<Layer> = [.tokens]

  func read(_ document: inout Document, _ lexicon: Lexicon) {
    var tokens: [Token] = []
    tokens.reserveCapacity(document.bytes.count / 5)
    for (index, range) in document.text.paragraphs.enumerated() {
      let start = tokens.count
      var tokenizer = Tokenizer(document.bytes, range, lexicon.vocabulary)
      tokenizer.tokenize(into: &tokens)
      let (sentences, wasCut) = Sentences.ranges(of: tokens[start...])
      document.hasCutSentence = document.hasCutSentence || wasCut
      document.paragraphs.append(
        Document.Paragraph(
          number: index + 1, tokens: stretch(from: start, to: tokens.count), sentences: sentences))
    }
    document.tokens = tokens
  }
}
