/// "Residents said this was false".
struct FalseThisRule: TakingBackRule {
  let name = "this is false"
  let examples = [
    RuleExample(
      "Islamic State captured Bartella on Friday. Residents said this was false.",
      gives: "takes back")
  ]
  let counterExamples = [
    "Iraqi forces captured Bartella. Residents said this was good."
  ]

  func takesBackPrevious(_ sentence: Sentence) -> Bool {
    sentence.opening.contains { index in
      sentence.isAny(index, .thisWord) && sentence.isAny(index + 1, .be)
        && sentence.isAny(index + 2, .denial)
    }
  }
}
