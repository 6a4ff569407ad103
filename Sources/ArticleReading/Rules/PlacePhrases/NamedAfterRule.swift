/// "Mosul police", "the Mosul train station": the name only describes another thing.
struct NamedAfterRule: BehindNameRule {
  let name = "named after"
  let examples = [
    RuleExample("Iraqi forces captured the Mosul train station.", gives: "mosul modifier")
  ]
  let counterExamples = [
    "Iraqi forces captured Mosul on Friday."
  ]

  func read(_ end: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) -> Bool {
    func isThing(_ index: Int) -> Bool { sentence.isAny(index, [.facility, .modified]) }
    let isNamedAfter =
      isThing(end) && sentence.force(beginningAt: end) == nil
      || sentence.isPlainWord(end)
        && (isThing(end + 1) || sentence.isPlainWord(end + 1) && isThing(end + 2))
    guard isNamedAfter else { return false }
    phrase.use.insert(.modifier)
    return true
  }
}
