internal import TheatreModel

/// Puts verbs, places and parties of a sentence together.
struct ClaimFinder {
  let sentence: Sentence
  let groups: [PlaceGroup]
  let verbs: [VerbGroup]
  let irregulars: Set<Int>
  private var claims: [Claim] = []
  /// The subject of each verb, for those that share it.
  private var subjects: [Subject] = []

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

  private mutating func read(_ index: Int) {
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
  private func isNegated(_ force: ForceMention) -> Bool {
    let start = force.tokens.lowerBound
    return (max(sentence.range.lowerBound, start - 3)..<start).contains {
      ["no", "none", "neither"].contains(sentence.word($0))
    }
  }

  /// A verb with the place as its object, or as the subject of its passive.
  private mutating func readObject(
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
      add(found, verb, word, status, force)
      if let more = continuation(of: found.group) { add(more, verb, word, status, force) }
    } else if !VerbReader(sentence: sentence).hasObject(verb), let found = antecedent(of: verb) {
      add(found, verb, word, status, force)
    }
  }

  /// "The city fell (to …)".
  private mutating func readFall(_ verb: VerbGroup, _ word: ControlWord, _ status: ControlStatus) {
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
  private mutating func readAfter(
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
  private mutating func readPrepositions(
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

  // MARK: Nouns

  private mutating func readNoun(_ verb: VerbGroup, _ word: ControlWord) {
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
  private func announcement(of verb: VerbGroup) -> Bool? {
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
  private func presupposition(of verb: VerbGroup, _ group: PlaceGroup) -> Bool? {
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

  private func possessor(of noun: Int) -> ForceMention? {
    sentence.force(endingAt: noun - 1).map { sentence.forces[$0] }
  }

  /// Whether fighting that a noun names takes place: not "expected", "before", "to avoid".
  private func isReal(_ verb: VerbGroup) -> Bool {
    let around = max(sentence.range.lowerBound, verb.start - 6)..<verb.start
    return verb.kind == .event
      && !around.contains { sentence.isAny($0, [.modal, .expectation, .condition, .negation]) }
  }

  // MARK: Places

  /// The places that are the object behind a token.
  private func objectPlaces(from start: Int) -> FoundPlaces? {
    var index = start
    var use: PlacePhrase.Use = []
    var sawNoun = false
    var sawPlural = false
    var steps = 0
    if let pronoun = pronoun(at: start) { return pronoun }
    while sentence.range.contains(index), steps < 18 {
      if let group = groups.firstIndex(where: {
        $0.tokens.contains(index) && $0.tokens.lowerBound >= start
      }) {
        // "The University of X" is not X.
        if groups[group].phrases[0].noun >= start { return nil }
        return accept(group, use)
      }
      steps += 1
      if sentence.force(beginningAt: index) != nil {
        // "Retook ISIL-held X" was read with the place; another party ends the object.
        return nil
      }
      if sentence.isPunctuation(index) {
        let kind = sentence.kind(index)
        if sawNoun,
          let listed = examples(at: index + 1)
            ?? (kind == .comma && !sawPlural ? nil : list(at: index + 1))
        {
          return accept(listed, [])
        }
        if kind == .openQuote || kind == .closeQuote
          || (kind == .comma && !sawNoun && index == start)
        {
          index += 1
          continue
        }
        return nil
      }
      if sentence.word(index) == "both", let group = lastPair(before: index) {
        return FoundPlaces(group: group, use: use)
      }
      if let listed = examples(at: index), sawNoun { return accept(listed, []) }
      switch sentence.word(index) {
      case "of":
        if ["it", "them"].contains(sentence.word(index + 1)), let found = pronoun(at: index + 1) {
          return FoundPlaces(group: found.group, use: use)
        }
      case "in", "inside", "within", "across", "at":
        guard sawNoun else { return nil }
        use.insert(.containing)
      case "such", "including":
        break
      default:
        if sentence.isAny(index, .rim) { use.insert(.rim) }
        if sentence.isAny(index, .locating) { return nil }
        if sentence.isAny(index, [.be, .have, .modal, .relative, .pronoun, .subordinator])
          && !sentence.isAny(index, [.determiner, .core, .partial])
        {
          return nil
        }
        let isQuantity =
          ["about", "around", "over", "up", "to"].contains(sentence.word(index))
          && (sentence.isAny(index + 1, .number) || sentence.kind(index + 1) == .number)
        if sentence.isAny(index, .preposition), !isQuantity, !sentence.isAny(index, .compass) {
          return nil
        }
        if sentence.isAny(index, .generic) { sawPlural = true }
        if sentence.isAny(index, [.kind, .partial, .generic, .facility])
          || sentence.isPlainWord(index)
        {
          sawNoun = true
        }
        if sentence.isAny(index, .partial) { use.insert(.partial) }
        if sentence.isAny(index, .and), !sawNoun { return nil }
      }
      index += 1
    }
    return nil
  }

  /// "It", "them", "the centre" in place of an object: the place that was named last.
  private func pronoun(at index: Int) -> FoundPlaces? {
    let isPronoun = sentence.word(index) == "it" || sentence.word(index) == "them"
    let isCore =
      sentence.word(index) == "the" && sentence.isAny(index + 1, .core)
      && !sentence.isAny(index + 1, .determiner)
      && (sentence.isPunctuation(index + 2)
        || sentence.isAny(index + 2, [.relative, .and, .preposition]))
      && sentence.word(index + 2) != "of"
    guard isPronoun || isCore else { return nil }
    return placeNamed(before: index)
  }

  /// "It was retaken": the place that was named last.
  private func pronoun(before verb: VerbGroup) -> FoundPlaces? {
    sentence.word(verb.start - 1) == "it" ? placeNamed(before: verb.start - 1) : nil
  }

  private func placeNamed(before index: Int) -> FoundPlaces? {
    if var group = groups.last(where: { $0.tokens.upperBound <= index }) {
      let uses = group.phrases.reduce(into: PlacePhrase.Use()) { $0.formUnion($1.use) }
      // "The building in X … it": the building is meant.
      guard uses.isDisjoint(with: [.containing, .modifier, .home]) else { return nil }
      for position in group.phrases.indices { group.phrases[position].use = [] }
      return FoundPlaces(group: group, use: [])
    }
    guard var mention = sentence.previousPlace else { return nil }
    mention.tokens = index..<index + 1
    mention.certainty = .reference
    return FoundPlaces(
      group: PlaceGroup(phrases: [PlacePhrase(mention: mention, tokens: mention.tokens)]), use: [])
  }

  /// "Leaving X surrounded" leaves nothing: a participle stands behind the place.
  private func leavesBehind(_ start: Int) -> Bool {
    guard let group = groups.first(where: { $0.tokens.lowerBound >= start }),
      group.tokens.lowerBound - start <= 3
    else { return false }
    return sentence.isVerbLike(group.tokens.upperBound)
  }

  /// "Took A on Friday and, for the second time, B": the list goes on behind a date or a count.
  private func continuation(of group: PlaceGroup) -> PlaceGroup? {
    guard let next = groups.first(where: { $0.tokens.lowerBound >= group.tokens.upperBound }) else {
      return nil
    }
    let between = group.tokens.upperBound..<next.tokens.lowerBound
    guard between.count <= 14, between.contains(where: { sentence.isAny($0, .and) }),
      next.phrases.contains(where: \.isPlain)
    else { return nil }
    let isLight = between.allSatisfy { index in
      sentence.kind(index) == .comma || sentence.times.contains { $0.tokens.contains(index) }
        || sentence.isAny(index, [.and, .ordinal, .timeunit, .determiner, .adverb])
        || ["for", "in", "on", "time", "same"].contains(sentence.word(index))
    }
    return isLight ? next : nil
  }

  private struct FoundPlaces {
    let group: PlaceGroup
    let use: PlacePhrase.Use
  }

  private func accept(_ index: Int, _ use: PlacePhrase.Use) -> FoundPlaces? {
    let group = groups[index]
    guard !use.contains(.rim), group.phrases.contains(where: \.isPlain) else { return nil }
    // "Several neighborhoods in Raqqa, such as A and B": those are meant, not the city.
    let isContainer =
      group.phrases.contains { !$0.use.isDisjoint(with: [.containing, .partial]) }
      || use.contains(.containing)
    if isContainer {
      let end = group.tokens.upperBound
      let listed = examples(at: end) ?? examples(at: end + 1)
      if let listed, listed != index { return accept(listed, []) }
    }
    return FoundPlaces(group: group, use: use)
  }

  /// The places that "such as", "including" or "namely" at a token brings in.
  private func examples(at index: Int) -> Int? {
    var start = index
    switch sentence.rawWord(index) {
    case "such" where sentence.word(index + 1) == "as": start += 2
    case "including", "namely", "like": start += 1
    case "among" where ["them", "which"].contains(sentence.word(index + 1)): start += 2
    default: return nil
    }
    return list(at: start)
  }

  /// The places that begin at a token.
  private func list(at index: Int) -> Int? {
    groups.firstIndex { $0.tokens.contains(index) && $0.tokens.lowerBound >= index }
  }

  /// The two places that "both" refers to.
  private func lastPair(before index: Int) -> PlaceGroup? {
    groups.last { group in
      group.tokens.upperBound <= index
        && (group.phrases.count == 2
          || sentence.isAny(group.tokens.lowerBound - 1, .and)
            && sentence.isUnknownName(group.tokens.lowerBound - 2))
    }
  }

  /// The places that are the subject of a passive or of "fell".
  private func subjectPlaces(of verb: VerbGroup) -> FoundPlaces? {
    let end = verb.start
    if verb.coordinatedWith >= 0 {
      let partner = verbs[verb.coordinatedWith]
      if partner.isPassive, let found = subjectPlaces(of: partner) { return found }
    }
    for (index, group) in groups.enumerated().reversed() where group.tokens.upperBound <= end {
      if breaksClause(group.tokens.upperBound..<end, isReduced: verb.isReduced) { return nil }
      guard group.phrases.contains(where: \.isPlain) else { continue }
      let governor = group.governor
      let isObject =
        sentence.isAny(governor, .preposition) && sentence.word(governor) != "of"
      if isObject {
        // "Three villages in X were taken": a part of X, if the villages are the subject.
        let noun = governor - 1
        if ["in", "inside", "within", "across"].contains(sentence.word(governor)),
          sentence.isAny(noun, [.generic, .partial]),
          !verb.isReduced
        {
          return FoundPlaces(group: group, use: .containing)
        }
        // Of "Mosul, the last city held by IS in Iraq", the apposition's own place does not count.
        continue
      }
      if sentence.word(governor) == "of", group.phrases[0].noun >= 0 { continue }
      if verb.isReduced, !isApposed(group, to: verb) { return nil }
      return accept(index, headUse(between: group.tokens.upperBound, and: end))
    }
    return nil
  }

  /// Whether words of their own clause stand between a subject and its verb.
  private func breaksClause(_ between: Range<Int>, isReduced: Bool) -> Bool {
    var depth = 0
    for index in between {
      if sentence.kind(index) == .semicolon || sentence.kind(index) == .colon { return true }
      if sentence.kind(index) == .comma { depth += 1 }
      if isReduced, sentence.isAny(index, [.modal]) { return true }
      if sentence.isAny(index, [.subordinator, .but]),
        !sentence.isAny(index, [.preposition, .adverb]),
        depth == 0
      {
        return true
      }
    }
    return false
  }

  /// Whether a participle belongs to the place, directly or by an apposition in the singular: "X,
  /// the last town held by".
  private func isApposed(_ group: PlaceGroup, to verb: VerbGroup) -> Bool {
    let between = group.tokens.upperBound..<verb.start
    if between.isEmpty { return true }
    let noun = verb.start - 1
    if sentence.isAny(noun, .generic) { return false }
    if between.count <= 2,
      between.allSatisfy({ sentence.kind($0) == .comma || sentence.isAdverb($0) })
    {
      return true
    }
    if between.contains(where: { sentence.word($0) == "those" }) { return true }
    guard
      sentence.kind(between.lowerBound) == .comma || sentence.isAny(between.lowerBound, .relative)
        || sentence.isAny(between.lowerBound, .be)
    else { return false }
    return between.contains { sentence.isAny($0, [.kind, .apposition, .core]) }
  }

  private func headUse(between start: Int, and end: Int) -> PlacePhrase.Use { [] }

  /// The place that "which", "where" or "that" before a verb refers to.
  private func antecedent(of verb: VerbGroup) -> FoundPlaces? {
    var index = verb.start - 1
    var steps = 0
    while sentence.range.contains(index), steps < 12 {
      if sentence.isAny(index, .relative),
        let position = groups.lastIndex(where: {
          $0.tokens.upperBound <= index && $0.phrases.contains(where: \.isPlain)
            && ($0.tokens.upperBound..<index).allSatisfy(isBesideAntecedent)
        })
          ?? groups.lastIndex(where: {
            $0.tokens.upperBound <= index && index - $0.tokens.upperBound <= 2
          })
      {
        // "Outside X, in which they are surrounded": the relative clause is about X itself.
        var group = groups[position]
        let isOther = group.phrases.contains {
          !$0.use.isDisjoint(with: [.modifier, .home, .containing])
        }
        if isOther { return nil }
        for phrase in group.phrases.indices { group.phrases[phrase].use.remove(.locating) }
        return group.phrases.contains(where: \.isPlain) ? FoundPlaces(group: group, use: []) : nil
      }
      if sentence.kind(index) == .comma && !sentence.isAny(index - 1, .relative) && steps > 8 {
        return nil
      }
      index -= 1
      steps += 1
    }
    return nil
  }

  /// What may stand between a place and "which" or "where": a comma, a preposition, a date.
  private func isBesideAntecedent(_ index: Int) -> Bool {
    sentence.kind(index) == .comma
      || sentence.isAny(index, [.preposition, .determiner, .kind, .adjective, .compass])
      || sentence.isPlainWord(index)
      || sentence.times.contains { $0.tokens.contains(index) }
      || groups.contains { group in
        group.tokens.contains(index) && !group.phrases.contains(where: \.isPlain)
      }
  }

  /// The places behind a token that follow one of some prepositions in the same clause.
  private func places(behind start: Int, _ prepositions: [String]) -> [FoundPlaces] {
    var found: [FoundPlaces] = []
    for (index, group) in groups.enumerated() where group.tokens.lowerBound >= start {
      guard group.tokens.lowerBound - start < 24,
        !breaks(start..<group.tokens.lowerBound),
        !verbs.contains(where: {
          $0.match.form != .noun && $0.match.head >= start
            && $0.match.head < group.tokens.lowerBound
        })
      else { break }
      let governor = group.governor
      guard sentence.range.contains(governor), prepositions.contains(sentence.word(governor))
      else { continue }
      if let accepted = accept(index, []) {
        found.append(accepted)
      } else if sentence.word(governor) == "on", group.phrases.contains(where: { $0.use == .rim }) {
        // Who fights at the edge of a place fights for it.
        var edge = group
        for position in edge.phrases.indices { edge.phrases[position].use = [] }
        found.append(FoundPlaces(group: edge, use: []))
      }
    }
    return found
  }

  private func breaks(_ between: Range<Int>) -> Bool {
    between.contains { index in
      let kind = sentence.kind(index)
      return kind == .semicolon || kind == .colon
        || sentence.isAny(index, [.subordinator, .relative, .report])
          && !sentence.isAny(index, [.preposition, .adverb])
          && !(sentence.isAny(index, .report) && sentence.isAny(index - 1, .be))
    }
  }

  /// The places before a verb that follow a preposition at the beginning of its clause.
  private func placesInFront(of verb: VerbGroup, _ prepositions: [String]) -> [FoundPlaces] {
    for (index, group) in groups.enumerated().reversed() where group.tokens.upperBound <= verb.start
    {
      guard verb.start - group.tokens.upperBound < 20,
        !opensOtherClause(group.tokens.upperBound..<verb.start)
      else { return [] }
      if ["in", "inside", "within", "at"].contains(sentence.word(group.governor)),
        opensClause(group.governor),
        let accepted = accept(index, [])
      {
        return [accepted]
      }
    }
    return []
  }

  /// Whether a relative clause between two tokens has not ended: no comma stands at its end.
  private func opensOtherClause(_ between: Range<Int>) -> Bool {
    let relative = between.contains { sentence.isAny($0, .relative) }
    let isEnclosed = between.contains {
      sentence.kind($0) == .comma && $0 > between.lowerBound
    }
    return between.contains { sentence.kind($0) == .semicolon } || (relative && !isEnclosed)
  }

  /// Whether a preposition stands at the beginning of a clause or behind its subject.
  private func opensClause(_ preposition: Int) -> Bool {
    let before = preposition - 1
    if !sentence.range.contains(before) || sentence.isPunctuation(before) { return true }
    if sentence.isAny(before, [.subordinator, .and, .but, .adverb, .agency, .witness, .civil]) {
      return true
    }
    return sentence.force(endingAt: before) != nil
  }

  /// Where a party is surrounded: "the militants are surrounded in X", "X, in which they are
  /// surrounded".
  private func surroundedPlace(_ verb: VerbGroup) -> FoundPlaces? {
    let subjectIsForce = sentence.forces.contains {
      $0.tokens.upperBound <= verb.start && verb.start - $0.tokens.upperBound <= 1
    }
    guard subjectIsForce else { return nil }
    if let place = places(behind: verb.match.end, ["in", "inside", "within", "at"]).first {
      return place
    }
    return antecedent(of: verb)
  }

  // MARK: Parties

  /// Who does what a verb says.
  private func subject(of index: Int) -> Subject {
    let verb = verbs[index]
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
        !sentence.isAny(position, [.report])
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
    let start = sentence.forces[force].tokens.lowerBound
    guard sentence.isAny(start - 1, .and), let partner = sentence.force(endingAt: start - 2),
      isSubject(sentence.forces[partner])
    else { return force }
    return partner
  }

  /// The party that "who" or "which" refers to, whatever governs it.
  private func relativeForce(before relative: Int) -> Int? {
    guard ["who", "which"].contains(sentence.word(relative)) else { return nil }
    let end = sentence.kind(relative - 1) == .comma ? relative - 2 : relative - 1
    return sentence.force(endingAt: end)
  }

  /// Whether a word for people is not the head of what stands before the verb.
  private func isInside(_ position: Int, _ verb: VerbGroup) -> Bool {
    (position + 1..<max(verb.start, position + 1)).contains { sentence.kind($0) == .comma }
  }

  /// Whether a party can be the subject of what follows: no preposition makes it an object.
  private func isSubject(_ force: ForceMention) -> Bool {
    if sentence.tokens[force.tokens.upperBound - 1].isPossessive { return false }
    // "IS-held" says of what stands behind it.
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
    // "Forces fighting IS", "after it killed militants": whoever stands behind a verb is its
    // object.
    if sentence.isVerbLike(index) { return false }
    switch sentence.word(index) {
    case "from" where sentence.isTroopNoun(index - 1): return true
    case "by", "from", "against", "with", "between", "for", "to", "on", "over": return false
    default: return true
    }
  }

  /// Whether a verb may have as its subject whoever was spoken of before: a pronoun, "who", an
  /// infinitive or nothing stands in its place.
  private func hasSilentSubject(_ verb: VerbGroup) -> Bool {
    if verb.isNonfinite || verb.coordinatedWith >= 0 { return true }
    return sentence.isAny(verb.start - 1, [.pronoun, .relative])
  }

  /// The party behind "by".
  private func agent(of verb: VerbGroup) -> ForceMention? {
    nextForce(behind: verb.match.end, within: 8, after: ["by"]).map { sentence.forces[$0] }
  }

  /// Whether somebody who is no party of the theatre did it.
  private func byOthers(_ verb: VerbGroup) -> Bool {
    sentence.word(verb.match.end) == "by"
      && !sentence.isAny(verb.match.end + 1, [.month, .weekday])
      && !sentence.times.contains { $0.tokens.contains(verb.match.end + 1) }
      && sentence.isAny(verb.match.end + 1, .civil)
  }

  /// The next party behind a preposition near a token.
  private func nextForce(behind start: Int, within count: Int, after prepositions: [String]) -> Int?
  {
    for index in start..<min(start + count, sentence.range.upperBound)
    where prepositions.contains(sentence.word(index)) {
      return sentence.forces.firstIndex {
        $0.tokens.lowerBound > index && $0.tokens.lowerBound - index <= 6
      }
    }
    return nil
  }

  /// Who attacks among those of a clause: one that is no irregular force, if there is one.
  private func attacker(besides force: ForceMention?, _ verb: VerbGroup) -> ForceMention? {
    if let force, !irregulars.contains(force.actor) { return force }
    let others = sentence.forces.filter {
      $0.actor != ForceFinder.outsider && !irregulars.contains($0.actor) && $0.actor >= 0
        && $0.use != .weak
    }
    return others.min {
      abs($0.tokens.lowerBound - verb.match.head) < abs($1.tokens.lowerBound - verb.match.head)
    }
  }

  // MARK: Claims

  private mutating func add(
    _ found: FoundPlaces, _ verb: VerbGroup, _ word: ControlWord, _ status: ControlStatus,
    _ force: ForceMention?
  ) {
    add(found.group, verb, word, status, force, found.use)
  }

  private mutating func add(
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
      let isPartial =
        (whole.contains(.partial) && !whole.contains(.core)) || verb.isNearly
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
  private func hint(before token: Int) -> Int {
    let subject = sentence.forces.first {
      $0.tokens.upperBound <= token && $0.actor >= 0 && isSubject($0)
    }
    return (subject ?? sentence.forces.first { $0.actor >= 0 && $0.use != .weak })?.actor ?? -1
  }

  /// "The IS-held X", "the Daesh stronghold of X", "X, the stronghold of Daesh".
  private mutating func readHolders(of group: PlaceGroup) {
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

  private mutating func addHolder(_ phrase: PlacePhrase, _ actor: Int, at token: Int) {
    claims.append(
      Claim(
        phrase: phrase, actor: actor, unit: "", status: .control, kind: .background, verb: token,
        reason: -1, isState: true, isPast: false, isReturn: false, actorIsNamed: true,
        isPartial: false))
  }

  /// The party whose stronghold the place is called behind a comma.
  private func apposition(behind phrase: PlacePhrase) -> (actor: Int, token: Int)? {
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

  private func nearbyForce(before index: Int, downTo start: Int) -> Int? {
    sentence.forces.lastIndex {
      $0.tokens.lowerBound >= start && $0.tokens.upperBound <= index
        && index - $0.tokens.upperBound <= 3
    }
  }

  /// "X is in the hands of IS", "X came under the control of the army", "under IS control".
  private mutating func readControlPhrases() {
    for index in sentence.range where sentence.isControlNoun(index) {
      guard let (force, end) = holder(around: index) else { continue }
      guard let preposition = openingPreposition(before: index, force) else { continue }
      guard let group = controlled(before: preposition, behind: end) else { continue }
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
  private mutating func readSieges() {
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
  private func holder(around noun: Int) -> (force: ForceMention?, end: Int)? {
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

  private func openingPreposition(before noun: Int, _ force: ForceMention?) -> Int? {
    var index = noun - 1
    while sentence.range.contains(index), noun - index < 9 {
      if ["in", "under", "into"].contains(sentence.word(index)) { return index }
      if sentence.isPunctuation(index) { return nil }
      index -= 1
    }
    return nil
  }

  /// What is under control: the subject before, or the object of "brought … under control".
  private func controlled(before preposition: Int, behind end: Int) -> PlaceGroup? {
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

extension VerbReader {
  /// Whether "to" opens an infinitive that is not told as a fact ("is thought to be").
  private func isPlannedInfinitive(_ index: Int) -> Bool {
    sentence.word(index) == "to" && !sentence.isAny(index - 1, .fact)
      && (sentence.isAny(index + 1, .be) || sentence.isPlainWord(index + 1))
  }

  /// Reads the mood of a phrase without a verb of the lexicon from the words before it.
  func readMood(_ group: inout VerbGroup, before index: Int) {
    readScopeOnly(&group)
    var position = index - 1
    while group.kind == .event, position > index - 8, !sentence.isPunctuation(position) {
      if sentence.isAny(position, .negation) {
        group.kind = .refuted
        group.reason = position
      } else if sentence.isAny(position, .modal) || isPlannedInfinitive(position) {
        group.kind = .planned
        group.reason = position
      }
      position -= 1
    }
  }
}
