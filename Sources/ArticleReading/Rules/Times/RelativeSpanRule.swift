internal import Theatre

/// "This week", "last month", "the past two days", "the weekend".
struct RelativeSpanRule: TimeRule {
  let name = "relative span"
  let examples = [
    RuleExample("Iraqi forces took Bartella this week.", gives: "2016-11-07/2016-11-10"),
    RuleExample("Iraqi forces took Bartella last month.", gives: "2016-10"),
    RuleExample("Iraqi forces took Bartella in the past two days.", gives: "2016-11-08/2016-11-10"),
    RuleExample("Iraqi forces took Bartella at the weekend.", gives: "2016-11-05/2016-11-06"),
  ]
  let counterExamples = ["Bartella is the last town before Mosul.", "They took this town."]

  func read(_ cursor: inout TimeCursor, _ days: KnownDays) -> TimeValue? {
    guard cursor.isA(.spanStart) else { return nil }
    let isThis = cursor.isWord(.this)
    let isWeekend = cursor.isWord(.weekend)
    cursor.advance()
    if isWeekend {
      return .date(
        days.published.map { day in
          let saturday = day.advanced(by: -((day.weekday - 6 + 7) % 7))
          return When(saturday, min(saturday.next, day))
        })
    }
    let count = cursor.count ?? (cursor.isA(.fewWord) ? 3 : nil)
    if count != nil {
      cursor.advance()
      if cursor.isWord(.of) { cursor.advance() }
    }
    guard let unit = cursor.unit else { return nil }
    let isPlural = cursor.isPlural
    cursor.advance()
    guard let published = days.published else { return .date(nil) }
    if isThis { return .date(current(unit, published)) }
    if count != nil || isPlural { return .date(recent(count ?? 3, unit, published)) }
    return .date(last(unit, published))
  }

  private func current(_ unit: TimeUnit, _ day: Day) -> When? {
    let (year, month, _) = day.components
    switch unit {
    case .hour, .day: return When(day: day)
    case .week: return When(day.advanced(by: 1 - day.weekday), day)
    case .month: return When(year: year, month: month)
    case .year, .decade: return When(year: year)
    }
  }

  private func last(_ unit: TimeUnit, _ day: Day) -> When? {
    let (year, month, _) = day.components
    switch unit {
    case .hour, .day: return When(day: day.previous)
    case .week:
      let monday = day.advanced(by: 1 - day.weekday - 7)
      return When(monday, monday.advanced(by: 6))
    case .month: return When(year: month == 1 ? year - 1 : year, month: month == 1 ? 12 : month - 1)
    case .year, .decade: return When(year: year - 1)
    }
  }

  private func recent(_ count: Int, _ unit: TimeUnit, _ day: Day) -> When? {
    switch unit {
    case .hour: return When(day: day)
    case .day: return When(day.advanced(by: -count), day)
    case .week: return When(day.advanced(by: -7 * count), day)
    case .month: return When(day.advanced(by: -30 * count), day)
    case .year, .decade: return When(year: day.components.year - count)
    }
  }
}
