internal import Theatre

/// A verb or noun of the lexicon with who does what it says.
struct Clause {
  /// The verb; a subject such as "no unit" denies it.
  var verb: VerbGroup
  /// What the lexicon says of it.
  let word: ControlWord
  /// The prepositions before its place, if it has its place after one.
  let prepositions: [Int32]
  let subject: Subject
  /// The party that is the subject, if it is one.
  let force: ForceMention?

  init(_ sentence: Sentence, verb index: Int) {
    let entry = sentence.lexicon.verbs.entries[sentence.verbs[index].match.entry]
    var verb = sentence.verbs[index]
    let subject = sentence.subjects[index]
    let force = subject.force >= 0 ? sentence.forces[subject.force] : nil
    if let force, verb.kind == .event, PartyFinder(sentence: sentence).isNegated(force) {
      verb.kind = .refuted
      verb.reason = force.tokens.lowerBound
    }
    self.verb = verb
    word = entry.word
    prepositions = entry.prepositions
    self.subject = subject
    self.force = force
  }
}

/// Places that something is said of, with what the words before them make of them.
struct FoundPlaces {
  let group: PlaceGroup
  let use: PlacePhrase.Use
}

extension Clause {
  /// What is claimed of some places by a party.
  func claims(of found: FoundPlaces, by force: ForceMention?, in sentence: Sentence) -> [Claim] {
    guard let status = word.status else { return [] }
    // Who holds most of a place fights for the rest, unless he held it all before.
    let isGain =
      status == .control
      && (word.aspect != .state || force.map { !sentence.irregulars.contains($0.actor) } == true)
    let hint = PartyFinder(sentence: sentence).hint(before: verb.start)
    var claims: [Claim] = []
    for phrase in found.group.phrases where phrase.isPlain {
      let whole = phrase.use.union(found.use)
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
          phrase: phrase, actor: force?.actor ?? .unnamed, unit: force?.unit ?? "",
          status: isPartial && isGain ? .contested : status, kind: kind, verb: verb.match.head,
          reason: verb.reason,
          isState: word.aspect == .state || word.aspect == .activity || verb.isProgressive,
          isPast: verb.isPast, isReturn: word.aspect == .return, hint: hint,
          actorIsNamed: force != nil, isPartial: isPartial))
    }
    return claims
  }

  /// What is claimed of several groups of places.
  func claims(
    of found: [FoundPlaces], by force: ForceMention?, in sentence: Sentence
  ) -> [Claim] {
    found.flatMap { claims(of: $0, by: force, in: sentence) }
  }
}
