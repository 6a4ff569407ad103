/// "Will go on until X is taken", "once X has been cleared", "when X is won".
struct StillToComeRule: MoodRule {
  let name = "still to come"
  let triggers: WordClasses = [.toCome]
  let examples = [
    RuleExample(
      "Fighting will go on until Bartella is captured by Iraqi forces.", gives: "captured planned")
  ]
  let counterExamples = ["Fighting went on until Bartella was captured by Iraqi forces."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    guard
      !stretch(from: index, to: verb.start).contains(where: { sentence.kind($0) == .comma })
    else { return false }
    let isOpen =
      sentence.isAny(index, .toComeAfterModal)
      && stretch(from: sentence.range.lowerBound, to: index).contains { sentence.isAny($0, .modal) }
    let isPresent =
      !verb.isPast
      && stretch(from: verb.start, to: verb.match.head).contains {
        sentence.isAny($0, .presentAuxiliary)
      }
    guard isOpen || isPresent else { return false }
    verb.set(.planned, because: index)
    return true
  }
}
