internal import Theatre

/// "A day after they had taken X": so many days before the day of the sentence.
struct DayBeforeRule: DateRule {
  let name = "so many days before"
  let examples = [
    RuleExample(
      "Iraqi forces took Gogjali on Friday, a day after they had captured Bartella.",
      gives: "bartella 2016-11-03")
  ]
  let counterExamples = [
    "Iraqi forces took Bartella on Friday."
  ]

  func date(of claim: Claim, _ dating: Dating) -> Dating.Dated? {
    for expression in dating.sentence.times {
      guard case .precedes(let days) = expression.relation,
        expression.tokens.upperBound <= claim.verb,
        !stretch(from: expression.tokens.upperBound, to: claim.verb).contains(
          where: dating.isBoundary)
      else { continue }
      let main = dating.nearest(
        dating.sentence.times.filter {
          $0.relation == .on && $0.tokens.upperBound <= expression.tokens.lowerBound
        },
        to: expression.tokens.lowerBound)
      let told = main?.date ?? dating.textDay ?? dating.published.map(When.init(day:))
      guard let day = told?.last else { return nil }
      let when = When(day: day.advanced(by: -days))
      return Dating.Dated(
        when: days > 10 ? when.approximate : when, reason: dating.quoted(expression))
    }
    return nil
  }
}
