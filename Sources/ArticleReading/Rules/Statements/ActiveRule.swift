internal import Theatre

/// "The army took X, Y and, on Monday, Z": the place is the object.
struct ActiveRule: VerbStatementRule {
  let name = "active"
  let examples = [
    RuleExample("Iraqi forces took Bartella on Friday.", gives: "bartella isf control event"),
    RuleExample(
      "Iraqi forces captured Bartella and Gogjali.",
      gives: "bartella isf control event", "gogjali isf control event"),
    RuleExample("Iraqi forces left Bartella at noon.", gives: "bartella isf withdrew event"),
  ]
  let counterExamples = [
    "Iraqi forces captured a hill near Bartella.",
    "Aid workers entered Bartella.",
    "Civilians left Bartella.",
  ]

  func claims(of clause: Clause, in sentence: Sentence) -> [Claim]? {
    guard clause.word.place == .object, clause.word.actor != .to else { return nil }
    guard clause.mayTakeObject(in: sentence) else { return [] }
    let objects = ObjectFinder(sentence: sentence)
    guard let found = objects.places(from: clause.objectStart) else { return nil }
    let more = objects.continuation(of: found.group).map { [$0] } ?? []
    return clause.claims(of: [found] + more, by: clause.force, in: sentence)
  }
}
