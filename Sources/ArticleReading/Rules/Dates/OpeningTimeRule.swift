/// "On Friday the army, which …, took X": an expression that opens the sentence.
struct OpeningTimeRule: DateRule {
  let name = "opening of the sentence"
  let examples = [
    RuleExample(
      "On Friday, after rain had stopped, Iraqi forces took Bartella.",
      gives: "bartella 2016-11-04")
  ]
  let counterExamples = [
    "Iraqi forces took Bartella on Friday."
  ]

  func date(of claim: Claim, _ dating: Dating) -> Dating.Dated? {
    guard let first = dating.sentence.times.first(where: { $0.relation == .on }),
      first.tokens.lowerBound <= dating.sentence.range.lowerBound + 2
    else { return nil }
    return dating.dated(first)
  }
}
