internal import TheatreModel

/// Puts verbs, places and parties of a sentence together.
struct ClaimFinder {
  let sentence: Sentence
  let groups: [PlaceGroup]
  let verbs: [VerbGroup]
  let irregulars: Set<Int>
  var claims: [Claim] = []
  /// The subject of each verb, for those that share it.
  var subjects: [Subject] = []

  /// Who does what a verb says.
  struct Subject {
    /// The mention among the sentence's forces; -1 if it is none of them.
    var force = -1
    /// Whether somebody else does it: civilians, aid workers.
    var isOther = false
  }

  init(_ sentence: Sentence, irregulars: Set<Int>) {
    self.sentence = sentence
    self.irregulars = irregulars
    groups = sentence.placeGroups()
    verbs = VerbReader(sentence: sentence).groups()
  }

  /// The claims of the sentence.
  mutating func found() -> [Claim] {
    for index in verbs.indices {
      subjects.append(Subject())
      read(index)
    }
    for group in groups { readHolders(of: group) }
    readControlPhrases()
    readSieges()
    return claims
  }

  // MARK: One verb

  mutating func read(_ index: Int) {
    var verb = verbs[index]
    let word = sentence.lexicon.entries[verb.match.entry].word
    if verb.match.form == .noun {
      readNoun(verb, word)
      return
    }
    let subject = subject(of: index)
    subjects[index] = subject
    if subject.force >= 0, isNegated(sentence.forces[subject.force]), verb.kind == .event {
      verb.kind = .refuted
      verb.reason = sentence.forces[subject.force].tokens.lowerBound
    }
    guard let status = word.status else { return }
    switch word.place {
    case .object: readObject(verb, word, status, subject)
    case .subject: readFall(verb, word, status)
    case .after: readAfter(verb, word, status, subject)
    case .prepositions(let prepositions):
      readPrepositions(verb, word, status, subject, prepositions)
    }
  }

  /// "No unit", "none of the troops".
  func isNegated(_ force: ForceMention) -> Bool {
    let start = force.tokens.lowerBound
    return sentence.word(start - 1) == "no"
      || (max(sentence.range.lowerBound, start - 3)..<start).contains {
        ["none", "neither"].contains(sentence.word($0))
      }
  }

  /// A verb with the place as its object, or as the subject of its passive.
  mutating func readObject(
    _ verb: VerbGroup, _ word: ControlWord, _ status: ControlStatus, _ subject: Subject
  ) {
    if verb.isPassive {
      if status == .encircled, let place = surroundedPlace(verb) {
        add(place, verb, word, status, agent(of: verb))
        return
      }
      guard let found = subjectPlaces(of: verb) ?? antecedent(of: verb) ?? pronoun(before: verb)
      else {
        return
      }
      let agent = agent(of: verb)
      // "A hundred fighters are left": without "by" that is no leaving.
      if status == .withdrew, agent == nil { return }
      if agent == nil, byOthers(verb) { return }
      add(found, verb, word, status, agent)
      return
    }
    if subject.isOther { return }
    let needsForce =
      status == .withdrew || status == .entered || word.aspect == .state || word.aspect == .approach
      || status == .contested
    let force = subject.force >= 0 ? sentence.forces[subject.force] : nil
    if needsForce, force == nil, !hasSilentSubject(verb) { return }
    let start = verb.match.gap.isEmpty ? verb.match.end : verb.match.gap.lowerBound
    if status == .withdrew, leavesBehind(start) { return }
    if let found = objectPlaces(from: start) {
      if word.actor == .to {
        // "Handed X over to": who is given it has it then.
        let taker = nextForce(behind: found.group.tokens.upperBound, within: 5, after: ["to"])
        if let taker { add(found, verb, word, status, sentence.forces[taker]) }
        return
      }
      add(found, verb, word, status, force)
      if let more = continuation(of: found.group) { add(more, verb, word, status, force) }
    } else if !VerbReader(sentence: sentence).hasObject(verb), let found = antecedent(of: verb) {
      add(found, verb, word, status, force)
    }
  }

