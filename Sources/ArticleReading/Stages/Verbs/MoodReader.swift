internal import Theatre

/// What decides whether something happened, or is planned, denied, doubtful or conditional. In
/// traces the verb and its kind: `captured planned`.
protocol MoodRule: ReadingRule {
  /// The classes of the words before a verb at which the rule is asked; rules that are not asked
  /// word by word have none.
  var triggers: WordClasses { get }

  /// Reads a token before a verb; for rules that look behind the verb, any token.
  ///
  /// - Returns: whether nothing farther away counts any more.
  @discardableResult
  func read(_ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence)
    -> Bool
}

extension MoodRule {
  var triggers: WordClasses { [] }
}

/// How far the words before a verb have been gone through.
struct ClauseScan {
  /// How many tokens lie between.
  var steps = 0
  /// Whether a "that" or "whether" lies between.
  var crossedThat = false
}

/// Reads the words that govern a verb's clause by the rules of mood.
struct MoodReader {
  let sentence: Sentence

  /// Goes through the words before a verb, up to the end of the sentence's part, then through those
  /// after it.
  func read(_ verb: inout VerbGroup) {
    var index = verb.start - 1
    var scan = ClauseScan()
    scanning: while sentence.range.contains(index), scan.steps < 28 {
      let kind = sentence.kind(index)
      if kind == .semicolon || kind == .stop || kind == .colon { break }
      if sentence.isAny(index, .clauseThat) { scan.crossedThat = true }
      if sentence.isAny(index, RuleBook.moodTriggers) {
        for rule in RuleBook.moodsBefore where sentence.isAny(index, rule.triggers) {
          if apply(rule, to: &verb, at: index, scan) { break scanning }
        }
      }
      index -= 1
      scan.steps += 1
    }
    for rule in RuleBook.moodsBehind { apply(rule, to: &verb, at: verb.match.end) }
  }

  /// Reads the mood of a phrase without a verb of the lexicon from the words before it.
  func read(_ phrase: inout VerbGroup, before index: Int) {
    read(&phrase)
    var position = index - 1
    while phrase.kind == .event, position > index - 8, !sentence.isPunctuation(position) {
      if sentence.isAny(position, .negation) {
        phrase.kind = .refuted
        phrase.reason = position
      } else if sentence.isAny(position, .modal) || isPlannedInfinitive(position) {
        phrase.kind = .planned
        phrase.reason = position
      }
      position -= 1
    }
  }

  /// Whether "to" opens an infinitive that is not told as a fact ("is thought to be").
  private func isPlannedInfinitive(_ index: Int) -> Bool {
    sentence.isWord(index, .to) && !sentence.isAny(index - 1, .fact)
      && (sentence.isAny(index + 1, .be) || sentence.isPlainWord(index + 1))
  }

  /// Applies a rule; tells whether nothing farther away counts.
  @discardableResult
  func apply(
    _ rule: any MoodRule, to verb: inout VerbGroup, at index: Int, _ scan: ClauseScan = ClauseScan()
  ) -> Bool {
    guard let trace = sentence.trace else {
      return rule.read(&verb, at: index, scan, in: sentence)
    }
    let before = verb
    let isLast = rule.read(&verb, at: index, scan, in: sentence)
    if verb.differsInMood(from: before) {
      trace.note(
        rule, "\(sentence.text(verb.match.head)) \(verb.isNearly ? "nearly" : "\(verb.kind)")")
    }
    return isLast
  }
}

extension Sentence {
  /// Whether a word is denied by one of the two before it: "did not deny".
  func isNegatedWord(_ index: Int) -> Bool {
    stretch(from: index - 2, to: index).contains { isAny($0, .negation) }
  }
}
