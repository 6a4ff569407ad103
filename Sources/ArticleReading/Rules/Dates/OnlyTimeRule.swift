/// "The army said on Friday that it had taken X": what is said before holds for what is told; what
/// stands in a later clause of its own does not.
struct OnlyTimeRule: DateRule {
  let name = "only one of the sentence"
  let examples = [
    RuleExample(
      "The army said on Monday that its troops had taken Bartella.",
      gives: "bartella 2016-11-07")
  ]
  let counterExamples = [
    "Iraqi forces took Bartella."
  ]

  func date(of claim: Claim, _ dating: Dating) -> Dating.Dated? {
    let times = dating.sentence.times.filter { $0.relation == .on }
    guard times.count == 1, times[0].tokens.upperBound <= claim.verb,
      !dating.isInRelativeClause(times[0]), times[0].date.map({ $0.unit <= .span }) ?? true
    else { return nil }
    return dating.dated(times[0])
  }
}
