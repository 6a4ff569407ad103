internal import TheatreModel

/// Claims made without a verb: "the IS-held X", "X, the stronghold of IS", "under the control of".
extension ClaimFinder {
  /// "The IS-held X", "the Daesh stronghold of X", "X, the stronghold of Daesh".
  mutating func readHolders(of group: PlaceGroup) {
    for phrase in group.phrases where phrase.mention.place >= 0 {
      guard !phrase.use.contains(.former), !phrase.use.contains(.modifier),
        !phrase.use.contains(.rim) || phrase.holder != nil
      else { continue }
      if let holder = phrase.holder {
        addHolder(phrase, holder, at: phrase.tokens.lowerBound)
      } else if let holder = apposition(behind: phrase) {
        addHolder(phrase, holder.actor, at: holder.token)
      }
    }
  }

  mutating func addHolder(_ phrase: PlacePhrase, _ actor: Int, at token: Int) {
    claims.append(
      Claim(
        phrase: phrase, actor: actor, unit: "", status: .control, kind: .background, verb: token,
        reason: -1, isState: true, isPast: false, isReturn: false, actorIsNamed: true,
        isPartial: false))
  }

  /// The party whose stronghold the place is called behind a comma.
  func apposition(behind phrase: PlacePhrase) -> (actor: Int, token: Int)? {
    let end = phrase.tokens.upperBound
    guard sentence.kind(end) == .comma else { return nil }
    var index = end + 1
    while sentence.range.contains(index), index < end + 12 {
      if sentence.isPunctuation(index), sentence.kind(index) != .dash { return nil }
      if sentence.isAny(index, .former) || sentence.isAny(index, [.be, .have, .modal]) {
        return nil
      }
      if sentence.isAny(index, .apposition) {
        if let force = sentence.force(endingAt: index - 1)
          ?? nearbyForce(before: index, downTo: end)
        {
          return (sentence.forces[force].actor, index)
        }
        if ["of", "for"].contains(sentence.word(index + 1)),
          let force = sentence.forces.firstIndex(where: {
            $0.tokens.lowerBound > index + 1 && $0.tokens.lowerBound <= index + 4
          })
        {
          return (sentence.forces[force].actor, index)
        }
        return nil
      }
      index += 1
    }
    return nil
  }

  func nearbyForce(before index: Int, downTo start: Int) -> Int? {
    sentence.forces.lastIndex {
      $0.tokens.lowerBound >= start && $0.tokens.upperBound <= index
        && index - $0.tokens.upperBound <= 3
    }
  }

  /// "X is in the hands of IS", "X came under the control of the army", "under IS control".
  mutating func readControlPhrases() {
    for index in sentence.range where sentence.isControlNoun(index) {
      guard let (force, end) = holder(around: index) else { continue }
      guard let preposition = openingPreposition(before: index, force) else { continue }
      // "Four districts are left in IS hands: A, B and C".
      let listed = sentence.kind(end) == .colon ? list(at: end + 1).map { groups[$0] } : nil
      guard let group = listed ?? controlled(before: preposition, behind: end) else { continue }
      var verb = VerbGroup(
        match: ControlMatch(
          entry: 0, form: .noun, head: preposition, end: end, gap: preposition..<preposition),
        start: preposition)
      VerbReader(sentence: sentence).readMood(&verb, before: preposition)
      let isStill = (max(sentence.range.lowerBound, preposition - 4)..<preposition).contains {
        sentence.isAny($0, .tense)
      }
      let isChange = (max(sentence.range.lowerBound, preposition - 5)..<preposition).contains {
        ["came", "brought", "fell", "fallen", "come", "taken", "put"].contains(sentence.rawWord($0))
      }
      for phrase in group.phrases where phrase.mention.place >= 0 && !phrase.use.contains(.modifier)
      {
        var kind = verb.kind
        if kind == .event, !isStill, !isChange { kind = .background }
        claims.append(
          Claim(
            phrase: phrase, actor: force?.actor ?? -1, unit: force?.unit ?? "",
            status: phrase.use.contains(.partial)
              && force.map { !irregulars.contains($0.actor) } == true
              ? .contested : .control,
            kind: kind, verb: index, reason: verb.reason, isState: !isChange, isPast: isChange,
            isReturn: isChange, actorIsNamed: force != nil,
            isPartial: !phrase.use.isDisjoint(with: [.partial, .containing])))
      }
    }
  }

