/// Finds names that a text calls a place and the table lacks.
struct UnknownPlaceFinder {
  let sentence: Sentence

  /// "The village of X", "X district", and names in a list of known places.
  func unknown() -> [DraftUnknown] {
    var found: [DraftUnknown] = []
    var index = sentence.range.lowerBound
    while index < sentence.range.upperBound {
      let token = sentence.tokens[index]
      guard token.isCapital || sentence.isAny(index, .article), isFree(index),
        let name = nameBeginning(at: index)
      else {
        index += 1
        continue
      }
      if let kind = kind(beside: name) {
        found.append(
          DraftUnknown(
            name: sentence.text(name), kind: kind, tokens: name))
      }
      index = name.upperBound
    }
    return found
  }

  private func isFree(_ index: Int) -> Bool {
    sentence.mention(containing: index) == nil && sentence.force(containing: index) == nil
  }

  /// The capitalized words from a token on, with "al-" before and between them.
  private func nameBeginning(at start: Int) -> Range<Int>? {
    var index = start
    var hasName = false
    while sentence.range.contains(index), isFree(index) {
      let token = sentence.tokens[index]
      let isArticle =
        sentence.isAny(index, .article) && sentence.range.contains(index + 1)
        && sentence.tokens[index + 1].isJoined
      guard isArticle || (token.isWord && token.isCapital) else { break }
      if !isArticle {
        guard token.word < 0 || hasName && sentence.isAny(index, .facility) else { break }
        hasName = true
      }
      index += 1
      if token.isPossessive { break }
    }
    return hasName ? stretch(from: start, to: index) : nil
  }

  /// What kind of place the text calls a name; nil if it does not call it one.
  private func kind(beside name: Range<Int>) -> String? {
    let behind = name.upperBound
    if sentence.isAny(behind, .kind), !sentence.tokens[name.upperBound - 1].isPossessive {
      return sentence.word(behind)
    }
    if sentence.isWord(name.lowerBound - 1, .of), sentence.isAny(name.lowerBound - 2, .kind) {
      return sentence.word(name.lowerBound - 2)
    }
    let isListed =
      (joins(name.upperBound)
        && sentence.mention(containing: skipArticle(name.upperBound + 1)) != nil)
      || (joins(name.lowerBound - 1) && sentence.mention(containing: name.lowerBound - 2) != nil
        && (joins(name.upperBound) || sentence.isPunctuation(name.upperBound)))
    // A person's name stands before commas too; a title or a report tells.
    let isPerson =
      sentence.isAny(name.lowerBound - 1, [.title, .report]) || sentence.isAny(behind, .report)
    return isListed && !isPerson && name.count <= 2 ? "" : nil
  }

  private func joins(_ index: Int) -> Bool {
    sentence.range.contains(index)
      && (sentence.kind(index) == .comma || sentence.isAny(index, .and))
  }

  private func skipArticle(_ index: Int) -> Int {
    sentence.isAny(index, [.article, .and]) ? index + 1 : index
  }
}
