/// Finds names that are spelt as no table spells them, where the text says that they are places:
/// after "al-", in a list of places, beside a word for a kind of place.
struct SpellingFinder {
  private let mentions: [PlaceMention]
  private let names: GazetteerIndex
  private let vocabulary: Vocabulary
  private let bytes: UnsafeBufferPointer<UInt8>
  private var next = 0
  private var last: PlaceMention?

  /// Begins with the mentions of a text.
  init(
    _ mentions: [PlaceMention], _ names: GazetteerIndex, _ vocabulary: Vocabulary,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.mentions = mentions
    self.names = names
    self.vocabulary = vocabulary
    self.bytes = bytes
  }

  /// The mentions in the next tokens of the text, which are some of those given, with those put in
  /// that sound like one place of the theatre, in order.
  ///
  /// - Complexity: O(*n*), for *n* tokens.
  mutating func mentions(in range: Range<Int>, of tokens: TokenSlice) -> [PlaceMention] {
    guard !mentions.isEmpty else { return [] }
    var completed: [PlaceMention] = []
    var index = max(range.lowerBound, last?.tokens.upperBound ?? 0)
    while index < range.upperBound {
      if next < mentions.count, mentions[next].tokens.lowerBound <= index {
        index = max(mentions[next].tokens.upperBound, index + 1)
        completed.append(mentions[next])
        last = mentions[next]
        next += 1
        continue
      }
      let following = next < mentions.count ? mentions[next] : nil
      if let found = mention(at: index, after: last, before: following, in: tokens, bytes) {
        completed.append(found)
        last = found
      }
      index += 1
    }
    return completed
  }

  private func mention(
    at index: Int, after last: PlaceMention?, before next: PlaceMention?,
    in tokens: TokenSlice, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> PlaceMention? {
    let token = tokens[index]
    guard token.isWord, token.isCapital, token.word < 0, token.range.count >= 5 else { return nil }
    let isPlural =
      index + 1 < tokens.endIndex && tokens[index + 1].isCapital
      && !tokens[index + 1].isPunctuation && tokens[index + 1].word < 0
    guard !isPlural else { return nil }
    let isMarked =
      isKind(index + 1, tokens) || (isWord(.of, index - 1, tokens) && isKind(index - 2, tokens))
      || joins(last?.tokens.upperBound, index, tokens)
      || joins(index + 1, next?.tokens.lowerBound, tokens)
    guard isMarked else { return nil }
    let places = names.places(soundingLike: token, bytes)
    guard places.count == 1 else { return nil }
    var start = index
    if index > tokens.startIndex, token.isJoined,
      vocabulary.classes(of: tokens[index - 1].word).contains(.article)
    {
      start -= 1
    }
    return PlaceMention(
      tokens: stretch(from: start, to: index + 1), place: places[0], certainty: .spelling
    )
  }

  private func isKind(_ index: Int, _ tokens: TokenSlice) -> Bool {
    tokens.indices.contains(index) && vocabulary.classes(of: tokens[index].word).contains(.kind)
  }

  private func isWord(_ word: FunctionWord, _ index: Int, _ tokens: TokenSlice) -> Bool {
    tokens.indices.contains(index) && tokens[index].is(word)
  }

  /// Whether a comma or "and" joins what ends before one token to what begins at another.
  private func joins(_ start: Int?, _ end: Int?, _ tokens: TokenSlice) -> Bool {
    guard let start, let end, start < end, end - start <= 3 else { return false }
    return stretch(from: start, to: end).allSatisfy { index in
      tokens[index].kind == .comma
        || !vocabulary.classes(of: tokens[index].word).isDisjoint(with: [.and, .article])
    }
  }
}
