internal import Theatre
internal import TypedIndices

/// Puts the places of a list together: "Malayeen, Samah and Khadra".
struct PlaceGrouper {
  let sentence: Sentence

  /// The places of the sentence with the words around them, those of a list together.
  func groups() -> [PlaceGroup] {
    let reader = PlacePhraseReader(sentence: sentence)
    var groups: [PlaceGroup] = []
    for mention in sentence.mentions {
      let phrase = reader.phrase(of: mention)
      if var last = groups.last, let previous = last.phrases.last,
        continuesList(from: previous, to: phrase)
      {
        var joined = phrase
        // What is said of the first of a list is said of all, unless one has words of its own.
        if phrase.tokens.lowerBound == phrase.mention.tokens.lowerBound {
          joined.use.formUnion(
            previous.use.intersection([.partial, .locating, .containing, .rim, .home]))
        }
        // "The Karama and Zahra police", but not "Karama and the Zahra power station".
        let isOneNoun = !stretch(
          from: previous.tokens.upperBound, to: phrase.mention.tokens.lowerBound
        ).contains {
          sentence.isAny($0, .determiner)
        }
        if phrase.use.contains(.modifier), isOneNoun {
          for position in last.phrases.indices { last.phrases[position].use.insert(.modifier) }
        }
        joined.governor = previous.governor
        last.phrases.append(joined)
        groups[groups.count - 1] = last
      } else {
        groups.append(PlaceGroup(phrases: [phrase]))
      }
    }
    return groups
  }

  /// Whether nothing but commas, "and" and words for a kind of place stand between two places.
  private func continuesList(from previous: PlacePhrase, to next: PlacePhrase) -> Bool {
    let between = stretch(
      from: previous.mention.tokens.upperBound, to: next.mention.tokens.lowerBound)
    guard !between.isEmpty, between.count <= 12 else { return false }
    var isJoined = false
    for index in between {
      // "X, northeast of Y" is not a list.
      if sentence.isAny(index, .compass), sentence.isWord(index + 1, .of) { return false }
      if sentence.kind(index) == .comma || sentence.isAny(index, [.and, .asWell]) {
        isJoined = true
      } else if sentence.isAny(
        index, [.determiner, .kind, .partial, .compass, .adjective, .number, .core, .bank])
        || sentence.isWord(index, .of) || sentence.isWord(index, .both)
      {
        continue
      } else if sentence.isUnknownName(index),
        sentence.kind(index + 1) == .comma || sentence.isAny(index + 1, .and)
      {
        // A name that no table has does not end the list.
        continue
      } else {
        return false
      }
    }
    // "North of Mosul, Tilkaif was taken" is not a list either.
    if previous.use.contains(.locating), !between.contains(where: { sentence.isAny($0, .and) }) {
      return false
    }
    // "Bashiqa, Nineveh": a region behind a comma tells where the place before it is.
    if isJoined, between.count == 1, sentence.kind(between.lowerBound) == .comma,
      sentence.names.lineages[previous.mention.place].dropFirst().contains(next.mention.place)
    {
      return false
    }
    return isJoined
  }
}
