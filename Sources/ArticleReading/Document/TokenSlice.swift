/// Some of the tokens of a text, by their numbers in the whole text.
struct TokenSlice: RandomAccessCollection {
  /// The tokens, and perhaps others before and after them.
  private let tokens: [Token]
  /// The number of the first of those.
  private let base: Int
  let startIndex: Int
  let endIndex: Int

  /// All of some tokens, the first of which has a number.
  init(_ tokens: [Token], from base: Int = 0) {
    self.init(tokens, base, base, base + tokens.count)
  }

  private init(_ tokens: [Token], _ base: Int, _ startIndex: Int, _ endIndex: Int) {
    self.tokens = tokens
    self.base = base
    self.startIndex = startIndex
    self.endIndex = endIndex
  }

  subscript(index: Int) -> Token {
    precondition(index >= startIndex && index < endIndex, "there is no such token")
    return tokens[index - base]
  }

  subscript(range: Range<Int>) -> TokenSlice {
    precondition(
      range.lowerBound >= startIndex && range.upperBound <= endIndex, "there are no such tokens")
    return TokenSlice(tokens, base, range.lowerBound, range.upperBound)
  }

  func index(after index: Int) -> Int { index + 1 }
  func index(before index: Int) -> Int { index - 1 }
  func index(_ index: Int, offsetBy distance: Int) -> Int { index + distance }
  func distance(from start: Int, to end: Int) -> Int { end - start }

  /// Where some of the tokens stand in the text.
  ///
  /// - Precondition: there is a token.
  func span(_ range: Range<Int>, in paragraph: Int) -> TextSpan {
    let first = Swift.min(Swift.max(range.lowerBound, startIndex), endIndex - 1)
    let last = Swift.min(Swift.max(range.upperBound - 1, first), endIndex - 1)
    return TextSpan(
      range: stretch(from: Int(self[first].start), to: Int(self[last].end)), paragraph: paragraph)
  }
}
