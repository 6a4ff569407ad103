internal import Theatre

/// Who does what a verb says.
struct Subject {
  /// The mention among the sentence's forces; -1 if it is none of them.
  var force = -1
  /// Whether somebody else does it: civilians, aid workers.
  var isOther = false
}

/// Finds the parties of a clause: who does it, by whom it is done, who attacks.
struct PartyFinder {
  let sentence: Sentence

  /// The subject of each verb; nouns have none.
  func subjects() -> [Subject] {
    var subjects: [Subject] = []
    for verb in sentence.verbs {
      subjects.append(verb.match.form == .noun ? Subject() : subject(of: verb, after: subjects))
    }
    return subjects
  }

  private func subject(of verb: VerbGroup, after subjects: [Subject]) -> Subject {
    if verb.coordinatedWith >= 0 {
      let partner = subjects[verb.coordinatedWith]
      if partner.force >= 0 || partner.isOther { return partner }
    }
    var position = verb.start - 1
    var steps = 0
    while sentence.range.contains(position), steps < 40 {
      if let force = sentence.force(endingAt: position), isSubject(sentence.forces[force]) {
        return Subject(force: first(ofPairWith: force))
      }
      if sentence.isAny(position, .relative), let force = relativeForce(before: position) {
        return Subject(force: force)
      }
      if steps < 5, sentence.isAny(position, .civil), sentence.force(containing: position) == nil,
        !sentence.isAny(position, .report)
      {
        if !isInside(position, verb) { return Subject(isOther: true) }
      }
      if sentence.kind(position) == .semicolon { break }
      position -= 1
      steps += 1
    }
    return Subject()
  }

  /// Of "peshmerga and police" the first.
  private func first(ofPairWith force: Int) -> Int {
    var start = sentence.forces[force].tokens.lowerBound
    if sentence.isAny(start - 1, .determiner) { start -= 1 }
    guard sentence.isAny(start - 1, .and), let partner = sentence.force(endingAt: start - 2),
      isSubject(sentence.forces[partner])
    else { return force }
    return partner
  }

  /// The party that "who" or "which" refers to, whatever governs it.
  private func relativeForce(before relative: Int) -> Int? {
    guard sentence.isAny(relative, .partyRelative) else { return nil }
    let end = sentence.kind(relative - 1) == .comma ? relative - 2 : relative - 1
    return sentence.force(endingAt: end)
  }

  /// Whether a word for people is not the head of what stands before the verb.
  private func isInside(_ position: Int, _ verb: VerbGroup) -> Bool {
    stretch(from: position + 1, to: verb.start).contains { sentence.kind($0) == .comma }
  }

  /// Whether a party can be the subject of what follows: no preposition makes it an object.
  func isSubject(_ force: ForceMention) -> Bool {
    if sentence.tokens[force.tokens.upperBound - 1].isPossessive { return false }
    // "IS-held" says of what stands after it.
    if force.tokens.upperBound < sentence.range.upperBound,
      sentence.tokens[force.tokens.upperBound].isJoined
    {
      return false
    }
    var index = force.tokens.lowerBound - 1
    while sentence.isAny(index, [.determiner, .adjective, .number, .ordinal])
      || sentence.isPlainWord(index)
    {
      if sentence.isAny(index, .preposition) || sentence.isVerbLike(index) { break }
      index -= 1
    }
    // "Forces fighting IS", "after it killed militants": whoever stands after a verb is its
    // object.
    if sentence.isVerbLike(index) { return false }
    if sentence.isWord(index, .from), sentence.isTroopNoun(index - 1) { return true }
    return !sentence.isAny(index, .objectMaker)
  }

  /// "No unit", "none of the troops".
  func isNegated(_ force: ForceMention) -> Bool {
    let start = force.tokens.lowerBound
    return sentence.isWord(start - 1, .no)
      || stretch(from: max(sentence.range.lowerBound, start - 3), to: start).contains {
        sentence.isAny($0, .noOne)
      }
  }

  /// Whether a verb may have as its subject whoever was spoken of before: a pronoun, "who", an
  /// infinitive or nothing stands in its place.
  func hasSilentSubject(_ verb: VerbGroup) -> Bool {
    if verb.isNonfinite || verb.coordinatedWith >= 0 { return true }
    return sentence.isAny(verb.start - 1, [.pronoun, .relative])
  }

  /// The party after "by".
  func agent(of verb: VerbGroup) -> ForceMention? {
    next(behind: verb.match.end, within: 8, after: .agentPreposition)
  }

  /// Whether somebody who is not a party of the theatre did it.
  func byOthers(_ verb: VerbGroup) -> Bool {
    sentence.isWord(verb.match.end, .by)
      && !sentence.isAny(verb.match.end + 1, [.month, .weekday])
      && !sentence.isTime(verb.match.end + 1)
      && sentence.isAny(verb.match.end + 1, .civil)
  }

  /// The next party after a preposition near a token.
  func next(
    behind start: Int, within count: Int, after preposition: WordClass
  ) -> ForceMention? {
    for index in stretch(from: start, to: min(start + count, sentence.range.upperBound))
    where sentence.isAny(index, preposition) {
      return sentence.forces.first {
        $0.tokens.lowerBound > index && $0.tokens.lowerBound - index <= 6
      }
    }
    return nil
  }

  /// Who attacks among those of a clause: a regular force, if there is one.
  func attacker(besides force: ForceMention?, _ verb: VerbGroup) -> ForceMention? {
    if let force, !sentence.irregulars.contains(force.actor) { return force }
    let others = sentence.forces.filter {
      $0.actor != .outsider && !sentence.irregulars.contains($0.actor) && $0.actor.isKnown
        && $0.use != .weak
    }
    return others.min {
      abs($0.tokens.lowerBound - verb.match.head) < abs($1.tokens.lowerBound - verb.match.head)
    }
  }

  /// The actor of the first party before a token that can be a subject, else of the sentence's
  /// first; nil if there is none.
  func hint(before token: Int) -> ActorID? {
    let subject = sentence.forces.first {
      $0.tokens.upperBound <= token && $0.actor.isKnown && isSubject($0)
    }
    return (subject ?? sentence.forces.first { $0.actor.isKnown && $0.use != .weak })?.actor.id
  }
}
