/// Splits the tokens of a paragraph into sentences.
enum Sentences {
  /// The most tokens of a sentence; longer ones are cut, so that no text takes more than linear
  /// time.
  static let mostTokens = 400

  /// The most quotation marks and brackets that belong to a sentence after its stop.
  static let mostClosingMarks = 16

  /// How many tokens show the end of the sentence that the first of them begins, wherever it is.
  static let mostInOne = mostTokens + 2 * lookahead

  /// How many tokens after its stop tell where a sentence ends.
  static let lookahead = mostClosingMarks + 1

  /// The sentences, and whether one had to be cut.
  static func ranges(of tokens: TokenSlice) -> (
    ranges: [Range<Int>], wasCut: Bool
  ) {
    var ranges: [Range<Int>] = []
    var wasCut = false
    var start = tokens.startIndex
    var index = start
    while index < tokens.endIndex {
      let isEnd = tokens[index].kind == .stop && endsSentence(index, in: tokens)
      index += 1
      if isEnd {
        // Quotation marks and brackets after the stop belong to the sentence.
        let end = index + mostClosingMarks
        while index < min(end, tokens.endIndex), tokens[index].shape.contains(.close),
          tokens[index].kind == .closeQuote || tokens[index].kind == .close
        {
          index += 1
        }
        ranges.append(stretch(from: start, to: index))
        start = index
      } else if index - start == mostTokens {
        ranges.append(stretch(from: start, to: index))
        start = index
        wasCut = true
      }
    }
    if start < tokens.endIndex { ranges.append(stretch(from: start, to: tokens.endIndex)) }
    return (ranges, wasCut)
  }

  /// Whether a sentence ends at a stop: a small letter after it speaks against that.
  private static func endsSentence(_ index: Int, in tokens: TokenSlice) -> Bool {
    guard index + 1 < tokens.endIndex else { return true }
    let next = tokens[index + 1]
    if next.shape.contains(.newLine) { return true }
    return !next.isWord || next.isCapital || next.shape.contains(.foreign)
  }
}
