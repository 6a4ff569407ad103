internal import Theatre

/// The words for what happens at a place and changes no control.
struct IncidentWords: Sendable {
  /// The phrases that begin with a word, the longest first.
  private var phrases: [[(words: [Int32], kind: String)]] = []

  init(_ rows: [PhraseRow], _ vocabulary: inout Vocabulary) {
    var phrases: [Int32: [(words: [Int32], kind: String)]] = [:]
    for row in rows {
      let words = row.phrase.split(separator: " ").map { Int32(vocabulary.insert($0)) }
      guard let first = words.first else { continue }
      phrases[first, default: []].append((words, row.meaning))
    }
    self.phrases = Array(repeating: [], count: Int(phrases.keys.max() ?? -1) + 1)
    for (word, list) in phrases {
      self.phrases[Int(word)] = list.sorted { $0.words.count > $1.words.count }
    }
  }

  /// What happens by a phrase that begins with a token, and the token after it.
  func incident(at index: Int, in tokens: TokenSlice) -> (kind: String, end: Int)? {
    let word = Int(tokens[index].word)
    guard phrases.indices.contains(word), !phrases[word].isEmpty else { return nil }
    let found = phrases[word].first { phrase in
      index + phrase.words.count <= tokens.endIndex
        && phrase.words.enumerated().allSatisfy { tokens[index + $0.offset].word == $0.element }
    }
    return found.map { ($0.kind, index + $0.words.count) }
  }
}
