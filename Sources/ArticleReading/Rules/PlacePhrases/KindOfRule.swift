internal import Theatre
internal import TypedIndices

/// "The town of X" is X; "another neighborhood of Mosul" is in it.
struct KindOfRule: OfRule {
  let name = "kind of"
  let examples = [
    RuleExample("Iraqi forces captured the town of Bartella.", gives: "bartella itself"),
    RuleExample("Iraqi forces captured a neighborhood of Mosul.", gives: "mosul containing"),
  ]
  let counterExamples = [
    "Iraqi forces captured the towns of Bartella and Bashiqa."
  ]

  func read(
    _ noun: Int, _ phrase: inout PlacePhrase, _ direction: inout Direction?, in sentence: Sentence
  ) -> OfOutcome? {
    guard sentence.isAny(noun, .kind) else { return nil }
    if sentence.isSmaller(noun, phrase.mention) { phrase.use.insert(.containing) }
    return .goesOn(at: noun - 1)
  }
}

extension Sentence {
  /// Whether a word such as "neighborhood" means less than the place: "another neighborhood of
  /// Mosul".
  func isSmaller(_ noun: Int, _ mention: PlaceMention) -> Bool {
    switch names.places[mention.place].kind {
    case "city", "city_part": return isAny(noun, .partOfCity)
    case "governorate", "district": return isAny(noun, .partOfRegion)
    default: return false
    }
  }
}
