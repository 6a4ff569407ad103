internal import Algorithms
internal import Theatre
internal import TypedIndices

/// All names of a theatre's places, to be looked for at once.
///
/// A name is its words one after the other, each folded: without case, accents, apostrophes,
/// hyphens, doubled letters, "al-" and its like, "Hay", and with one ending for "-a", "-ah" and
/// "-eh".
struct GazetteerIndex: Sendable {
  let places: IndexedArray<PlaceID, Place>

  /// The greatest number of words of a name that begins with a word.
  private var lengths = HashIndex(capacity: 4_096)
  /// The names, as numbers of `entries`.
  private var names = HashIndex(capacity: 4_096)
  private(set) var entries: [Entry] = []
  /// The parts of cities by the city and a direction: `east` of Mosul.
  private(set) var parts: [PartKey: PlaceID] = [:]
  /// The places above each place, itself first.
  let lineages: IndexedArray<PlaceID, [PlaceID]>
  /// Names by how they sound, for spellings that no table has; of several places the first two.
  private(set) var sounds: [UInt64: [PlaceID]] = [:]

  struct Entry: Sendable {
    /// The places of that name: those it is the name of before those it is another name of.
    var places: [PlaceID]
    /// How many of them it is the name of.
    var named: Int
    /// Whether the name is also made of words that are written small, as in "old city".
    var isGeneric: Bool
    /// Whether it is a number and a month, as in "17 Tamuz" and "July 17", and may be a date.
    var isDate: Bool
    /// Whether it is one word that people use for other things too.
    var isOrdinary: Bool

    /// Adds a place of that name, in the order of the table, first all those it is the name of.
    ///
    /// - Complexity: O(log *n*), for *n* places of that name.
    mutating func add(_ place: PlaceID, isName: Bool) {
      guard places.last != place else { return }
      let known = places[..<named].partitioningIndex { $0 >= place }
      guard known == named || places[known] != place else { return }
      places.append(place)
      if isName { named += 1 }
    }
  }

  struct PartKey: Hashable {
    let city: PlaceID
    let direction: Direction
  }

  /// - Parameter endings: words at the end of a name that stand for each other, of bases and of
  ///   regions.
  init(_ places: IndexedArray<PlaceID, Place>, endings: [PhraseRow], _ vocabulary: Vocabulary) {
    self.places = places
    var lineages: IndexedArray<PlaceID, [PlaceID]> = []
    for index in places.indices {
      var lineage = [index]
      while let last = lineage.last, let parent = places[last].parent, lineage.count < 12 {
        lineage.append(parent)
      }
      lineages.append(lineage)
    }
    self.lineages = lineages
    names = HashIndex(capacity: places.count * 4)
    for (index, place) in places.indexed() {
      add(place.name, of: index, isName: true, vocabulary)
    }
    for (index, place) in places.indexed() {
      for alias in place.aliases { add(alias, of: index, isName: false, vocabulary) }
      for variant in Self.variants(of: place, endings) {
        add(variant, of: index, isName: false, vocabulary)
      }
      addParts(of: index, vocabulary)
    }
  }

  /// The name without what stands in brackets to tell it from others.
  private static func plain(_ name: String) -> String {
    guard let bracket = name.firstIndex(of: "("), bracket > name.startIndex else { return name }
    let rest = name[bracket...].firstIndex(of: ")").map { name[name.index(after: $0)...] } ?? ""
    return String(name[..<bracket] + rest)
  }

  /// Other words for the kind of a region or base at the end of its name.
  private static func variants(of place: Place, _ endings: [PhraseRow]) -> [String] {
    let isBase = place.kind == "air_base" || place.kind == "military_base"
    let kinds = endings.filter { ($0.meaning == "base") == isBase }.map(\.phrase)
    return ([place.name] + place.aliases).flatMap { name in
      kinds.flatMap { kind -> [String] in
        guard name.lowercased().hasSuffix(" \(kind)") else { return [] }
        let stem = name.dropLast(kind.count)
        return kinds.filter { $0 != kind }.map { stem + $0 }
      }
    }
  }

