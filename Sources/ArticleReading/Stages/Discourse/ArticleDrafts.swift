internal import TheatreModel

/// What the sentences of an article say, gathered one by one; what needs the whole article comes at
/// the end.
struct ArticleDrafts {
  let language: Language
  let published: Day?
  let irregulars: Set<Int>

  private var drafts: [Draft] = []
  private(set) var measures: [DraftMeasure] = []
  private(set) var incidents: [DraftIncident] = []
  private(set) var unknown: [DraftUnknown] = []
  /// The day that the article is about: the first one that it names.
  private var focus: When?
  /// The day that the paragraph named last.
  private var paragraphDay: When?
  private var paragraphStart = 0
  private var operation: Day?
  /// The day that the text named last, for "the same day".
  private var lastDay: When?
  private var lastPlace: PlaceMention?
  /// The drafts of the sentence before.
  private var lastSentence: Range<Int> = 0..<0

  /// A claim with where it stands and when it was.
  struct Draft {
    var claim: Claim
    let paragraph: Int
    let paragraphStart: Int
    let sentence: Range<Int>
    let when: When?
    let attribution: Attribution?
    var reasons: [String]
    var isDoubtful: Bool
  }

  init(language: Language, published: Day?, irregulars: Set<Int>) {
    self.language = language
    self.published = published
    self.irregulars = irregulars
  }

  // MARK: Sentence by sentence

  mutating func read(_ sentence: Sentence, inParagraph paragraph: Int, isFirstOfParagraph: Bool) {
    if isFirstOfParagraph {
      paragraphDay = nil
      paragraphStart = sentence.range.lowerBound
    }
    var sentence = sentence
    let isOpening = focus == nil && paragraph <= 4
    guard !sentence.mentions.isEmpty || !sentence.forces.isEmpty || isOpening || refutes(sentence)
    else {
      lastSentence = drafts.count..<drafts.count
      return
    }
    var finder = TimeFinder(
      vocabulary: language.vocabulary, published: published,
      anchor: (paragraphDay ?? lastDay ?? focus)?.last, operation: operation)
    sentence.times = finder.expressions(in: sentence.tokens, sentence.bytes)
    // What the sentence itself says of another day does not hold for the rest of it.
    let context = paragraphDay ?? focus
    noteDays(of: sentence, isOpening: isOpening)
    if finder.operation != operation {
      // "It began on Monday, and X was taken on its second day".
      finder.operation = operation
      sentence.times = finder.expressions(in: sentence.tokens, sentence.bytes)
    }
    if refutes(sentence) { refuteLastSentence(sentence) }
    let first = drafts.count
    sentence.previousPlace = lastPlace
    if let last = sentence.mentions.last(where: { $0.place >= 0 }) { lastPlace = last }
    if !sentence.mentions.isEmpty || (sentence.previousPlace != nil && !sentence.forces.isEmpty) {
      var finder = ClaimFinder(sentence, irregulars: irregulars)
      let claims = finder.found()
      let attribution = AttributionReader(sentence: sentence).attribution
      for claim in claims {
        drafts.append(draft(of: claim, in: sentence, paragraph, attribution, context))
      }
      measures += MeasureFinder(sentence: sentence, paragraph: paragraph).measures()
      readIncidents(sentence, paragraph)
    }
    unknown += UnknownPlaceFinder(sentence: sentence, paragraph: paragraph).unknown()
    lastSentence = first..<drafts.count
  }

  private mutating func noteDays(of sentence: Sentence, isOpening: Bool) {
    let days = sentence.times.filter { $0.relation == .on && $0.date?.unit == .day }
    if let start = sentence.times.first(where: { $0.date?.unit == .day })?.date,
      sentence.range.contains(where: {
        ["began", "begun", "launched", "started", "opened"].contains(sentence.word($0))
      })
    {
      operation = start.first
    }
    if let first = days.first, let day = first.date {
      // The day of a relative clause is not the day that the text goes on about.
      let isAside = (sentence.range.lowerBound..<first.tokens.lowerBound).contains {
        sentence.isAny($0, .relative) && sentence.word($0) != "that"
      }
      if !isAside { paragraphDay = day }
      lastDay = day
      if isOpening, let published, day.last <= published, day.first >= published.advanced(by: -7) {
        focus = day
      }
    }
  }

