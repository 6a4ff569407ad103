/// The expression in the clause that stands nearest; of a state only if none nearer says how long it
/// lasts.
struct NearestTimeRule: DateRule {
  let name = "nearest in the clause"
  let examples = [
    RuleExample(
      "Iraqi forces took Bartella on Friday, and on Monday they entered Gogjali.",
      gives: "bartella 2016-11-04", "gogjali 2016-11-07")
  ]
  let counterExamples = [
    "Iraqi forces took Bartella."
  ]

  func date(of claim: Claim, _ dating: Dating) -> Dating.Dated? {
    let own = dating.expressions(inClauseOf: claim.verb).filter { $0.relation == .on }
    guard let nearest = dating.nearest(own, to: claim.verb) else { return nil }
    if claim.isState, let duration = dating.duration(of: claim),
      dating.distance(duration, claim.verb) <= dating.distance(nearest, claim.verb)
    {
      return nil
    }
    return dating.dated(nearest)
  }
}
