/// Marks sentences that take back the one before: "That is not so". What they take back is settled
/// by the discourse stage.
struct TakingBackStage: SentenceStage {
  let name = "taking back"
  let needs: Set<Layer> = [.tokens]
  let gives: Set<Layer> = [.takingBack]

  func read(_ sentence: Sentence) {
    sentence.takesBackPrevious = RuleBook.takingBack.contains { rule in
      let takesBack = rule.takesBackPrevious(sentence)
      if takesBack { sentence.trace?.note(rule, "takes back") }
      return takesBack
    }
  }
}

/// A way to take back what the sentence before says. In traces `takes back`.
protocol TakingBackRule: ReadingRule {
  func takesBackPrevious(_ sentence: Sentence) -> Bool
}

extension Sentence {
  /// The words with which it begins.
  var opening: Range<Int> {
    stretch(from: range.lowerBound, to: min(range.lowerBound + 9, range.upperBound))
  }
}
