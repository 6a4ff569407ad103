internal import Theatre
internal import TypedIndices

/// Decides which place each mention of an article means, by the article's other places.
struct PlaceResolver {
  let names: GazetteerIndex

  /// Resolves mentions, and leaves out those that are not places here: an ordinary word, a date, a
  /// person's name, a quarter of a city that the article does not speak of.
  ///
  /// - Complexity: O(*n d*), for *n* mentions and places *d* levels deep; each name of several places
  ///   adds their number once.
  func resolved(_ found: [FoundName]) -> [PlaceMention] {
    guard !found.isEmpty else { return [] }
    let support = self.support(of: found)
    var kept: [PlaceMention] = []
    kept.reserveCapacity(found.count)
    let marked = markedEntries(found)
    // Which of several places is meant depends on nothing else.
    var choices: [Choice: PlaceID] = [:]
    for name in found {
      let entry = names.entries[name.mention.entry]
      if entry.isDate, name.kind == nil, !name.isListed { continue }
      if name.isPersons { continue }
      var place = PlaceMention(tokens: name.mention.tokens, place: entry.places[0])
      if entry.places.count > 1 {
        let key = Choice(entry: name.mention.entry, kind: name.kind)
        place.place = choices[key] ?? choice(among: entry, kind: name.kind, support)
        choices[key] = place.place
        place.certainty = .homonym
      }
      let isMarked = marked.contains(name.mention.entry)
      if entry.isOrdinary, !isMarked { continue }
      if isPartOfCity(place.place), !isMarked, !cityIsNamed(place.place, support) { continue }
      kept.append(place)
    }
    return kept
  }

  /// A name of several places, and the kind that the text gives it.
  private struct Choice: Hashable {
    let entry: Int
    let kind: String?
  }

  /// The names that the article once marks as a place's: by "al-", a word for the kind, or a list.
  private func markedEntries(_ found: [FoundName]) -> Set<Int> {
    var marked: Set<Int> = []
    for name in found where name.hasArticle || name.kind != nil || name.isListed {
      marked.insert(name.mention.entry)
    }
    return marked
  }

  /// How often the article names each place or something in it, by names that leave no doubt.
  private func support(of found: [FoundName]) -> [PlaceID: Int] {
    var support: [PlaceID: Int] = [:]
    for entry in found.lazy.map({ names.entries[$0.mention.entry] })
    where entry.places.count == 1 && !entry.isOrdinary {
      for place in names.lineages[entry.places[0]] { support[place, default: 0] += 1 }
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
