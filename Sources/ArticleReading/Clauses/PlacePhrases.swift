internal import TheatreModel

/// Reads the words around the places of a sentence.
extension Sentence {
  /// The places of the sentence, those of a list together.
  func placeGroups() -> [PlaceGroup] {
    var groups: [PlaceGroup] = []
    for (index, mention) in mentions.enumerated() {
      let phrase = phrase(of: mention)
      if var last = groups.last, let previous = last.phrases.last,
        continuesList(from: previous, to: phrase, mentions[index - 1])
      {
        var joined = phrase
        // What is said of the first of a list is said of all, unless one has words of its own.
        if phrase.tokens.lowerBound == phrase.mention.tokens.lowerBound {
          joined.use.formUnion(
            previous.use.intersection([.partial, .locating, .containing, .rim, .home]))
        }
        if phrase.use.contains(.modifier) {
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
  private func continuesList(
    from previous: PlacePhrase, to next: PlacePhrase, _ mention: PlaceMention
  ) -> Bool {
    let between = previous.mention.tokens.upperBound..<next.mention.tokens.lowerBound
    guard !between.isEmpty, between.count <= 12 else { return false }
    var isJoined = false
    for index in between {
      // "X, northeast of Y" is no list.
      if isAny(index, .compass), word(index + 1) == "of" { return false }
      if kind(index) == .comma || isAny(index, .and) || ["well", "as"].contains(word(index)) {
        isJoined = true
      } else if isAny(
        index, [.determiner, .kind, .partial, .compass, .adjective, .number, .core, .bank])
        || word(index) == "of" || word(index) == "both"
      {
        continue
      } else if isUnknownName(index), kind(index + 1) == .comma || isAny(index + 1, .and) {
        // A name that no table has does not end the list.
        continue
      } else {
        return false
      }
    }
    // "North of Mosul, Tilkaif was taken" is none either.
    if previous.use.contains(.locating), !between.contains(where: { isAny($0, .and) }) {
      return false
    }
    // "Bashiqa, Nineveh": a region behind a comma tells where the place before it is.
    if isJoined, between.count == 1, kind(between.lowerBound) == .comma,
      next.mention.place >= 0, previous.mention.place >= 0,
      names.lineages[previous.mention.place].dropFirst().contains(next.mention.place)
    {
      return false
    }
    return isJoined
  }

  /// Whether a token is a name that no table has.
  func isUnknownName(_ index: Int) -> Bool {
    guard range.contains(index) else { return false }
    let token = tokens[index]
    return token.isWord && token.isCapital && token.word < 0 && force(containing: index) == nil
  }

  /// The words around a place.
  func phrase(of mention: PlaceMention) -> PlacePhrase {
    var phrase = PlacePhrase(mention: mention, tokens: mention.tokens)
    readBefore(&phrase)
    readBehind(&phrase)
    findUse(&phrase)
    return phrase
  }

  // MARK: Before the name

  private func readBefore(_ phrase: inout PlacePhrase) {
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
  private func apply(_ direction: String, to phrase: inout PlacePhrase) {
    guard phrase.mention.place >= 0, !phrase.use.contains(.locating),
      // "The northern province of X" is no part of the province.
      !isAny(phrase.mention.tokens.lowerBound, .kind)
    else { return }
    let key = PlaceNames.PartKey(city: phrase.mention.place, direction: direction)
    if let part = names.parts[key] {
      phrase.mention.place = part
      if phrase.mention.certainty == .named { phrase.mention.certainty = .described }
    } else {
      phrase.use.insert(.partial)
    }
  }

  /// Reads what stands before an "of"; the token to go on at, or nil if the phrase begins behind
  /// it.
  private func readOf(
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
  private func isSmaller(_ noun: String, _ mention: PlaceMention) -> Bool {
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
  private func kindFits(_ plural: String, _ kind: String) -> Bool {
    switch plural {
    case "towns": kind == "town" || kind == "city"
    case "cities": kind == "city"
    case "provinces": kind == "governorate"
    case "villages": kind == "village"
    default: false
    }
  }

  /// The party before "-held", and where its name begins.
  private func holderByHyphen(endingAt index: Int) -> (actor: Int, start: Int)? {
    guard isAny(index, .held), tokens[index].isJoined, let force = force(endingAt: index - 1)
    else { return nil }
    return (forces[force].actor, forces[force].tokens.lowerBound)
  }

  /// Reads "the Daesh stronghold (of)" before a name.
  private func readStronghold(
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

  // MARK: Behind the name

  private func readBehind(_ phrase: inout PlacePhrase) {
    let end = phrase.mention.tokens.upperBound
    guard range.contains(end), !isPunctuation(end) else { return }
    if isAny(end, .compass), word(end + 1) == "of", let direction = Direction.plain(word(end)),
      ["tigris", "river", "euphrates"].contains(word(end + 2))
        || ["tigris", "river", "euphrates"].contains(word(end + 3))
    {
      // "Mosul west of the Tigris".
      apply(direction, to: &phrase)
    } else if tokens[end].isJoined {
      phrase.use.insert(.modifier)
    } else if tokens[end - 1].isPossessive {
      readPossession(at: end, &phrase)
    } else if isAny(end, .kind) && !tokens[end].isCapital
      || isAny(end, .kind) && phrase.mention.tokens.count > 0 && !isAny(end + 1, [.modified])
    {
      phrase.tokens = phrase.tokens.lowerBound..<end + 1
      if isAny(end + 1, .core), !isAny(end + 1, [.determiner]) {
        phrase.use.insert(.core)
        phrase.tokens = phrase.tokens.lowerBound..<end + 2
      } else if tokens[end].isPossessive {
        readPossession(at: end + 1, &phrase)
      } else if isAny(end + 1, .modified) && !tokens[end].isPossessive && !isAny(end + 1, .report) {
        phrase.use.insert(.modifier)
      }
    } else if isAny(end, .core), !isAny(end, [.determiner]) {
      phrase.use.insert(.core)
      phrase.tokens = phrase.tokens.lowerBound..<end + 1
    } else if isAny(end, .rim) && !isAny(end, .preposition) {
      phrase.use.insert(.rim)
    } else if isAny(end, [.modified, .facility]) && force(beginningAt: end) == nil
      || isPlainWord(end)
        && (isAny(end + 1, [.facility, .modified])
          || isPlainWord(end + 1) && isAny(end + 2, [.facility, .modified]))
    {
      phrase.use.insert(.modifier)
    } else if isUnknownName(end),
      isUnknownName(end + 1) || isAny(end + 1, [.facility, .modified])
        || isPunctuation(end + 1)
    {
      phrase.use.insert(.modifier)
    }
  }

  /// Reads "'s eastern half", "'s outskirts", "'s police".
  private func readPossession(at start: Int, _ phrase: inout PlacePhrase) {
    var index = start
    var direction: String?
    while isAny(index, [.adjective, .ordinal, .number, .compass, .adverb]) || isPlainWord(index) {
      if isAny(index, .compass) { direction = Direction.plain(word(index)) ?? direction }
      index += 1
      if index - start > 3 { break }
    }
    if isAny(index, .rim) {
      phrase.use.insert(.rim)
    } else if isAny(index, .core), !isAny(index, .determiner) {
      phrase.use.insert(.core)
      phrase.tokens = phrase.tokens.lowerBound..<index + 1
    } else if let direction,
      isAny(index, .bank) || index > start && isAny(index - 1, .compass) && !isAny(index, .kind)
    {
      phrase.tokens = phrase.tokens.lowerBound..<(isAny(index, .bank) ? index + 1 : index)
      apply(direction, to: &phrase)
      if isAny(index, .generic) { phrase.use.insert(.partial) }
    } else if isAny(index, [.generic, .partial]) {
      phrase.use.insert(.partial)
      phrase.tokens = phrase.tokens.lowerBound..<index + 1
    } else if vocabulary.controlForms(of: range.contains(index) ? tokens[index].word : -1)
      .contains(where: { $0.form == .noun })
    {
      phrase.noun = index
    } else {
      phrase.use.insert(.modifier)
    }
  }

  // MARK: What governs it

  private func findUse(_ phrase: inout PlacePhrase) {
    let governor = phrase.governor
    guard range.contains(governor) else { return }
    if isAny(governor, .locating) { phrase.use.insert(.locating) }
    if isAny(governor, .facility), tokens[governor].isCapital { phrase.use.insert(.modifier) }
    switch word(governor) {
    case "from":
      if comesFrom(governor) { phrase.use.insert(.home) }
      if isAny(governor - 1, [.kilometre, .mile, .meter]) || isAny(governor - 1, .compass)
        || ["away", "far", "road", "highway", "distance"].contains(word(governor - 1))
      {
        phrase.use.insert(.locating)
      }
    case "of":
      if isAny(phrase.noun, .person) { phrase.use.insert(.home) }
      if isAny(phrase.noun, .locating) { phrase.use.insert(.locating) }
    case "to":
      if ["close", "next", "road", "adjacent", "highway", "route", "leading"].contains(
        word(governor - 1))
      {
        phrase.use.insert(.locating)
      }
    case "in", "at", "inside", "within", "across", "on":
      let noun = governor - 1
      if isAny(noun, .generic) || isAny(noun, .partial) || isAny(noun, .facility) {
        phrase.use.insert(.containing)
      }
    case "and":
      // "Between X and Y".
      if let between = (range.lowerBound..<governor).last(where: { word($0) == "between" }),
        governor - between < 8
      {
        phrase.use.insert(.locating)
      }
    default: break
    }
  }

  /// Whether somebody comes from the place, and not forces that leave it.
  private func comesFrom(_ preposition: Int) -> Bool {
    let before = max(range.lowerBound, preposition - 3)..<preposition
    return before.contains { isAny($0, .person) }
      && !before.contains { force(containing: $0) != nil }
  }
}
