/// "The claim was denied", "But officials denied it": a denial among the first words of a sentence that
/// begins with a word for what was said.
struct DenialOpeningRule: TakingBackRule {
  let name = "opening denial"
  let examples = [
    RuleExample(
      "Islamic State captured Bartella on Friday. The claim was denied.",
      gives: "takes back"),
    RuleExample(
      "Islamic State captured Bartella on Friday. But officials denied it.",
      gives: "takes back"),
  ]
  let counterExamples = [
    "Iraqi forces captured Bartella on Friday. The town was quiet.",
    "Iraqi forces captured Bartella. That was not denied.",
  ]

  func takesBackPrevious(_ sentence: Sentence) -> Bool {
    let start = sentence.range.lowerBound
    guard sentence.isAny(start, [.takingBackStart, .denial]) else { return false }
    return sentence.opening.contains { sentence.isAny($0, .denial) }
      && !sentence.opening.contains {
        sentence.isAny($0, .negation) && !sentence.isAny($0, .denial)
      }
  }
}
