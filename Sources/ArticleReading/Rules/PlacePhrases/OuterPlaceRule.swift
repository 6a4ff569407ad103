internal import TypedIndices

/// "The Mosul suburb of Gogjali": the first tells where the second lies.
struct OuterPlaceRule: BehindNameRule {
  let name = "outer place"
  let examples = [
    RuleExample("Iraqi forces captured the Mosul suburb of Gogjali.", gives: "mosul modifier")
  ]
  let counterExamples = [
    "Iraqi forces captured the Karama district of Mosul."
  ]

  func read(_ end: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) -> Bool {
    guard sentence.isAny(end, .kind), sentence.isWord(end + 1, .of),
      let inner = sentence.mention(containing: end + 2),
      !sentence.names.lineages[phrase.mention.place].contains(sentence.mentions[inner].place)
    else { return false }
    phrase.use.insert(.modifier)
    return true
  }
}
