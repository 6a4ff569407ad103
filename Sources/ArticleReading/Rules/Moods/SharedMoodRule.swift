/// "Are preparing to cross the river and attack X": the infinitive or modal of a verb before.
struct SharedMoodRule: MoodRule {
  let name = "shared mood"
  let examples = [
    RuleExample(
      "Iraqi forces are preparing to cross the river and seize Bartella.",
      gives: "seize planned")
  ]
  let counterExamples = ["Iraqi forces crossed the river and captured Bartella."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    guard sentence.isAny(index, .and) else { return false }
    var before = index - 1
    while sentence.range.contains(before), index - before < 16 {
      if sentence.isAny(before, .modal) {
        verb.set(.planned, because: before)
        return false
      }
      if sentence.isWord(before, .to) {
        return InfinitiveRule().read(&verb, at: before, scan, in: sentence)
      }
      before -= 1
    }
    return false
  }
}
