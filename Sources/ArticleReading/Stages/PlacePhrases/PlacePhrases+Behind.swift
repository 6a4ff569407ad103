internal import TheatreModel

/// Reads the words behind a place's name.
extension Sentence {
  func readBehind(_ phrase: inout PlacePhrase) {
    let end = phrase.mention.tokens.upperBound
    guard range.contains(end), !isPunctuation(end) else { return }
    if isAny(end, .compass), word(end + 1) == "of", let direction = Direction.plain(word(end)),
      ["tigris", "river", "euphrates"].contains(word(end + 2))
        || ["tigris", "river", "euphrates"].contains(word(end + 3))
    {
      // "Mosul west of the Tigris".
      apply(direction, to: &phrase)
    } else if tokens[end].isJoined {
      phrase.use.insert(.modifier)
    } else if isAny(end, .kind), word(end + 1) == "of", isPart(placeAt: end + 2, of: phrase) {
      phrase.use.insert(.modifier)
    } else if tokens[end - 1].isPossessive {
      readPossession(at: end, &phrase)
    } else if isAny(end, .kind) && !tokens[end].isCapital
      || isAny(end, .kind) && phrase.mention.tokens.count > 0 && !isAny(end + 1, [.modified])
    {
      phrase.tokens = phrase.tokens.lowerBound..<end + 1
      if isAny(end + 1, .core), !isAny(end + 1, [.determiner]) {
        phrase.use.insert(.core)
        phrase.tokens = phrase.tokens.lowerBound..<end + 2
      } else if tokens[end].isPossessive {
        readPossession(at: end + 1, &phrase)
      } else if isAny(end + 1, .modified) && !tokens[end].isPossessive && !isAny(end + 1, .report) {
        phrase.use.insert(.modifier)
      }
    } else if isAny(end, .core), !isAny(end, [.determiner]) {
      phrase.use.insert(.core)
      phrase.tokens = phrase.tokens.lowerBound..<end + 1
    } else if isAny(end, .rim) && !isAny(end, .preposition) {
      phrase.use.insert(.rim)
    } else if isAny(end, [.modified, .facility]) && force(beginningAt: end) == nil
      || isPlainWord(end)
        && (isAny(end + 1, [.facility, .modified])
          || isPlainWord(end + 1) && isAny(end + 2, [.facility, .modified]))
    {
      phrase.use.insert(.modifier)
    } else if isUnknownName(end),
      isUnknownName(end + 1) || isAny(end + 1, [.facility, .modified])
        || isPunctuation(end + 1)
    {
      phrase.use.insert(.modifier)
    }
  }

  /// Reads "'s eastern half", "'s outskirts", "'s police".
  func readPossession(at start: Int, _ phrase: inout PlacePhrase) {
    var index = start
    var direction: String?
    while isAny(index, [.adjective, .ordinal, .number, .compass, .adverb]) || isPlainWord(index) {
      if isAny(index, .compass) { direction = Direction.plain(word(index)) ?? direction }
      index += 1
      if index - start > 3 { break }
    }
    if isAny(index, .rim) {
      phrase.use.insert(.rim)
    } else if isAny(index, .core), !isAny(index, .determiner) {
      phrase.use.insert(.core)
      phrase.tokens = phrase.tokens.lowerBound..<index + 1
    } else if let direction,
      isAny(index, .bank) || index > start && isAny(index - 1, .compass) && !isAny(index, .kind)
    {
      phrase.tokens = phrase.tokens.lowerBound..<(isAny(index, .bank) ? index + 1 : index)
      apply(direction, to: &phrase)
      if isAny(index, .generic) { phrase.use.insert(.partial) }
    } else if isAny(index, [.generic, .partial]) {
      phrase.use.insert(.partial)
      phrase.tokens = phrase.tokens.lowerBound..<index + 1
    } else if vocabulary.controlForms(of: range.contains(index) ? tokens[index].word : -1)
      .contains(where: { $0.form == .noun })
    {
      phrase.noun = index
    } else {
      phrase.use.insert(.modifier)
    }
  }

  /// Whether a phrase tells where the place at a token lies ("the Mosul suburb of X") rather than the
  /// other way round ("the Karama district of Mosul").
  private func isPart(placeAt index: Int, of phrase: PlacePhrase) -> Bool {
    guard let inner = mention(containing: index), mentions[inner].place >= 0 else { return false }
    guard phrase.mention.place >= 0 else { return false }
    return !names.lineages[phrase.mention.place].contains(mentions[inner].place)
  }
}
