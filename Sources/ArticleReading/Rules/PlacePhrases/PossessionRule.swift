/// "X's eastern half", "X's outskirts", "X's police".
struct PossessionRule: BehindNameRule {
  let name = "possession"
  let examples = [
    RuleExample("Iraqi forces captured Mosul's western half.", gives: "mosul-west-bank itself"),
    RuleExample("Iraqi forces captured Bartella's outskirts.", gives: "bartella rim"),
    RuleExample("Iraqi forces captured Bartella's mayor.", gives: "bartella modifier"),
  ]
  let counterExamples = [
    "Iraqi forces captured Bartella."
  ]

  func read(_ end: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) -> Bool {
    guard sentence.tokens[end - 1].isPossessive else { return false }
    readPossession(from: end, &phrase, in: sentence)
    return true
  }

  /// Reads what a place has.
  func readPossession(from start: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) {
    var index = start
    var direction: Direction?
    while sentence.isAny(index, [.adjective, .ordinal, .number, .compass, .adverb])
      || sentence.isPlainWord(index)
    {
      if sentence.isAny(index, .compass) { direction = sentence.direction(index) ?? direction }
      index += 1
      if index - start > 3 { break }
    }
    let isSide =
      sentence.isAny(index, .bank)
      || index > start && sentence.isAny(index - 1, .compass) && !sentence.isAny(index, .kind)
    let first = phrase.tokens.lowerBound
    if sentence.isAny(index, .rim) {
      phrase.use.insert(.rim)
    } else if sentence.isAny(index, .core), !sentence.isAny(index, .determiner) {
      phrase.use.insert(.core)
      phrase.tokens = stretch(from: first, to: index + 1)
    } else if let direction, isSide {
      phrase.tokens = stretch(from: first, to: sentence.isAny(index, .bank) ? index + 1 : index)
      sentence.apply(direction, to: &phrase)
      if sentence.isAny(index, .generic) { phrase.use.insert(.partial) }
    } else if sentence.isAny(index, [.generic, .partial]) {
      phrase.use.insert(.partial)
      phrase.tokens = stretch(from: first, to: index + 1)
    } else if sentence.vocabulary.controlForms(of: sentence.wordNumber(index))
      .contains(where: { $0.form == .noun })
    {
      phrase.noun = index
    } else {
      phrase.use.insert(.modifier)
    }
  }
}
