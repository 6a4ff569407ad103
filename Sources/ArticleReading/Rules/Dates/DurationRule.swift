internal import Theatre

/// "Has held X since 2014", "for two years": since when a state lasts; of an event the span since then.
struct DurationRule: DateRule {
  let name = "since when"
  let examples = [
    RuleExample("Islamic State has held Bartella since June 2014.", gives: "bartella 2014-06"),
    RuleExample(
      "Iraqi forces have taken Bartella since Monday.",
      gives: "bartella 2016-11-07/2016-11-10"),
  ]
  let counterExamples = [
    "Iraqi forces entered Bartella for the first time since 2014."
  ]

  func date(of claim: Claim, _ dating: Dating) -> Dating.Dated? {
    guard let duration = dating.duration(of: claim) else { return nil }
    if claim.isState || claim.kind == .background { return dating.dated(duration) }
    guard let start = duration.date, let published = dating.published, start.first <= published,
      duration.relation == .since
    else { return nil }
    return Dating.Dated(when: When(start.first, published), reason: dating.quoted(duration))
  }
}