  /// "The city fell (to …)".
  mutating func readFall(_ verb: VerbGroup, _ word: ControlWord, _ status: ControlStatus) {
    guard !VerbReader(sentence: sentence).hasObject(verb), let found = subjectPlaces(of: verb)
    else {
      return
    }
    var force: ForceMention?
    if let index = nextForce(behind: verb.match.end, within: 8, after: ["to", "into", "under"]) {
      force = sentence.forces[index]
    }
    add(found, verb, word, status, force)
  }

  /// A verb whose place stands behind its last word, in the passive too: "IS was driven out of X".
  mutating func readAfter(
    _ verb: VerbGroup, _ word: ControlWord, _ status: ControlStatus, _ subject: Subject
  ) {
    guard let found = objectPlaces(from: verb.match.end) ?? antecedent(of: verb) else { return }
    if verb.isPassive {
      // Who is driven out is the subject, or stands in the gap.
      add(found, verb, word, status, agent(of: verb))
      return
    }
    if subject.isOther { return }
    guard !verb.match.gap.isEmpty,
      sentence.forces.contains(where: { $0.tokens.overlaps(verb.match.gap) })
        || verb.match.gap.contains(where: { sentence.isAny($0, .pronoun) })
        || verb.match.gap.contains(where: { sentence.word($0) == "fighters" })
    else { return }
    add(found, verb, word, status, subject.force >= 0 ? sentence.forces[subject.force] : nil)
  }

  /// A verb with the place behind a preposition: "fought for X", or in front: "in X, troops
  /// fought".
  mutating func readPrepositions(
    _ verb: VerbGroup, _ word: ControlWord, _ status: ControlStatus, _ subject: Subject,
    _ prepositions: [String]
  ) {
    if subject.isOther { return }
    let force = subject.force >= 0 ? sentence.forces[subject.force] : nil
    if force == nil, !hasSilentSubject(verb) { return }
    var places = self.places(behind: verb.match.end, prepositions)
    if places.isEmpty { places = placesInFront(of: verb, prepositions) }
    if places.isEmpty, status == .contested, let found = antecedent(of: verb) { places = [found] }
    let attacker =
      status == .contested && word.aspect == .activity ? attacker(besides: force, verb) : force
    for group in places { add(group, verb, word, status, attacker) }
  }

  // MARK: Claims

  mutating func add(
    _ found: FoundPlaces, _ verb: VerbGroup, _ word: ControlWord, _ status: ControlStatus,
    _ force: ForceMention?
  ) {
    add(found.group, verb, word, status, force, found.use)
  }

  mutating func add(
    _ group: PlaceGroup, _ verb: VerbGroup, _ word: ControlWord, _ status: ControlStatus,
    _ force: ForceMention?, _ use: PlacePhrase.Use = []
  ) {
    // Who holds most of a place fights for the rest, unless he held it all before.
    let isGain =
      status == .control
      && (word.aspect != .state || force.map { !irregulars.contains($0.actor) } == true)
    let hint = self.hint(before: verb.start)
    for phrase in group.phrases where phrase.isPlain && phrase.mention.place >= 0 {
      let whole = phrase.use.union(use)
      // "Three villages in X were taken" does not say which: X only tells where they are.
      if whole.contains(.containing), status != .contested { continue }
      // Who "was clearing" a place had not done so yet.
      let isUnfinished = verb.isProgressive && word.aspect != .state && word.aspect != .activity
      let isPartial =
        (whole.contains(.partial) && !whole.contains(.core)) || verb.isNearly || isUnfinished
      var kind = verb.kind
      if word.aspect == .approach, kind == .event { kind = .planned }
      claims.append(
        Claim(
          phrase: phrase, actor: force?.actor ?? -1, unit: force?.unit ?? "",
          status: isPartial && isGain ? .contested : status, kind: kind, verb: verb.match.head,
          reason: verb.reason,
          isState: word.aspect == .state || word.aspect == .activity || verb.isProgressive,
          isPast: verb.isPast, isReturn: word.aspect == .return, hint: hint,
          actorIsNamed: force != nil, isPartial: isPartial))
    }
  }

  /// The actor of the nearest party before a token that can be a subject, else of the sentence's
  /// first.
  func hint(before token: Int) -> Int {
    let subject = sentence.forces.first {
      $0.tokens.upperBound <= token && $0.actor >= 0 && isSubject($0)
    }
    return (subject ?? sentence.forces.first { $0.actor >= 0 && $0.use != .weak })?.actor ?? -1
  }
}
