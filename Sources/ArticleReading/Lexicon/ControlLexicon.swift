internal import Theatre

/// The verbs and nouns that say who held what, with their forms.
struct ControlLexicon: Sendable {
  /// The entries; a theatre's own stand after the built-in ones and go before them.
  let entries: [Entry]

  struct Entry: Sendable {
    let word: ControlWord
    /// The words after the first, by their numbers; nil stands for whoever is driven out.
    let rest: [Int32?]
    /// Whether the object may stand before the last word: "took the town back".
    let isSeparable: Bool
    /// The numbers of the prepositions before its place; none unless it has its place after one.
    let prepositions: [Int32]
  }

  /// Makes the lexicon and enters all forms into the vocabulary.
  init(_ words: [ControlWord], _ vocabulary: inout Vocabulary) {
    var entries: [Entry] = []
    for word in words {
      let parts = word.phrase.split(separator: " ")
      guard let head = parts.first else { continue }
      let rest = parts.dropFirst().map { $0 == "*" ? nil : Int32(vocabulary.insert($0)) }
      for (form, text) in Self.forms(of: String(head), word, vocabulary) {
        vocabulary.add(ControlForm(entry: entries.count, form: form), to: text)
      }
      let isSeparable =
        rest.count == 1 && word.place == .object
        && vocabulary.isA(text: parts[1], .particle)
      var prepositions: [Int32] = []
      if case .prepositions(let words) = word.place {
        prepositions = words.map { Int32(vocabulary.insert($0)) }
      }
      entries.append(
        Entry(word: word, rest: rest, isSeparable: isSeparable, prepositions: prepositions))
    }
    self.entries = entries
  }

  private static func forms(
    of head: String, _ word: ControlWord, _ vocabulary: Vocabulary
  ) -> [(ControlForm.Form, String)] {
    guard word.part == .verb else { return [(.noun, head)] }
    let stem = doublesLast(head, vocabulary) ? head + head.suffix(1) : head
    let past = word.past.isEmpty ? regularPast(head, stem) : word.past
    let participle = word.participle.isEmpty ? past : word.participle
    var forms: [(ControlForm.Form, String)] = [
      (.base, head), (.third, thirdPerson(head)), (.gerund, gerund(head, stem)),
    ]
    if past == participle {
      forms.append((.pastOrParticiple, past))
    } else {
      forms += [(.past, past), (.participle, participle)]
    }
    // Of verbs such as "overrun" the participle is the plain form again.
    return forms.filter { $0.0 == .base || $0.1 != head }
      + (participle == head ? [(past == head ? .pastOrParticiple : .participle, head)] : [])
  }

  private static func regularPast(_ head: String, _ stem: String) -> String {
    if head.hasSuffix("e") { return head + "d" }
    if endsInConsonantY(head) { return head.dropLast() + "ied" }
    return stem + "ed"
  }

  private static func thirdPerson(_ head: String) -> String {
    if ["s", "sh", "ch", "x", "z", "o"].contains(where: head.hasSuffix) { return head + "es" }
    return endsInConsonantY(head) ? head.dropLast() + "ies" : head + "s"
  }

  private static func gerund(_ head: String, _ stem: String) -> String {
    if head.hasSuffix("e"), !head.hasSuffix("ee") { return head.dropLast() + "ing" }
    return stem + "ing"
  }

  private static func endsInConsonantY(_ head: String) -> Bool {
    head.hasSuffix("y") && head.dropLast().last.map { !"aeiou".contains($0) } == true
  }

  /// Whether the last letter is doubled before an ending: one vowel between consonants, in a word
  /// of one syllable or one with its stress at the end.
  private static func doublesLast(_ head: String, _ vocabulary: Vocabulary) -> Bool {
    let letters = Array(head)
    guard letters.count >= 3, let last = letters.last, !"aeiouwxy".contains(last),
      "aeiou".contains(letters[letters.count - 2]), !"aeiou".contains(letters[letters.count - 3])
    else { return false }
    let vowels = letters.count { "aeiou".contains($0) }
    return vowels == 1 || vocabulary.isA(text: head, .doubledEnding)
  }
}

/// A phrase of the lexicon in a text.
struct ControlMatch {
  let entry: Int
  let form: ControlForm.Form
  /// The first token.
  let head: Int
  /// The token after the phrase.
  let end: Int
  /// The tokens between the first word and the rest, where an object may stand; empty if there is
  /// none.
  let gap: Range<Int>
}

extension ControlLexicon {
  /// The phrases whose first word is a token, the longest first; among equally long ones those of the theatre first.
  func matches(
    at head: Int, in tokens: TokenSlice, _ vocabulary: Vocabulary
  ) -> [ControlMatch] {
    let forms = vocabulary.controlForms(of: tokens[head].word)
    guard !forms.isEmpty else { return [] }
    let found = forms.reversed().compactMap { form -> ControlMatch? in
      guard
        let (end, gap) = self.end(of: entries[form.entry], behind: head, in: tokens, vocabulary)
      else { return nil }
      return ControlMatch(entry: form.entry, form: form.form, head: head, end: end, gap: gap)
    }
    guard found.count > 1 else { return found }
    return found.enumerated().sorted { left, right in
      let lengths = (
        entries[left.element.entry].rest.count, entries[right.element.entry].rest.count
      )
      return lengths.0 == lengths.1 ? left.offset < right.offset : lengths.0 > lengths.1
    }.map(\.element)
  }

  /// The token after a phrase's last word, and what stands inside it.
  private func end(
    of entry: Entry, behind head: Int, in tokens: TokenSlice, _ vocabulary: Vocabulary
  ) -> (end: Int, gap: Range<Int>)? {
    var position = head + 1
    var gap = stretch(from: position, to: position)
    var isOpen = entry.isSeparable
    for word in entry.rest {
      guard let word else {
        isOpen = true
        continue
      }
      // "Took part" is another thing than "took a part of".
      let most = isOpen ? 8 : entry.word.status == nil ? 1 : 3
      guard let found = find(word, from: position, atMost: most, isOpen: isOpen, tokens, vocabulary)
      else { return nil }
      if isOpen { gap = stretch(from: position, to: found) }
      isOpen = false
      position = found + 1
    }
    return (position, gap)
  }

  /// The next token that is a word, with nothing but small words before it; with an open gap
  /// anything but punctuation and other verbs.
  private func find(
    _ word: Int32, from start: Int, atMost count: Int, isOpen: Bool, _ tokens: TokenSlice,
    _ vocabulary: Vocabulary
  ) -> Int? {
    for index in stretch(from: start, to: min(start + count, tokens.endIndex)) {
      let token = tokens[index]
      if token.word == word { return index }
      if token.isPunctuation { return nil }
      let classes = vocabulary.classes(of: token.word)
      if isOpen {
        if !classes.isDisjoint(with: [.modal, .be, .relative]) { return nil }
      } else if token.isCapital {
        continue
      } else if classes.isDisjoint(with: [.determiner, .adverb, .adjective, .compass, .ordinal]) {
        return nil
      }
    }
    return nil
  }
}
