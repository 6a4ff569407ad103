internal import Theatre

/// "In 2014": a number that a word before it shows to be a year.
struct YearRule: TimeRule {
  let name = "year"
  let examples = [
    RuleExample("Islamic State took Bartella in 2014.", gives: "2014"),
    RuleExample("Islamic State has held Bartella since mid-2014.", gives: "2014"),
  ]
  let counterExamples = ["Iraqi forces took Bartella with 2014 men."]

  func read(_ cursor: inout TimeCursor, _ days: KnownDays) -> TimeValue? {
    guard let year = cursor.yearNumber,
      cursor.isBehind(.yearLead) || cursor.isJoined || cursor.previousKind == .comma
        || cursor.previousKind == .open
    else { return nil }
    cursor.advance()
    return .date(When(year: year))
  }
}
