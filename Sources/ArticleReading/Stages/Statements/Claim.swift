internal import Theatre

/// What a sentence says of one place, before it has a date and a grade.
struct Claim {
  /// The place, with the words around it.
  var phrase: PlacePhrase
  /// Whose claim to the place it is.
  var actor: PartyReference
  /// The unit; empty if none is named.
  var unit: String
  var status: ControlStatus
  var kind: StatementKind
  /// The token of the word that says it.
  let verb: Int
  /// The token that makes it planned, denied or doubtful; -1 for none.
  var reason: Int
  /// Whether it says what is so now rather than what happened.
  var isState: Bool
  /// Whether it is told in the past tense.
  var isPast: Bool
  /// Whether the word says that ground was won back.
  var isReturn: Bool
  /// The party before the word that may be meant if none is named in its place; nil for none.
  var hint: ActorID?
  /// Whether the actor was named in the clause.
  var actorIsNamed: Bool
  /// Whether only a part of the place is meant.
  var isPartial: Bool
}

extension Claim {
  /// That a party holds a place, by the words beside its name.
  init(phrase: PlacePhrase, heldBy actor: PartyReference, verb: Int) {
    self.init(
      phrase: phrase, actor: actor, unit: "", status: .control, kind: .background, verb: verb,
      reason: -1, isState: true, isPast: false, isReturn: false, actorIsNamed: true,
      isPartial: false)
  }
}
