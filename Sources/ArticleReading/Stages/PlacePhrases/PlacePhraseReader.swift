internal import Theatre

/// Reads the words around a place's name.
struct PlacePhraseReader {
  let sentence: Sentence

  /// A name with the words around it.
  func phrase(of mention: PlaceMention) -> PlacePhrase {
    var phrase = PlacePhrase(mention: mention, tokens: mention.tokens)
    readBefore(&phrase)
    readBehind(&phrase)
    readGovernor(&phrase)
    return phrase
  }

  // MARK: Before

  private func readBefore(_ phrase: inout PlacePhrase) {
    var index = phrase.mention.tokens.lowerBound - 1
    var direction: Direction?
    var steps = 0
    var isClosed = false
    var isBehindOf = false
    while sentence.range.contains(index), steps < 16 {
      steps += 1
      if sentence.isPunctuation(index) || sentence.isWord(index, .that) { break }
      // Before a determiner only quantities stand ("all the", "half the"), or the noun of an "of".
      if isClosed, !sentence.isWord(index, .of), !sentence.isAny(index, [.core, .partial, .number])
      {
        break
      }
      if sentence.isAny(index, .determiner), !sentence.isAny(index, [.core, .partial]) {
        isClosed = true
      }
      if let holder = holderByHyphen(endingAt: index) {
        phrase.holder = holder.actor
        index = holder.start - 1
        continue
      }
      if sentence.isWord(index, .of) {
        guard let before = readOf(at: index, &phrase, &direction) else { break }
        index = before
        isClosed = false
        isBehindOf = true
        continue
      }
      if sentence.isAny(index, .comparison) {
        // "More than", "at least".
        index -= 2
        continue
      }
      // "Left X" is not a direction.
      if sentence.isWord(index, .left), !sentence.isAny(index + 1, .bank) { break }
      if sentence.isAny(index, .apposition) {
        index = readStronghold(at: index, &phrase)
        continue
      }
      if sentence.isAny(index, .former) { phrase.use.insert(.former) }
      // "The northern town of X" says where the town lies.
      if sentence.isAny(index, .compass), !isBehindOf {
        direction = direction ?? sentence.direction(index)
      }
      if sentence.isAny(
        index, [.determiner, .adjective, .compass, .number, .ordinal, .kind, .former, .common])
        && !sentence.isAny(index, .preposition) || sentence.kind(index) == .number
      {
        if sentence.isAny(index, .core), phrase.use.isEmpty == false { phrase.use.insert(.core) }
        index -= 1
        continue
      }
      if sentence.isPlainWord(index),
        sentence.isPlainWord(index - 1) || sentence.isAny(index - 1, [.determiner, .adjective])
      {
        index -= 1
        continue
      }
      break
    }
    phrase.governor = index
    phrase.tokens = stretch(from: index + 1, to: phrase.tokens.upperBound)
    if let direction { sentence.apply(direction, to: &phrase) }
  }

  /// Reads what stands before an "of"; the token to go on at, or nil if the phrase begins after
  /// it.
  private func readOf(
    at index: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?
  ) -> Int? {
    let noun = index - 1
    guard sentence.range.contains(noun), !sentence.isPunctuation(noun) else { return nil }
    for rule in RuleBook.ofPhrases {
      guard let outcome = rule.read(noun, &phrase, &direction, in: sentence) else { continue }
      sentence.trace?.note(rule, phrase, in: sentence)
      switch outcome {
      case .goesOn(let next): return next
      case .ends: return nil
      }
    }
    phrase.noun = noun
    return nil
  }

  /// The party before "-held", and where its name begins.
  private func holderByHyphen(endingAt index: Int) -> (actor: PartyReference, start: Int)? {
    guard sentence.isAny(index, .held), sentence.tokens[index].isJoined,
      let force = sentence.force(endingAt: index - 1)
    else { return nil }
    return (sentence.forces[force].actor, sentence.forces[force].tokens.lowerBound)
  }

  /// Reads "the Daesh stronghold (of)" before a name; the token to go on at.
  private func readStronghold(at noun: Int, _ phrase: inout PlacePhrase) -> Int {
    var before = noun - 1
    while sentence.isAny(before, [.adjective, .ordinal, .former, .number])
      || sentence.isPlainWord(before)
      || (sentence.isAny(before, .determiner) && sentence.force(endingAt: before) == nil)
    {
      if sentence.isAny(before, .former) { phrase.use.insert(.former) }
      before -= 1
    }
    guard let force = sentence.force(endingAt: before) else { return noun - 1 }
    phrase.holder = sentence.forces[force].actor
    return sentence.forces[force].tokens.lowerBound - 1
  }

  // MARK: Behind, and what governs it

  private func readBehind(_ phrase: inout PlacePhrase) {
    let end = phrase.mention.tokens.upperBound
    guard sentence.range.contains(end), !sentence.isPunctuation(end) else { return }
    for rule in RuleBook.behindNames where rule.read(end, &phrase, in: sentence) {
      sentence.trace?.note(rule, phrase, in: sentence)
      return
    }
  }

  private func readGovernor(_ phrase: inout PlacePhrase) {
    let governor = phrase.governor
    guard sentence.range.contains(governor) else { return }
    for rule in RuleBook.governors {
      let before = phrase.use
      rule.read(governor, &phrase, in: sentence)
      if phrase.use != before { sentence.trace?.note(rule, phrase, in: sentence) }
    }
  }
}

extension Sentence {
  /// Makes "eastern Mosul" the part of the city, or a part of the place if it has none such.
  func apply(_ direction: Direction, to phrase: inout PlacePhrase) {
    guard !phrase.use.contains(.locating),
      // "The northern province of X" is not a part of the province.
      !isAny(phrase.mention.tokens.lowerBound, .kind)
    else { return }
    let key = GazetteerIndex.PartKey(city: phrase.mention.place, direction: direction)
    if let part = names.parts[key] {
      phrase.mention.place = part
      if phrase.mention.certainty == .named { phrase.mention.certainty = .described }
    } else {
      phrase.use.insert(.partial)
    }
  }
}
