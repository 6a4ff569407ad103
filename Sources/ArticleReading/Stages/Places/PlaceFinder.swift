internal import Theatre

/// A name of the table in a text, of which it is not known yet whether it means a place, and which.
struct NameMention {
  /// The tokens, with "al-" and "Hay" before the name.
  let tokens: Range<Int>
  /// The name among those of the table.
  let entry: Int
}

/// A place that a text names or means.
struct PlaceMention {
  /// The tokens, with "al-" and "Hay" before a name.
  var tokens: Range<Int>
  /// The place.
  var place: PlaceID
  /// How sure it is that the place is meant.
  var certainty: Certainty = .named

  enum Certainty: UInt8 {
    /// Its name stands there.
    case named
    /// Several places have the name; the article's other places tell which is meant.
    case homonym
    /// It is spelt in a way that no table has, but sounds like the name.
    case spelling
    /// It is described: "the eastern half of Mosul".
    case described
    /// It is meant by "the city", "it", "there".
    case reference
  }

  /// Whether something else stands there than a name of the table.
  var isReference: Bool { certainty != .named && certainty != .homonym }
}

/// Finds all names of places in a text.
struct PlaceFinder {
  let names: GazetteerIndex
  let vocabulary: Vocabulary

  /// The names that begin in some of the tokens, the longest at each place, in order.
  ///
  /// - Complexity: O(*n*), for *n* tokens, whatever the number of names.
  func mentions(
    beginningIn range: Range<Int>, of tokens: TokenSlice, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [NameMention] {
    var mentions: [NameMention] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let mention = mention(at: index, in: tokens, bytes) else {
        index += 1
        continue
      }
      mentions.append(mention)
      index = mention.tokens.upperBound
    }
    return mentions
  }

  private func mention(
    at index: Int, in tokens: TokenSlice, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> NameMention? {
    let token = tokens[index]
    guard token.kind == .word || token.kind == .number else { return nil }
    // A name begins with a capital letter, a figure, or a script without capitals; only names that
    // are descriptions ("old city") are written small too.
    let mayBegin =
      token.isCapital || token.kind == .number || token.shape.contains(.foreign)
    let classes = vocabulary.classes(of: token.word)
    // "Province of X" is a name too, though it is written small.
    let isKindOf =
      classes.contains(.kind) && index + 2 < tokens.endIndex
      && tokens[index + 1].is(.of) && tokens[index + 2].isCapital
    guard mayBegin || isKindOf || classes.contains(.common) || classes.contains(.article) else {
      return nil
    }
    var first = index
    if classes.contains(.quarterword), index + 1 < tokens.endIndex { first += 1 }
    first = names.skippingArticles(from: first, in: tokens, vocabulary)
    guard first == index || tokens[first].isCapital || tokens[first].shape.contains(.foreign) else {
      return nil
    }
    guard let (entry, end) = names.match(at: first, in: tokens, bytes, vocabulary) else {
      return nil
    }
    let found = names.entries[entry]
    if !mayBegin, !isKindOf, first == index, !found.isGeneric { return nil }
    // In a name of several words the last is written as a name too.
    if end - first > 1, !found.isGeneric, !tokens[end - 1].isCapital, tokens[end - 1].kind == .word,
      !tokens[end - 1].shape.contains(.foreign),
      vocabulary.classes(of: tokens[end - 1].word).isDisjoint(with: [.kind, .facility, .bank])
    {
      return nil
    }
    return NameMention(tokens: stretch(from: index, to: end), entry: entry)
  }
}