  /// "X has been under siege".
  mutating func readSieges() {
    for index in sentence.range
    where sentence.isAny(index, .power) && sentence.word(index) == "siege"
      && sentence.word(index - 1) == "under"
    {
      guard let group = controlled(before: index - 1, behind: index + 1) else { continue }
      let force = nextForce(behind: index + 1, within: 4, after: ["by"]).map { sentence.forces[$0] }
      for phrase in group.phrases where phrase.isPlain && phrase.mention.place >= 0 {
        claims.append(
          Claim(
            phrase: phrase, actor: force?.actor ?? -1, unit: force?.unit ?? "", status: .encircled,
            kind: .event, verb: index, reason: -1, isState: true, isPast: false, isReturn: false,
            actorIsNamed: force != nil, isPartial: false))
      }
    }
  }

  /// The party before "hands" or "control", or behind "of".
  func holder(around noun: Int) -> (force: ForceMention?, end: Int)? {
    if let force = sentence.force(endingAt: noun - 1) {
      return (sentence.forces[force], noun + 1)
    }
    if sentence.word(noun + 1) == "of",
      let force = sentence.forces.firstIndex(where: {
        $0.tokens.lowerBound > noun + 1 && $0.tokens.lowerBound <= noun + 5
      })
    {
      return (sentence.forces[force], sentence.forces[force].tokens.upperBound)
    }
    if sentence.word(noun - 1) == "our" { return (nil, noun + 1) }
    // "Was brought under control".
    if sentence.word(noun - 1) == "under",
      ["brought", "put", "taken"].contains(sentence.rawWord(noun - 2))
    {
      return (nil, noun + 1)
    }
    // "Came under its control": whoever was named last.
    if ["its", "their"].contains(sentence.word(noun - 1)),
      let force = sentence.forces.last(where: { $0.tokens.upperBound <= noun })
    {
      return (force, noun + 1)
    }
    return nil
  }

  func openingPreposition(before noun: Int, _ force: ForceMention?) -> Int? {
    var index = noun - 1
    while sentence.range.contains(index), noun - index < 9 {
      if ["in", "under", "into"].contains(sentence.word(index)) { return index }
      if sentence.isPunctuation(index) { return nil }
      index -= 1
    }
    return nil
  }

  /// What is under control: the subject before, or the object of "brought … under control".
  func controlled(before preposition: Int, behind end: Int) -> PlaceGroup? {
    for group in groups.reversed() where group.tokens.upperBound <= preposition {
      let isAntecedent =
        ["where", "which"].contains(sentence.word(group.tokens.upperBound + 1))
        || ["where", "which"].contains(sentence.word(group.tokens.upperBound))
      if isAntecedent, preposition - group.tokens.upperBound < 16 { return group }
      // "West of X, a region still under IS control": the apposition tells of X.
      let between = group.tokens.upperBound..<preposition
      if sentence.kind(between.lowerBound) == .comma, between.count > 2, between.count < 14,
        sentence.isAny(between.lowerBound + 1, .determiner),
        between.contains(where: { sentence.isAny($0, .kind) }),
        !between.contains(where: { sentence.isAny($0, [.be, .have, .modal]) })
      {
        return group
      }
      if breaksClause(group.tokens.upperBound..<preposition, isReduced: false) { return nil }
      let governor = group.governor
      let isObject = sentence.isAny(governor, .preposition) && sentence.word(governor) != "of"
      if isObject { continue }
      if group.phrases.contains(where: \.isPlain) { return group }
    }
    // "The army ringed X, but the centre remains in the hands of IS".
    let hasCore = (max(sentence.range.lowerBound, preposition - 4)..<preposition).contains {
      sentence.isAny($0, .core) && !sentence.isAny($0, .determiner)
    }
    return hasCore ? placeNamed(before: preposition)?.group : nil
  }
}

extension Sentence {
  /// Whether a word means power over a place: "hands", "control", "grip".
  func isControlNoun(_ index: Int) -> Bool {
    isAny(index, .power) && word(index) != "siege"
  }

  /// A token's letters in small letters, whether or not the vocabulary has it.
  func rawWord(_ index: Int) -> String {
    range.contains(index) ? text(index).lowercased() : ""
  }
}