  private func draft(
    of claim: Claim, in sentence: Sentence, _ paragraph: Int, _ attribution: Attribution?,
    _ context: When?
  ) -> Draft {
    let dated = Dating(sentence: sentence, published: published, context: context).date(of: claim)
    var claim = claim
    var reasons = [dated.reason]
    if claim.kind == .event, let when = dated.when, let published,
      when.last < published.advanced(by: -14)
    {
      claim.kind = .background
    }
    if claim.reason >= 0 {
      reasons.append("\"\(sentence.text(claim.reason..<claim.reason + 1))\"")
    }
    if claim.isPartial { reasons.append("only a part of it") }
    switch claim.phrase.mention.certainty {
    case .homonym: reasons.append("one of several places of that name")
    case .spelling: reasons.append("the name is spelt otherwise in the table")
    case .reference: reasons.append("meant by \"\(sentence.text(claim.phrase.mention.tokens))\"")
    case .named, .described: break
    }
    let isDoubtful = claim.reason >= 0 && sentence.isAny(claim.reason, [.doubt, .claim])
    return Draft(
      claim: claim, paragraph: paragraph, paragraphStart: paragraphStart, sentence: sentence.range,
      when: dated.when, attribution: attribution, reasons: reasons, isDoubtful: isDoubtful)
  }

  /// Whether a sentence takes back the one before: "That is not so", "The claim was denied".
  private func refutes(_ sentence: Sentence) -> Bool {
    let start = sentence.range.lowerBound
    guard
      ["that", "this", "it", "the", "but", "those", "these", "such", "both", "he", "officials"]
        .contains(sentence.word(start)) || sentence.isAny(start, .denial)
    else { return deniesThis(start..<min(start + 9, sentence.range.upperBound), sentence) }
    let opening = start..<min(start + 9, sentence.range.upperBound)
    if opening.contains(where: { sentence.isAny($0, .denial) }),
      !opening.contains(where: { sentence.isAny($0, .negation) && !sentence.isAny($0, .denial) })
    {
      return true
    }
    if deniesThis(opening, sentence) { return true }
    guard ["that", "this"].contains(sentence.word(start)), sentence.isAny(start + 1, .be),
      sentence.isAny(start + 2, .negation)
    else { return false }
    return ["so", "true", "correct", "right", "the"].contains(sentence.word(start + 3))
  }

  /// "Residents said this was false".
  private func deniesThis(_ opening: Range<Int>, _ sentence: Sentence) -> Bool {
    opening.contains { index in
      ["this", "that", "it"].contains(sentence.word(index)) && sentence.isAny(index + 1, .be)
        && sentence.isAny(index + 2, .denial)
    }
  }

  private mutating func refuteLastSentence(_ sentence: Sentence) {
    for index in lastSentence where drafts[index].claim.kind.isProposed {
      drafts[index].claim.kind = .refuted
      drafts[index].reasons.append("taken back by the next sentence")
    }
  }

  private mutating func readIncidents(_ sentence: Sentence, _ paragraph: Int) {
    var seen: Set<String> = []
    var index = sentence.range.lowerBound
    while index < sentence.range.upperBound {
      guard let (kind, end) = language.incidents.incident(at: index, in: sentence.tokens) else {
        index += 1
        continue
      }
      let nearest = sentence.mentions.filter { $0.place >= 0 }.min {
        abs($0.tokens.lowerBound - index) < abs($1.tokens.lowerBound - index)
      }
      if let nearest, seen.insert(kind).inserted {
        let dated = Dating(sentence: sentence, published: published, context: paragraphDay ?? focus)
          .date(near: index)
        incidents.append(
          DraftIncident(
            kind: kind, place: nearest.place, date: dated.when?.edtf ?? "", tokens: index..<end,
            paragraph: paragraph))
      }
      index = end
    }
  }

  // MARK: The whole article

  /// Finds out who is meant where no party is named.
  mutating func finish(forces: [ForceMention], tokens: [Token]) {
    let main = mainParty(forces)
    let isNamed = forces.contains { $0.actor >= 0 && $0.use != .weak }
    // "The convoy entered X" of a text that names no party may be anybody's.
    drafts.removeAll {
      $0.claim.actor == ForceFinder.outsider
        || ($0.claim.actor < 0 && $0.claim.actorIsNamed && !isNamed)
    }
    for index in drafts.indices where drafts[index].claim.actor < 0 {
      let draft = drafts[index]
      let actor = silentActor(of: draft, forces) ?? main
      guard let actor else { continue }
      drafts[index].claim.actor = actor
      drafts[index].reasons.append("who is not said in the clause")
    }
    drafts.removeAll { $0.claim.actor < 0 }
  }

