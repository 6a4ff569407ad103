internal import Theatre
internal import TypedIndices

/// Finds the places that a text means without their names: "the town", "the eastern half of the
/// city".
struct ReferenceFinder {
  private let mentions: [PlaceMention]
  private let names: GazetteerIndex
  private let vocabulary: Vocabulary
  private let cities: [Direction: PlaceID]
  private var lastOfKind: [String: PlaceID] = [:]
  private var next = 0
  /// The token after the last place.
  private var end = 0

  /// Begins with the places that a text names.
  init(_ mentions: [PlaceMention], _ names: GazetteerIndex, _ vocabulary: Vocabulary) {
    self.mentions = mentions
    self.names = names
    self.vocabulary = vocabulary
    cities = names.mainCities(mentions)
  }

  /// The places named or meant in the next tokens of the text, which are some of those given, in
  /// order.
  ///
  /// - Complexity: O(*n*), for *n* tokens.
  mutating func places(in range: Range<Int>, of tokens: TokenSlice) -> [PlaceMention] {
    guard !mentions.isEmpty else { return [] }
    var completed: [PlaceMention] = []
    var index = max(range.lowerBound, end)
    while index < range.upperBound {
      if next < mentions.count, mentions[next].tokens.lowerBound <= index {
        index = max(mentions[next].tokens.upperBound, index + 1)
        completed.append(mentions[next])
        end = mentions[next].tokens.upperBound
        lastOfKind[names.places[mentions[next].place].kind] = mentions[next].place
        next += 1
        continue
      }
      let classes = vocabulary.classes(of: tokens[index].word)
      if !classes.isDisjoint(with: [.kind, .bank]) {
        let limit = next < mentions.count ? mentions[next].tokens.lowerBound : tokens.endIndex
        if let found = reference(at: index, before: limit, lastOfKind, cities, in: tokens),
          // What belongs to a name already is not meant a second time.
          found.tokens.lowerBound >= end
        {
          completed.append(found)
          end = found.tokens.upperBound
          index = end
          continue
        }
      }
      index += 1
    }
    return completed
  }

  private func reference(
    at index: Int, before limit: Int, _ lastOfKind: [String: PlaceID],
    _ cities: [Direction: PlaceID],
    in tokens: TokenSlice
  ) -> PlaceMention? {
    let classes = vocabulary.classes(of: tokens[index].word)
    if classes.contains(.bank), let part = partOfCity(at: index, limit, cities, in: tokens) {
      return part
    }
    guard classes.contains(.kind), !classes.contains(.generic) else { return nil }
    return sameAgain(at: index, limit, lastOfKind, in: tokens)
  }

  /// "The east bank", "the western half (of the city)": the part of the city that the article names
  /// most.
  private func partOfCity(
    at index: Int, _ limit: Int, _ cities: [Direction: PlaceID], in tokens: TokenSlice
  ) -> PlaceMention? {
    guard index > tokens.startIndex,
      let direction = vocabulary.direction(of: tokens[index - 1].word)
    else { return nil }
    let isPlural = vocabulary.classes(of: tokens[index].word).contains(.generic)
    guard !isPlural, !tokens[index].is(.front) else { return nil }
    var end = index + 1
    if end + 1 < limit, tokens[end].is(.of) {
      var noun = end + 1
      if vocabulary.classes(of: tokens[noun].word).contains(.determiner) { noun += 1 }
      guard noun < limit else { return nil }
      guard tokens[noun].is(.city) || vocabulary.isA(tokens[noun].word, .riverWord) else {
        return nil
      }
      end = noun + 1
      if end < limit, tokens[end].is(.river) { end += 1 }
    } else if end < tokens.endIndex, end == limit || tokens[end].is(.of) {
      return nil
    }
    guard let city = cities[direction],
      let part = names.parts[GazetteerIndex.PartKey(city: city, direction: direction)]
    else { return nil }
    return PlaceMention(
      tokens: stretch(from: index - 1, to: end), place: part, certainty: .described)
  }

  /// "The town": the last place of that kind.
  private func sameAgain(
    at index: Int, _ limit: Int, _ lastOfKind: [String: PlaceID], in tokens: TokenSlice
  ) -> PlaceMention? {
    guard index > tokens.startIndex else { return nil }
    var first = index - 1
    if first > tokens.startIndex,
      vocabulary.isA(tokens[first].word, .wholeWord)
    {
      first -= 1
    }
    guard vocabulary.isA(tokens[first].word, .sameAgain) else { return nil }
    // "The city of X" and "the town X" name it themselves; "the city centre" is a part.
    if index + 1 < tokens.endIndex {
      let next = tokens[index + 1]
      if index + 1 == limit { return nil }
      if next.is(.of) || next.isJoined { return nil }
      if !next.isPunctuation, !tokens[index].isPossessive,
        !vocabulary.classes(of: next.word).isDisjoint(with: [
          .facility, .modified, .core, .official,
        ])
      {
        return nil
      }
    }
    let wanted = vocabulary.kind(of: tokens[index].word)?.refersTo ?? []
    guard let antecedent = wanted.lazy.compactMap({ lastOfKind[$0] }).first else { return nil }
    return PlaceMention(
      tokens: stretch(from: first, to: index + 1), place: antecedent,
      certainty: .reference)
  }
}

extension GazetteerIndex {
  /// For each direction the city that the article names most of those with such a part.
  fileprivate func mainCities(_ mentions: [PlaceMention]) -> [Direction: PlaceID] {
    var counts: [PlaceID: Int] = [:]
    for mention in mentions {
      for place in lineages[mention.place] { counts[place, default: 0] += 1 }
    }
    var cities: [Direction: (city: PlaceID, count: Int)] = [:]
    for key in parts.keys {
      let found = (city: key.city, count: counts[key.city] ?? 0)
      guard found.count > 0 else { continue }
      let known = cities[key.direction] ?? (city: PlaceID(rawValue: .max), count: 0)
      if (found.count, known.city) > (known.count, found.city) { cities[key.direction] = found }
    }
    return cities.mapValues(\.city)
  }
}
