internal import Theatre
internal import TypedIndices

/// "The villages of X": places in X, unless X is a place of that kind ("the towns of X and Y").
struct PluralOfRule: OfRule {
  let name = "plural of"
  let examples = [
    RuleExample("Iraqi forces captured the villages of Mosul.", gives: "mosul containing"),
    RuleExample(
      "Iraqi forces captured the towns of Bartella and Bashiqa.",
      gives: "bartella itself"),
  ]
  let counterExamples = [
    "Iraqi forces captured the town of Bartella."
  ]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    guard sentence.isAny(noun, .generic) else { return nil }
    let place = sentence.names.places[phrase.mention.place]
    let isWhole = place.isRegion || place.kind == "city" || place.kind == "town"
    let announced = sentence.vocabulary.kind(of: sentence.wordNumber(noun))?.announces ?? []
    if isWhole, !announced.contains(place.kind) { phrase.use.insert(.containing) }
    return .goesOn(at: noun - 1)
  }
}
