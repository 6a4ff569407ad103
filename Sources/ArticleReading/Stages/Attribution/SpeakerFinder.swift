/// Tells who speaks by the words before or after a verb of saying.
struct SpeakerFinder {
  let sentence: Sentence

  /// The speaker before a verb.
  func speaker(before verb: Int) -> Attribution? {
    var start = verb
    while start > sentence.range.lowerBound, verb - start < 14 {
      let index = start - 1
      if sentence.isPunctuation(index) || sentence.isAny(index, [.relative, .and, .be, .have]) {
        break
      }
      start = index
    }
    return start < verb ? named(stretch(from: start, to: verb)) : nil
  }

  /// The speaker from a token on.
  func speaker(behind start: Int) -> Attribution? {
    var end = start
    while end < sentence.range.upperBound, end - start < 14 {
      if sentence.isPunctuation(end), sentence.kind(end) != .dash { break }
      if sentence.isAny(end, .report) { break }
      end += 1
    }
    return end > start ? named(stretch(from: start, to: end)) : nil
  }

  /// The speaker that some words name; nil if they name nobody.
  private func named(_ tokens: Range<Int>) -> Attribution? {
    let names = tokens.contains {
      sentence.tokens[$0].isCapital && sentence.tokens[$0].isWord
    }
    let kind = kind(of: tokens)
    if sentence.isAny(tokens.lowerBound, .pronoun), tokens.count == 1 {
      return Attribution(words: sentence.text(tokens), kind: .other)
    }
    guard names || kind != .other else { return nil }
    return Attribution(words: sentence.text(tokens), kind: kind)
  }

  private func kind(of tokens: Range<Int>) -> Attribution.Kind {
    if tokens.contains(where: { sentence.isAny($0, .agency) }) { return .agency }
    if tokens.contains(where: { sentence.isAny($0, .witness) && !sentence.isAny($0, .official) }) {
      return .witness
    }
    let isOfficial = tokens.contains { index in
      sentence.isAny(index, [.official, .title]) || sentence.force(containing: index) != nil
    }
    return isOfficial ? .official : .other
  }
}