  /// The party that takes ground in this article.
  private func mainParty(_ forces: [ForceMention]) -> Int? {
    var counts: [Int: Int] = [:]
    for draft in drafts
    where draft.claim.actorIsNamed && draft.claim.actor >= 0
      && !irregulars.contains(draft.claim.actor)
    {
      counts[draft.claim.actor, default: 0] += 1
    }
    if counts.isEmpty {
      for force in forces where force.actor >= 0 && !irregulars.contains(force.actor) {
        counts[force.actor, default: 0] += 1
      }
    }
    if let most = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }) { return most.key }
    return language.actors.indices.first { !irregulars.contains($0) }
  }

  /// Whoever was named before in the paragraph, as far as it can be the one that is meant.
  private func silentActor(of draft: Draft, _ forces: [ForceMention]) -> Int? {
    let claim = draft.claim
    // The nearest first.
    var before: [ForceMention] = []
    var index = firstForce(behind: claim.verb, forces) - 1
    // A paragraph may be a whole book: who was named long before is not meant.
    while index >= 0, before.count < 16, forces[index].tokens.lowerBound >= draft.paragraphStart {
      let force = forces[index]
      if force.actor >= 0, force.use != .weak, force.tokens.upperBound <= claim.verb {
        before.append(force)
      }
      index -= 1
    }
    let isOld =
      draft.when.map { when in
        published.map { when.last < $0.advanced(by: -200) } ?? false
      } ?? false
    if isOld, !claim.isReturn, claim.status == .control {
      return before.first?.actor ?? irregulars.min()
    }
    let mustBeRegular =
      claim.isReturn || claim.status == .entered || claim.status == .contested
      || claim.status == .encircled || (claim.status == .control && !claim.isState)
    if claim.hint >= 0, !mustBeRegular || !irregulars.contains(claim.hint) { return claim.hint }
    let fitting = mustBeRegular ? before.filter { !irregulars.contains($0.actor) } : before
    return fitting.first?.actor
  }

  /// The index of the first party that begins behind a token.
  private func firstForce(behind token: Int, _ forces: [ForceMention]) -> Int {
    var low = 0
    var high = forces.count
    while low < high {
      let middle = (low + high) / 2
      if forces[middle].tokens.lowerBound <= token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The statements in the order of the text, each once for a paragraph.
  func statements(_ span: (Range<Int>, Int) -> TextSpan) -> [Statement] {
    var seen: Set<Key> = []
    var statements: [Statement] = []
    for draft in drafts {
      let claim = draft.claim
      guard language.names.places[claim.phrase.mention.place].kind != "country" else { continue }
      let key = Key(
        paragraph: draft.paragraph, place: claim.phrase.mention.place, actor: claim.actor,
        status: claim.status, kind: claim.kind, date: draft.when?.edtf ?? "")
      guard seen.insert(key).inserted else { continue }
      let (credibility, reason) = Grading.credibility(of: draft)
      statements.append(
        Statement(
          place: claim.phrase.mention.place,
          mention: span(claim.phrase.mention.tokens, draft.paragraph),
          actor: claim.actor, unit: claim.unit, status: claim.status, date: draft.when?.edtf ?? "",
          kind: claim.kind, attribution: draft.attribution, credibility: credibility,
          reasons: [reason] + draft.reasons.filter { !$0.isEmpty },
          verb: span(claim.verb..<claim.verb + 1, draft.paragraph),
          sentence: span(draft.sentence, draft.paragraph)))
    }
    return Grading.withContradictions(statements, language.actors)
  }

  private struct Key: Hashable {
    let paragraph: Int
    let place: Int
    let actor: Int
    let status: ControlStatus
    let kind: StatementKind
    let date: String
  }
}

/// What happened at a place, before it has its place in the text.
struct DraftIncident {
  let kind: String
  let place: Int
  let date: String
  let tokens: Range<Int>
  let paragraph: Int
}

/// A name that no table has, before it has its place in the text.
struct DraftUnknown {
  let name: String
  let kind: String
  let tokens: Range<Int>
  let paragraph: Int
}
