/// "But residents denied it", "a claim denied by".
struct DeniedBehindRule: MoodRule {
  let name = "denied behind"
  let examples = [
    RuleExample(
      "Iraqi forces said they had captured Bartella, but residents denied it.",
      gives: "captured refuted")
  ]
  let counterExamples = ["Iraqi forces captured Bartella and denied claims of losses."]

  func read(
    _ verb: inout VerbGroup, at index: Int, _ scan: ClauseScan, in sentence: Sentence
  ) -> Bool {
    for behind in stretch(from: verb.match.end, to: sentence.range.upperBound)
    where sentence.isAny(behind, .denial) && !sentence.isNegatedWord(behind) {
      let isOfThis =
        sentence.isAny(behind + 1, .deniedObject) || sentence.isAny(behind - 1, .speech)
      if isOfThis { verb.set(.refuted, because: behind) }
    }
    return false
  }
}
