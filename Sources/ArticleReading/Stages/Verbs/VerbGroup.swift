internal import Theatre

/// A verb or noun of the lexicon in a sentence, with what its auxiliaries and surroundings say.
struct VerbGroup {
  let match: ControlMatch
  /// The first token with the auxiliaries.
  var start: Int
  var isPassive = false
  var isPerfect = false
  var isPast = false
  var isProgressive = false
  /// A form without a subject of its own: infinitive or gerund.
  var isNonfinite = false
  /// What kind of statement it makes.
  var kind: StatementKind = .event
  /// The words that make it that kind, or -1.
  var reason = -1
  /// Whether an adverb such as "nearly" takes part of it back.
  var isNearly = false
  /// Whether a participle follows its noun without an auxiliary: "the town taken on Friday".
  var isReduced = false
  /// The verb in the same clause whose subject and mood it shares; -1 for none.
  var coordinatedWith = -1

  /// Makes it another kind of statement; a stronger reason replaces a weaker one.
  mutating func set(_ kind: StatementKind, because reason: Int) {
    guard self.kind == .event || kind != .planned else { return }
    self.kind = kind
    self.reason = reason
  }

  /// Whether a rule of mood made a difference.
  func differsInMood(from other: VerbGroup) -> Bool {
    kind != other.kind || reason != other.reason || isNearly != other.isNearly
  }
}
