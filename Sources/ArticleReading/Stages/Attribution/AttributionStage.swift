/// Finds who a sentence gives as the source of what it says, by the rules for attribution.
struct AttributionStage: SentenceStage {
  let name = "attribution"
  let needs: Set<Layer> = [.tokens, .parties, .claims]
  let gives: Set<Layer> = [.attribution]

  func read(_ sentence: Sentence) {
    guard !sentence.claims.isEmpty else { return }
    let speakers = SpeakerFinder(sentence: sentence)
    for index in sentence.range where sentence.isAny(index, .report) {
      for rule in RuleBook.attributions {
        guard let attribution = rule.speaker(at: index, speakers) else { continue }
        sentence.attribution = attribution
        sentence.trace?.note(rule, "\(attribution.kind) \(attribution.words)")
        return
      }
    }
  }
}

/// A way to name the speaker beside a verb of saying. In traces the kind and words of the speaker.
protocol AttributionRule: ReadingRule {
  /// The speaker beside a verb of saying; nil if the next rule is to be asked.
  func speaker(at verb: Int, _ speakers: SpeakerFinder) -> Attribution?
}
