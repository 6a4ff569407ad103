/// "A teacher from X" has his home there; "5 km from X" is a distance.
struct FromRule: GovernorRule {
  let name = "from"
  let examples = [
    RuleExample("Iraqi forces captured a teacher from Bartella.", gives: "bartella home"),
    RuleExample("Iraqi forces captured a hill 5 km from Mosul.", gives: "mosul locating"),
  ]
  let counterExamples = [
    "Islamic State withdrew from Bartella."
  ]

  func read(_ governor: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) {
    guard sentence.isWord(governor, .from) else { return }
    if comesFrom(governor, in: sentence) { phrase.use.insert(.home) }
    if sentence.isAny(governor - 1, [.kilometre, .mile, .meter, .compass, .awayFrom]) {
      phrase.use.insert(.locating)
    }
  }

  /// Whether somebody comes from the place, and not forces that leave it.
  private func comesFrom(_ preposition: Int, in sentence: Sentence) -> Bool {
    let before = stretch(from: max(sentence.range.lowerBound, preposition - 3), to: preposition)
    return before.contains { sentence.isAny($0, .person) }
      && !before.contains { sentence.force(containing: $0) != nil }
  }
}
