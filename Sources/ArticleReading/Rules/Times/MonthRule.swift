internal import Theatre

/// "In June", "June 2014": a month that a word before it or a year after it shows to be one.
struct MonthRule: TimeRule {
  let name = "month"
  let examples = [
    RuleExample("Islamic State took Bartella in June 2014.", gives: "2014-06"),
    RuleExample("Islamic State took Bartella in December.", gives: "2015-12"),
  ]
  // "May" and "March" are words too.
  let counterExamples = ["May Bartella be free.", "The March on Bartella began."]

  func read(_ cursor: inout TimeCursor, _ days: KnownDays) -> TimeValue? {
    guard cursor.isA(.month), cursor.isCapital else { return nil }
    let month = cursor.value
    let isAnnounced = cursor.isBehind(.monthLead)
    cursor.advance()
    let year = cursor.advancePastYear()
    guard isAnnounced || year != nil else { return nil }
    if let year { return .date(When(year: year, month: month)) }
    guard let published = days.published else { return .date(nil) }
    let (thisYear, thisMonth, _) = published.components
    return .date(When(year: month <= thisMonth ? thisYear : thisYear - 1, month: month))
  }
}
