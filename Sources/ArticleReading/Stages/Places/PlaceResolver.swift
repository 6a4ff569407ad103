internal import Theatre
internal import TypedIndices

/// Decides which place each mention of an article means, by the article's other places.
struct PlaceResolver {
  let names: GazetteerIndex
  let vocabulary: Vocabulary
  let bytes: UnsafeBufferPointer<UInt8>

  /// Resolves mentions, and leaves out those that are not places here: an ordinary word, a date, a
  /// person's name, a quarter of a city that the article does not speak of.
  ///
  /// - Complexity: O(*n d*), for *n* mentions and places *d* levels deep; each name of several places
  ///   adds their number once.
  func resolved(_ mentions: [PlaceMention], in tokens: ArraySlice<Token>) -> [PlaceMention] {
    guard !mentions.isEmpty else { return [] }
    let support = self.support(of: mentions)
    var kept: [PlaceMention] = []
    kept.reserveCapacity(mentions.count)
    let marked = markedEntries(mentions, in: tokens)
    // Which of several places is meant depends on nothing else.
    var choices: [Choice: PlaceID] = [:]
    for (index, mention) in mentions.enumerated() {
      var mention = mention
      let entry = names.entries[mention.entry]
      let kind = kindWord(beside: mention, in: tokens)
      let isListed = isInList(index, mentions, in: tokens)
      if entry.isDate, kind == nil, !isListed { continue }
      if isPersonsName(mention, in: tokens) { continue }
      if !mention.place.isKnown {
        let key = Choice(entry: mention.entry, kind: kind)
        mention.place = choices[key] ?? choice(among: entry, kind: kind, support)
        choices[key] = mention.place
        mention.certainty = .homonym
      }
      let isMarked = marked.contains(mention.entry)
      if entry.isOrdinary, !isMarked { continue }
      if isPartOfCity(mention.place), !isMarked, !cityIsNamed(mention.place, support) { continue }
      kept.append(mention)
    }
    return kept
  }

  /// A name of several places, and the kind that the text gives it.
  private struct Choice: Hashable {
    let entry: Int
    let kind: String?
  }

  /// The names that the article once marks as a place's: by "al-", a word for the kind, or a list.
  private func markedEntries(_ mentions: [PlaceMention], in tokens: ArraySlice<Token>) -> Set<Int> {
    var marked: Set<Int> = []
    for (index, mention) in mentions.enumerated() where !marked.contains(mention.entry) {
      if hasArticle(mention, in: tokens) || kindWord(beside: mention, in: tokens) != nil
        || isInList(index, mentions, in: tokens)
      {
        marked.insert(mention.entry)
      }
    }
    return marked
  }

  /// How often the article names each place or something in it, by names that leave no doubt.
  private func support(of mentions: [PlaceMention]) -> [PlaceID: Int] {
    var support: [PlaceID: Int] = [:]
    for mention in mentions where mention.place.isKnown && !names.entries[mention.entry].isOrdinary
    {
      for place in names.lineages[mention.place] { support[place, default: 0] += 1 }
    }
    return support
  }

  private func choice(
    among entry: GazetteerIndex.Entry, kind: String?, _ support: [PlaceID: Int]
  ) -> PlaceID {
    func score(_ place: PlaceID) -> Int {
      let above = names.lineages[place].dropFirst()
      // The nearest region that the article speaks of counts most; a country counts for all alike.
      let context = above.enumerated().reduce(0) { sum, level in
        sum + min(support[level.element] ?? 0, 20) * 64 >> (2 * level.offset)
      }
      let isOfKind = kind.map { names.places[place].kind == $0 } ?? false
      return context + (isOfKind ? 100_000 : 0) + (support[place] ?? 0)
    }
    let best = entry.places.enumerated().max { left, right in
      (score(left.element), -left.offset) < (score(right.element), -right.offset)
    }
    return best?.element ?? entry.places[0]
  }

  /// The kind that a text gives a place: "the village of X", "X district"; nil if it gives none.
  private func kindWord(beside mention: PlaceMention, in tokens: ArraySlice<Token>) -> String? {
    let (start, end) = (mention.tokens.lowerBound, mention.tokens.upperBound)
    if end < tokens.endIndex, !tokens[end - 1].isPossessive, let kind = kind(of: tokens[end]) {
      return kind
    }
    guard start - 2 >= tokens.startIndex else { return nil }
    if tokens[start - 1].is(.of) { return kind(of: tokens[start - 2]) }
    return kind(of: tokens[start - 1])
  }

  private func kind(of token: Token) -> String? {
    vocabulary.kind(of: token.word)?.marks
  }

  /// Whether another place stands beside it in a list.
  private func isInList(
    _ index: Int, _ mentions: [PlaceMention], in tokens: ArraySlice<Token>
  ) -> Bool {
    func joins(_ left: PlaceMention, _ right: PlaceMention) -> Bool {
      let between = stretch(from: left.tokens.upperBound, to: right.tokens.lowerBound)
      return !between.isEmpty && between.count <= 3
        && between.allSatisfy {
          tokens[$0].kind == .comma
            || !vocabulary.classes(of: tokens[$0].word).isDisjoint(with: [.and, .kind, .determiner])
        }
    }
    return (index > 0 && joins(mentions[index - 1], mentions[index]))
      || (index + 1 < mentions.count && joins(mentions[index], mentions[index + 1]))
  }

  private func hasArticle(_ mention: PlaceMention, in tokens: ArraySlice<Token>) -> Bool {
    let first = tokens[mention.tokens.lowerBound]
    return mention.tokens.count > 1
      && !vocabulary.classes(of: first.word).isDisjoint(with: [.article, .quarterword])
  }

  /// Whether the name is the end of a person's: a title or a first name stands before it.
  private func isPersonsName(_ mention: PlaceMention, in tokens: ArraySlice<Token>) -> Bool {
    guard mention.tokens.lowerBound > tokens.startIndex else { return false }
    let before = tokens[mention.tokens.lowerBound - 1]
    guard before.isWord, before.isCapital, !before.shape.contains(.foreign) else { return false }
    let classes = vocabulary.classes(of: before.word)
    if classes.contains(.title) { return true }
    guard before.word < 0 else { return false }
    let isFirst =
      mention.tokens.lowerBound - 1 == tokens.startIndex
      || tokens[mention.tokens.lowerBound - 2].kind == .stop
    let entry = names.entries[mention.entry]
    return !isFirst && (hasArticle(mention, in: tokens) || entry.isOrdinary)
  }

  private func isPartOfCity(_ place: PlaceID) -> Bool {
    guard names.places[place].kind == "quarter" || names.places[place].kind == "landmark" else {
      return false
    }
    return names.lineages[place].dropFirst().contains {
      ["city", "city_part", "town"].contains(names.places[$0].kind)
    }
  }

  /// Whether the article names the city of a quarter, or something else in it.
  private func cityIsNamed(_ place: PlaceID, _ support: [PlaceID: Int]) -> Bool {
    let own = support[place] ?? 0
    return names.lineages[place].dropFirst().contains { above in
      let kind = names.places[above].kind
      let isWide = kind == "country" || kind == "governorate" || kind == "district"
      return !isWide && (support[above] ?? 0) > own
    }
  }
}