  private mutating func add(
    _ name: String, of place: PlaceID, isName: Bool, _ vocabulary: Vocabulary
  ) {
    let bytes = Array(Self.plain(name).utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var tokens: [Token] = []
      var tokenizer = Tokenizer(bytes, bytes.indices, vocabulary)
      tokenizer.tokenize(into: &tokens)
      tokens.removeAll(where: \.isPunctuation)
      if tokens.count > 1, vocabulary.isA(tokens[0].word, .quarterword) {
        tokens.removeFirst()
      }
      let words = tokens.enumerated().filter { index, token in
        index == tokens.count - 1 || !vocabulary.isA(token.word, .article)
      }.map(\.element)
      enter(words, bytes, place, isName: isName, vocabulary)
    }
  }

  private mutating func enter(
    _ words: [Token], _ bytes: UnsafeBufferPointer<UInt8>, _ place: PlaceID, isName: Bool,
    _ vocabulary: Vocabulary
  ) {
    guard let first = words.first, words.count <= 8 else { return }
    var hash = LetterHash()
    var start = hash
    for (index, word) in words.enumerated() {
      hash.addFolded(word, bytes)
      if index == 0 { start = hash }
    }
    // What is one word here may be written as one there, and the other way round.
    lengths.set(start, to: max(lengths.find(start), Int32(words.count)))
    lengths.set(hash, to: max(lengths.find(hash), 1))
    let known = names.find(hash)
    if known >= 0 {
      entries[Int(known)].add(place, isName: isName)
      return
    }
    let classes = words.map { vocabulary.classes(of: $0.word) }
    names.set(hash, to: Int32(entries.count))
    entries.append(
      Entry(
        places: [place], named: isName ? 1 : 0,
        isGeneric: words.count > 1
          && classes.allSatisfy {
            !$0.isDisjoint(with: [.common, .kind, .facility, .compass, .bank])
          },
        isDate: words.count == 2 && words.contains { $0.kind == .number }
          && classes.contains { $0.contains(.month) },
        isOrdinary: words.count == 1 && classes[0].contains(.ordinary)))
    if words.count == 1, first.kind == .word, let sound = soundHash(first, bytes) {
      // That there are two tells that none of them can be meant; more need not be known.
      let known = sounds[sound] ?? []
      if known.count < 2, !known.contains(place) { sounds[sound] = known + [place] }
    }
  }

  /// Enters a part of a city under its direction, if a name of it is "east" or "eastern" with the
  /// city's name.
  private mutating func addParts(of part: PlaceID, _ vocabulary: Vocabulary) {
    guard let city = places[part].parent, places[part].isRegion || places[part].kind == "city_part"
    else { return }
    for name in [places[part].name] + places[part].aliases {
      let words = name.lowercased().split(separator: " ").map(String.init)
      guard let first = words.first, let direction = vocabulary.direction(named: first),
        words.count >= 2,
        folded(name).hasSuffix(folded(places[city].name))
      else { continue }
      parts[PartKey(city: city, direction: direction)] = part
    }
  }
}

extension GazetteerIndex {
  /// The longest name that begins with a token, and the token after it.
  func match(
    at first: Int, in tokens: TokenSlice, _ bytes: UnsafeBufferPointer<UInt8>,
    _ vocabulary: Vocabulary
  ) -> (entry: Int, end: Int)? {
    var hash = LetterHash()
    hash.addFolded(tokens[first], bytes)
    var most = Int(lengths.find(hash))
    if most < 0 {
      guard let bare = hashWithoutPrefix(tokens[first], bytes) else { return nil }
      hash = bare
      most = Int(lengths.find(hash))
      if most < 0 { return nil }
    }
    var found: (entry: Int, end: Int)?
    var words = 1
    var index = first
    while true {
      let entry = names.find(hash)
      if entry >= 0 { found = (Int(entry), index + 1) }
      if words == most || tokens[index].isPossessive { break }
      index = skippingArticles(from: index + 1, in: tokens, vocabulary)
      guard index < tokens.endIndex, !tokens[index].isPunctuation else { break }
      hash.addFolded(tokens[index], bytes)
      words += 1
    }
    return found
  }

