/// "Karama district", "Bartella town centre"; but "Mosul city police" are police.
struct KindBehindRule: BehindNameRule {
  let name = "kind behind"
  let examples = [
    RuleExample("Iraqi forces captured the Zahra district of Mosul.", gives: "zahra itself"),
    RuleExample("Iraqi forces met Mosul city police.", gives: "mosul modifier"),
  ]
  let counterExamples = [
    "Iraqi forces captured Bartella."
  ]

  func read(_ end: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) -> Bool {
    guard sentence.isAny(end, .kind),
      !sentence.tokens[end].isCapital
        || phrase.mention.tokens.count > 0 && !sentence.isAny(end + 1, .modified)
    else { return false }
    phrase.tokens = stretch(from: phrase.tokens.lowerBound, to: end + 1)
    if sentence.isAny(end + 1, .core), !sentence.isAny(end + 1, .determiner) {
      phrase.use.insert(.core)
      phrase.tokens = stretch(from: phrase.tokens.lowerBound, to: end + 2)
    } else if sentence.tokens[end].isPossessive {
      PossessionRule().readPossession(from: end + 1, &phrase, in: sentence)
    } else if sentence.isAny(end + 1, .modified) && !sentence.tokens[end].isPossessive
      && !sentence.isAny(end + 1, .report)
    {
      phrase.use.insert(.modifier)
    }
    return true
  }
}
