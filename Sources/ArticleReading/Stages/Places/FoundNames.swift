/// A name of the table in a text, with what the words around it tell of it.
struct FoundName {
  let mention: NameMention
  /// The kind that the text gives it: "the village of X", "X district"; nil if it gives none.
  let kind: String?
  /// Whether "al-" or "Hay" belongs to it.
  let hasArticle: Bool
  /// Whether it is the end of a person's name.
  let isPersons: Bool
  /// Whether another place stands beside it in a list.
  var isListed: Bool
}

/// Collects the names of a text in order and looks at what stands around each.
struct FoundNames {
  let names: GazetteerIndex
  let vocabulary: Vocabulary
  private(set) var all: [FoundName] = []

  init(names: GazetteerIndex, vocabulary: Vocabulary) {
    self.names = names
    self.vocabulary = vocabulary
  }

  /// The token after the last name; 0 if there is none.
  var end: Int { all.last?.mention.tokens.upperBound ?? 0 }

  /// Adds a name.
  mutating func append(_ mention: NameMention, in tokens: TokenSlice) {
    let isListed = all.last.map { joins($0.mention, mention, in: tokens) } ?? false
    if isListed { all[all.count - 1].isListed = true }
    all.append(
      FoundName(
        mention: mention, kind: kindWord(beside: mention, in: tokens),
        hasArticle: hasArticle(mention, in: tokens), isPersons: isPersonsName(mention, in: tokens),
        isListed: isListed))
  }

  /// The kind that a text gives a place: "the village of X", "X district"; nil if it gives none.
  private func kindWord(beside mention: NameMention, in tokens: TokenSlice) -> String? {
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

  /// Whether two places stand beside each other in a list.
  private func joins(_ left: NameMention, _ right: NameMention, in tokens: TokenSlice) -> Bool {
    let between = stretch(from: left.tokens.upperBound, to: right.tokens.lowerBound)
    return !between.isEmpty && between.count <= 3
      && between.allSatisfy {
        tokens[$0].kind == .comma
          || !vocabulary.classes(of: tokens[$0].word).isDisjoint(with: [.and, .kind, .determiner])
      }
  }

  private func hasArticle(_ mention: NameMention, in tokens: TokenSlice) -> Bool {
    let first = tokens[mention.tokens.lowerBound]
    return mention.tokens.count > 1
      && !vocabulary.classes(of: first.word).isDisjoint(with: [.article, .quarterword])
  }

  /// Whether the name is the end of a person's: a title or a first name stands before it.
  private func isPersonsName(_ mention: NameMention, in tokens: TokenSlice) -> Bool {
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
}