  /// Whether a token is an Arabic article before the next word rather than an English word.
  func isArticle(_ index: Int, in tokens: TokenSlice, _ vocabulary: Vocabulary) -> Bool {
    guard index + 1 < tokens.endIndex,
      vocabulary.isA(tokens[index].word, .article)
    else { return false }
    let next = tokens[index + 1]
    if next.isJoined { return true }
    let length = tokens[index].range.count
    return length == 2 && next.isCapital && !next.isPunctuation
      && vocabulary.isA(tokens[index].word, .plainArticle)
  }

  /// The most articles that stand in a row. No name has as many; without a limit every token of
  /// "al-al-al-…" would be looked at from every other.
  static let mostArticles = 4

  /// The token after the Arabic articles that begin at a token.
  func skippingArticles(
    from start: Int, in tokens: TokenSlice, _ vocabulary: Vocabulary
  ) -> Int {
    var index = start
    while index - start < Self.mostArticles, isArticle(index, in: tokens, vocabulary) { index += 1 }
    return index
  }

  /// The places whose name sounds like a word.
  func places(soundingLike token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> [PlaceID] {
    soundHash(token, bytes).flatMap { sounds[$0] } ?? []
  }

  /// The key of an Arabic word without "and", "in", "to", which are written as its first letter.
  private func hashWithoutPrefix(
    _ token: Token, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> LetterHash? {
    guard token.shape.contains(.foreign), token.range.count > 6 else { return nil }
    let text = String(decoding: bytes[token.range], as: UTF8.self)
    guard let first = text.unicodeScalars.first, "وبلفك".unicodeScalars.contains(first) else {
      return nil
    }
    let rest = String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
    let bare = rest.unicodeScalars.first == "ل" && first == "ل" ? "ا\(rest)" : rest
    var hash = LetterHash()
    hash.addFolded(text: bare)
    return hash
  }
}

extension LetterHash {
  /// Adds a word as place names are compared.
  mutating func addFolded(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard !token.shape.contains(.foreign) else {
      addFolded(text: String(decoding: bytes[token.range], as: UTF8.self))
      return
    }
    addFolded(letters: UnsafeBufferPointer(rebasing: bytes[token.range]))
  }

  /// Adds a word with letters outside ASCII.
  fileprivate mutating func addFolded(text: String) {
    var plain = folded(text)
    plain.withUTF8 { addFolded(letters: $0) }
  }

  private mutating func addFolded(letters: UnsafeBufferPointer<UInt8>) {
    var last: UInt8 = 0
    var end = letters.count
    // "-ah" and "-eh" are "-a".
    if end > 3, letters[end - 1] | 0x20 == UInt8(ascii: "h"),
      [UInt8(ascii: "a"), UInt8(ascii: "e")].contains(letters[end - 2] | 0x20)
    {
      end -= 1
    }
    for index in 0..<end {
      var byte = letters[index]
      if byte < 0x80 {
        guard byte.isLetterOrDigit else { continue }
        if byte.isASCIILetter {
          byte |= 0x20
          if byte == last { continue }
          if index == end - 1, end < letters.count { byte = UInt8(ascii: "a") }
        }
      }
      last = byte
      add(byte)
    }
  }
}

/// A key of how a word sounds to somebody who writes Arabic names by ear: one letter for "ee", "i"
/// and "y", one for "oo", "u" and "o", "k" for "c" and "q", no "h" at the end; nil for a short
/// word.
private func soundHash(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt64? {
  guard !token.shape.contains(.foreign), token.range.count >= 5 else { return nil }
  var hash = LetterHash()
  var last: UInt8 = 0
  var count = 0
  for byte in bytes[token.range] where byte.isASCIILetter {
    var letter = byte | 0x20
    switch letter {
    case UInt8(ascii: "e"), UInt8(ascii: "y"), UInt8(ascii: "j"): letter = UInt8(ascii: "i")
    case UInt8(ascii: "o"), UInt8(ascii: "w"): letter = UInt8(ascii: "u")
    case UInt8(ascii: "c"), UInt8(ascii: "q"), UInt8(ascii: "g"): letter = UInt8(ascii: "k")
    case UInt8(ascii: "h"): continue
    case UInt8(ascii: "z"): letter = UInt8(ascii: "d")
    case UInt8(ascii: "v"): letter = UInt8(ascii: "f")
    default: break
    }
    if letter == last { continue }
    last = letter
    count += 1
    hash.add(letter)
  }
  return count >= 4 ? hash.value : nil
}
