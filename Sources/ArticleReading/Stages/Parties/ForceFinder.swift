internal import Theatre
internal import TypedIndices

/// A party, or a unit of it, in a text.
struct ForceMention {
  var tokens: Range<Int>
  /// Who is meant.
  var actor: PartyReference
  /// The unit, if one is named.
  var unit: String
  let use: ForceName.Use
}

/// Finds the parties that a text names.
struct ForceFinder: Sendable {
  /// The phrases that begin with a word, the longest first.
  private var phrases: [[Phrase]] = []
  /// The actors for whom words such as "militants" stand; "troops" are never theirs.
  let irregulars: Set<ActorID>

  struct Phrase: Sendable {
    let words: [Int32]
    let actor: PartyReference
    let unit: String
    let use: ForceName.Use
  }

  /// Takes the names whose actor the theatre has, and the actors' own names.
  init(_ forces: [ForceName], actors: IndexedArray<ActorID, Actor>, _ vocabulary: inout Vocabulary)
  {
    var indices: [String: ActorID] = [:]
    for (index, actor) in actors.indexed() {
      indices[folded(actor.name)] = index
      indices[folded(actor.id)] = index
    }
    var irregulars: Set<ActorID> = []
    var rows: [(name: String, actor: PartyReference, unit: String, use: ForceName.Use)] = []
    for force in forces {
      // A party that the theatre does not have is known all the same, so that what it does is not
      // taken for another's; its common nouns may mean others here.
      let actor: PartyReference =
        force.actor.isEmpty
        ? .unnamed : indices[folded(force.actor)].map(PartyReference.actor) ?? .outsider
      if actor == .outsider, force.use != .name, !Self.isOthersOnly(force) { continue }
      rows.append((force.name, actor, force.unit, force.use))
      if let id = actor.id, force.use == .common,
        vocabulary.isA(text: force.name, .irregularNoun)
      {
        irregulars.insert(id)
      }
    }
    for (index, actor) in actors.indexed() {
      rows.append((actor.name, .actor(index), "", .name))
      rows.append((actor.id.uppercased(), .actor(index), "", .acronym))
    }
    self.irregulars = irregulars
    var phrases: [Int32: [Phrase]] = [:]
    for row in rows {
      let words = row.name.split { !$0.isLetter && !$0.isNumber && $0 != "'" }
        .map { Int32(vocabulary.insert($0)) }
      guard let first = words.first else { continue }
      let phrase = Phrase(words: words, actor: row.actor, unit: row.unit, use: row.use)
      // A later row, which may be the theatre's own, goes before an equal one.
      phrases[first, default: []].insert(phrase, at: 0)
    }
    self.phrases = Array(repeating: [], count: Int(phrases.keys.max() ?? -1) + 1)
    for (word, list) in phrases {
      self.phrases[Int(word)] = list.enumerated().sorted {
        ($1.element.words.count, $0.element.actor == .unnamed ? 1 : 0, $0.offset)
          < ($0.element.words.count, $1.element.actor == .unnamed ? 1 : 0, $1.offset)
      }.map(\.element)
    }
  }

  /// Whether a common noun of a party that the theatre lacks cannot mean another: "Kurdish-led
  /// forces", but not "alliance" or "US-backed forces".
  private static func isOthersOnly(_ force: ForceName) -> Bool {
    force.use == .acronym
      || (force.use == .common && force.name.contains("-led ") && force.name.contains(" "))
  }

  /// Appends the parties named in some of the tokens, in order; what stands side by side for one party
  /// is one.
  ///
  /// - Parameter mentions: those before in the same paragraph.
  /// - Complexity: O(*n*), for *n* tokens.
  func findMentions(
    beginningIn range: Range<Int>, of tokens: TokenSlice, outside places: ArraySlice<PlaceMention>,
    _ mentions: inout [ForceMention]
  ) {
    var index = max(range.lowerBound, mentions.last?.tokens.upperBound ?? 0)
    var place = places.startIndex
    while index < range.upperBound {
      while place < places.endIndex, places[place].tokens.upperBound <= index { place += 1 }
      if place < places.endIndex, places[place].tokens.contains(index) {
        index = places[place].tokens.upperBound
        continue
      }
      guard let phrase = phrase(at: index, in: tokens) else {
        index += 1
        continue
      }
      let found = ForceMention(
        tokens: stretch(from: index, to: index + phrase.words.count), actor: phrase.actor,
        unit: phrase.unit,
        use: phrase.use)
      index = found.tokens.upperBound
      append(found, to: &mentions, tokens)
    }
  }

  private func phrase(at index: Int, in tokens: TokenSlice) -> Phrase? {
    let token = tokens[index]
    guard token.word >= 0, Int(token.word) < phrases.count, !phrases[Int(token.word)].isEmpty else {
      return nil
    }
    return phrases[Int(token.word)].first { phrase in
      guard index + phrase.words.count <= tokens.endIndex else { return false }
      for (offset, word) in phrase.words.enumerated() where tokens[index + offset].word != word {
        return false
      }
      switch phrase.use {
      case .acronym: return token.shape.contains(.allCaps)
      case .capital: return token.isCapital
      default: return true
      }
    }
  }

  /// Appends a mention, or makes the one before longer: "Islamic State (IS) fighters".
  private func append(
    _ found: ForceMention, to mentions: inout [ForceMention], _ tokens: TokenSlice
  ) {
    guard var last = mentions.last else {
      mentions.append(found)
      return
    }
    let between = stretch(from: last.tokens.upperBound, to: found.tokens.lowerBound)
    let isBracketed =
      between.count == 1
      && (tokens[between.lowerBound].kind == .open || tokens[between.lowerBound].kind == .close)
    // "A Hashd Shaabi group": a common noun beside a name belongs to it.
    let isNoun = found.use == .common && between.isEmpty && last.use != .weak
    let isSame = found.actor == last.actor || found.actor == .unnamed || isNoun
    let touches =
      between.isEmpty && !tokens[last.tokens.upperBound - 1].isPossessive
    guard isSame, touches || isBracketed else {
      mentions.append(found)
      return
    }
    last.tokens = stretch(from: last.tokens.lowerBound, to: found.tokens.upperBound)
    if last.unit.isEmpty { last.unit = found.unit }
    if found.tokens.upperBound < tokens.endIndex, tokens[found.tokens.upperBound].kind == .close {
      last.tokens = stretch(from: last.tokens.lowerBound, to: found.tokens.upperBound + 1)
    }
    mentions[mentions.count - 1] = last
  }

  /// Gives words such as "the fighters" the actor that was named last.
  func resolve(_ mentions: inout [ForceMention]) {
    var last = PartyReference.unnamed
    var lastRegular = PartyReference.unnamed
    for index in mentions.indices {
      let mention = mentions[index]
      switch mention.use {
      case .any: mentions[index].actor = last
      case .regular: mentions[index].actor = lastRegular
      case .weak: mentions[index].actor = mention.actor
      case .name, .acronym, .capital, .common:
        last = mention.actor
        if mention.actor == .outsider { continue }
        if !irregulars.contains(mention.actor) { lastRegular = mention.actor }
      }
    }
    // A text may begin with "the troops" and name them later.
    let first =
      mentions.first { $0.actor.isKnown && !irregulars.contains($0.actor) }?.actor ?? .unnamed
    for index in mentions.indices where mentions[index].actor == .unnamed {
      mentions[index].actor = first
    }
  }
}
