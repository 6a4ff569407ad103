internal import TheatreModel

/// Reads the words before a place's name.
extension Sentence {
  func readBefore(_ phrase: inout PlacePhrase) {
    var index = phrase.mention.tokens.lowerBound - 1
    var direction: String?
    var steps = 0
    var isClosed = false
    var isBehindOf = false
    while range.contains(index), steps < 16 {
      steps += 1
      if isPunctuation(index) || word(index) == "that" { break }
      // Before a determiner only quantities stand ("all the", "half the"), or the noun of an "of".
      if isClosed, word(index) != "of", !isAny(index, [.core, .partial, .number]) { break }
      if isAny(index, .determiner), !isAny(index, [.core, .partial]) { isClosed = true }
      if let holder = holderByHyphen(endingAt: index) {
        phrase.holder = holder.actor
        index = holder.start - 1
        continue
      }
      if word(index) == "of" {
        guard let before = readOf(at: index, &phrase, &direction) else { break }
        index = before
        isClosed = false
        isBehindOf = true
        continue
      }
      if word(index) == "than" || word(index) == "least" {
        // "More than", "at least".
        index -= 2
        continue
      }
      // "Left X" is no direction.
      if word(index) == "left", !isAny(index + 1, .bank) { break }
      if isAny(index, .apposition), readStronghold(at: index, &phrase, &index) { continue }
      if isAny(index, .former) { phrase.use.insert(.former) }
      // "The northern town of X" says where the town lies.
      if isAny(index, .compass), !isBehindOf {
        direction = direction ?? Direction.plain(word(index))
      }
      if isAny(
        index, [.determiner, .adjective, .compass, .number, .ordinal, .kind, .former, .common])
        && !isAny(index, .preposition) || kind(index) == .number
      {
        if isAny(index, .core), phrase.use.isEmpty == false { phrase.use.insert(.core) }
        index -= 1
        continue
      }
      if isPlainWord(index), isPlainWord(index - 1) || isAny(index - 1, [.determiner, .adjective]) {
        index -= 1
        continue
      }
      break
    }
    phrase.governor = index
    phrase.tokens = index + 1..<phrase.tokens.upperBound
    if let direction { apply(direction, to: &phrase) }
  }

  /// Makes "eastern Mosul" the part of the city, or a part of the place if it has none such.
  func apply(_ direction: String, to phrase: inout PlacePhrase) {
    guard phrase.mention.place >= 0, !phrase.use.contains(.locating),
      // "The northern province of X" is no part of the province.
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

  /// Reads what stands before an "of"; the token to go on at, or nil if the phrase begins behind
  /// it.
  func readOf(
    at index: Int, _ phrase: inout PlacePhrase, _ direction: inout String?
  ) -> Int? {
    let noun = index - 1
    guard range.contains(noun), !isPunctuation(noun) else { return nil }
    if mention(containing: noun) != nil {
      // "The Old City of Mosul": the second place tells where the first one lies.
      phrase.use.insert(.locating)
      return nil
    }
    if isAny(noun, .compass) {
      if word(noun - 1) == "the" {
        direction = Direction.plain(word(noun))
        return noun - 1
      }
      phrase.use.insert(.locating)
      return nil
    }
    if isAny(noun, .rim) {
      phrase.use.insert(.rim)
      return noun - 1
    }
    if isAny(noun, .core) {
      if !isAny(noun, .determiner) { phrase.use.insert(.core) }
      return noun - 1
    }
    if isAny(noun, .bank), isAny(noun - 1, .compass) {
      // "The eastern half of Mosul", but "three eastern districts of Mosul" are a part of it.
      direction = Direction.plain(word(noun - 1))
      if isAny(noun, .generic), noun > range.lowerBound { phrase.use.insert(.containing) }
      return noun - 2
    }
    if isAny(noun, .apposition) { return noun }
    if isAny(noun, .partial), !isAny(noun, .kind) {
      phrase.use.insert(.partial)
      return noun - 1
    }
    if word(noun) == "left", isAny(noun - 1, .be) {
      // "What is left of X" is all of it that there is.
      return noun - 2
    }
    if isAny(noun, .generic), phrase.mention.place >= 0 {
      let kind = names.places[phrase.mention.place].kind
      let isWhole = names.places[phrase.mention.place].isRegion || kind == "city" || kind == "town"
      if isWhole, !kindFits(word(noun), kind) {
        phrase.use.insert(.containing)
      }
      return noun - 1
    }
    if isAny(noun, .facility) {
      phrase.use.insert(tokens[noun].isCapital ? .modifier : .containing)
      phrase.noun = noun
      return nil
    }
    if word(noun) == "quarter", isAny(noun - 1, .determiner), isSmaller("quarter", phrase.mention) {
      // "A quarter of Mosul".
      phrase.use.insert(.partial)
      return noun - 1
    }
    if isAny(noun, .kind) {
      if isSmaller(word(noun), phrase.mention) { phrase.use.insert(.containing) }
      return noun - 1
    }
    if isAny(noun, .partial) || word(noun) == "percent" {
      phrase.use.insert(.partial)
      return noun - 1
    }
    if kind(noun) == .other || kind(noun) == .number {
      phrase.use.insert(.partial)
      return noun - 1
    }
    if isAny(noun, .determiner) { return noun - 1 }
    // "The ruins of Hatra" are what the table calls Hatra.
    if phrase.mention.place >= 0, rawWord(noun) == names.places[phrase.mention.place].kind {
      return noun - 1
    }
    phrase.noun = noun
    return nil
  }

  /// Whether a word such as "neighborhood" means less than the place: "another neighborhood of
  /// Mosul".
  func isSmaller(_ noun: String, _ mention: PlaceMention) -> Bool {
    guard mention.place >= 0 else { return false }
    switch names.places[mention.place].kind {
    case "city", "city_part":
      return ["neighborhood", "neighbourhood", "quarter", "suburb", "district", "village"].contains(
        noun)
    case "governorate", "district":
      return ["neighborhood", "neighbourhood", "town", "village", "city"].contains(noun)
    default: return false
    }
  }

  /// Whether a plural such as "towns" may announce places of a kind rather than be parts of one.
  func kindFits(_ plural: String, _ kind: String) -> Bool {
    switch plural {
    case "towns": kind == "town" || kind == "city"
    case "cities": kind == "city"
    case "provinces": kind == "governorate"
    case "villages": kind == "village"
    default: false
    }
  }

  /// The party before "-held", and where its name begins.
  func holderByHyphen(endingAt index: Int) -> (actor: Int, start: Int)? {
    guard isAny(index, .held), tokens[index].isJoined, let force = force(endingAt: index - 1)
    else { return nil }
    return (forces[force].actor, forces[force].tokens.lowerBound)
  }

  /// Reads "the Daesh stronghold (of)" before a name.
  func readStronghold(
    at noun: Int, _ phrase: inout PlacePhrase, _ index: inout Int
  ) -> Bool {
    var before = noun - 1
    while isAny(before, [.adjective, .ordinal, .former, .number]) || isPlainWord(before)
      || (isAny(before, .determiner) && force(endingAt: before) == nil)
    {
      if isAny(before, .former) { phrase.use.insert(.former) }
      before -= 1
    }
    guard let force = force(endingAt: before) else {
      index = noun - 1
      return true
    }
    phrase.holder = forces[force].actor
    index = forces[force].tokens.lowerBound - 1
    return true
  }
}
