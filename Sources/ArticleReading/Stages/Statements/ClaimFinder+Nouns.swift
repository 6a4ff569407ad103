internal import TheatreModel

/// Claims made by a noun: "the capture of X", "clashes in X".
extension ClaimFinder {
  mutating func readNoun(_ verb: VerbGroup, _ word: ControlWord) {
    guard let status = word.status else { return }
    if status == .contested {
      guard case .prepositions(let prepositions) = word.place else { return }
      if sentence.isAny(verb.match.head - 1, [.intent]) { return }
      guard isReal(verb) else { return }
      var places = self.places(behind: verb.match.end, prepositions)
      if places.isEmpty { places = placesInFront(of: verb, prepositions) }
      for group in places { add(group, verb, word, status, attacker(besides: nil, verb)) }
      return
    }
    let noun = verb.match.head
    guard
      let group = groups.first(where: { group in
        group.phrases.contains { $0.noun == noun }
          || (group.tokens.lowerBound > noun && group.tokens.lowerBound <= noun + 2
            && ["of", "from"].contains(sentence.word(group.governor)) && group.governor == noun + 1)
      })
    else { return }
    var verb = verb
    if verb.kind == .event {
      guard let announced = announcement(of: verb) ?? presupposition(of: verb, group) else {
        return
      }
      if announced { verb.kind = .planned }
    }
    var force: ForceMention?
    switch word.actor {
    case .to:
      force = nextForce(behind: group.tokens.upperBound, within: 5, after: ["to"]).map {
        sentence.forces[$0]
      }
    default:
      force =
        nextForce(behind: group.tokens.upperBound, within: 5, after: ["by"]).map {
          sentence.forces[$0]
        } ?? possessor(of: noun)
    }
    if force == nil, word.actor != .to {
      force = sentence.forces.last { $0.tokens.upperBound <= noun && isSubject($0) }
    }
    add(group, verb, word, status, force)
  }

  /// Whether a noun such as "capture" is announced or presupposed as a fact: true if it is only
  /// planned, nil if nothing tells.
  func announcement(of verb: VerbGroup) -> Bool? {
    var index = verb.match.head - 1
    var steps = 0
    while sentence.range.contains(index), steps < 10 {
      if sentence.isAny(index, .announce) { return false }
      if sentence.isAny(index, .intent) { return true }
      if sentence.isAny(index, .negation) { return nil }
      if sentence.kind(index) == .semicolon { return nil }
      index -= 1
      steps += 1
    }
    return nil
  }

  /// "The fall of X had opened the way": what opens a sentence in a past tense is taken for a fact.
  func presupposition(of verb: VerbGroup, _ group: PlaceGroup) -> Bool? {
    guard verb.match.head <= sentence.range.lowerBound + 1 else { return nil }
    let rest = group.tokens.upperBound..<sentence.range.upperBound
    if rest.contains(where: {
      sentence.isAny($0, [.modal, .expectation, .condition]) && sentence.word($0) != "can"
    }) {
      return nil
    }
    let isPast = rest.contains { ["had", "was", "were", "came"].contains(sentence.rawWord($0)) }
    return isPast ? false : nil
  }

  func possessor(of noun: Int) -> ForceMention? {
    sentence.force(endingAt: noun - 1).map { sentence.forces[$0] }
  }

  /// Whether fighting that a noun names takes place: not "expected", "before", "to avoid".
  func isReal(_ verb: VerbGroup) -> Bool {
    let around = max(sentence.range.lowerBound, verb.start - 6)..<verb.start
    return verb.kind == .event
      && !around.contains { sentence.isAny($0, [.modal, .expectation, .condition, .negation]) }
  }
}
