/// "Mosul west of the Tigris".
struct RiverSideRule: BehindNameRule {
  let name = "side of the river"
  let examples = [
    RuleExample("Iraqi forces captured Mosul west of the Tigris.", gives: "mosul-west-bank itself")
  ]
  let counterExamples = [
    "Iraqi forces captured Mosul."
  ]

  func read(_ end: Int, _ phrase: inout PlacePhrase, in sentence: Sentence) -> Bool {
    guard sentence.isAny(end, .compass), sentence.isWord(end + 1, .of),
      let direction = sentence.direction(end),
      sentence.isAny(end + 2, .riverWord) || sentence.isAny(end + 3, .riverWord)
    else { return false }
    sentence.apply(direction, to: &phrase)
    return true
  }
}
