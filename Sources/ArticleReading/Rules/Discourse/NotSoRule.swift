/// "That is not so", "this was not true".
struct NotSoRule: TakingBackRule {
  let name = "not so"
  let examples = [
    RuleExample("Islamic State captured Bartella on Friday. This is not so.", gives: "takes back")
  ]
  let counterExamples = [
    "Iraqi forces captured Bartella. This is not all."
  ]

  func takesBackPrevious(_ sentence: Sentence) -> Bool {
    let start = sentence.range.lowerBound
    return sentence.isAny(start, .demonstrative) && sentence.isAny(start + 1, .be)
      && sentence.isAny(start + 2, .negation) && sentence.isAny(start + 3, .truthWord)
  }
}
