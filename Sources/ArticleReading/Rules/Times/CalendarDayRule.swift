internal import Theatre

/// "Nov. 4", "4 November 2016", "2016-11-04"; without a year the last one up to publication.
struct CalendarDayRule: TimeRule {
  let name = "calendar day"
  let examples = [
    RuleExample("Iraqi forces took Bartella on Nov. 4.", gives: "2016-11-04"),
    RuleExample("Iraqi forces took Bartella on 4th December.", gives: "2015-12-04"),
    RuleExample("Iraqi forces took Bartella on 4 November 2014.", gives: "2014-11-04"),
    RuleExample("Iraqi forces took Bartella on 2016-11-04.", gives: "2016-11-04"),
  ]
  let counterExamples = [
    "Iraqi forces took 4 villages and Bartella.", "In March 2014 Iraqi forces took Bartella.",
  ]

  func read(_ cursor: inout TimeCursor, _ days: KnownDays) -> TimeValue? {
    if cursor.isA(.month), cursor.isCapital {
      let month = cursor.value
      cursor.advance()
      guard let day = cursor.dayNumber else { return nil }
      cursor.advancePastDay()
      return .date(date(day, month, cursor.advancePastYear(), days.published))
    }
    if let date = cursor.isoDay {
      cursor.position += 3
      return .date(When(day: date))
    }
    guard let day = cursor.dayNumber else { return nil }
    cursor.advancePastDay()
    if cursor.isWord(.of) { cursor.advance() }
    guard cursor.isA(.month), cursor.isCapital else { return nil }
    let month = cursor.value
    cursor.advance()
    return .date(date(day, month, cursor.advancePastYear(), days.published))
  }

  private func date(_ day: Int, _ month: Int, _ year: Int?, _ published: Day?) -> When? {
    if let year { return Day(year: year, month: month, day: day).map(When.init(day:)) }
    guard let published else { return nil }
    for year in [published.components.year, published.components.year - 1] {
      guard let found = Day(year: year, month: month, day: day) else { continue }
      if found <= published.advanced(by: 1) { return When(day: found) }
    }
    return nil
  }
}
