internal import Theatre

/// A weekday: the last one up to the day of publication, or the date that stands after it.
struct WeekdayRule: TimeRule {
  let name = "weekday"
  let examples = [
    RuleExample("Iraqi forces took Bartella on Friday.", gives: "2016-11-04"),
    RuleExample("Iraqi forces took Bartella on Thursday.", gives: "2016-11-10"),
    RuleExample("Iraqi forces took Bartella on Monday, Oct. 31.", gives: "2016-10-31"),
  ]
  let counterExamples = ["Iraqi forces took Bartella, as the sun went down."]

  func read(_ cursor: inout TimeCursor, _ days: KnownDays) -> TimeValue? {
    guard cursor.isA(.weekday), cursor.isCapital else { return nil }
    let weekday = cursor.value
    cursor.advance()
    while cursor.isA(.weekdayPart) { cursor.advance() }
    if cursor.kind == .comma || cursor.isWord || cursor.kind == .open,
      let date = dateBehind(cursor, days)
    {
      cursor.position = date.end
      return .date(date.value)
    }
    let shift = cursor.wordBefore(skipping: 1) == FunctionWord.next.rawValue ? 7 : 0
    guard let published = days.published else { return .date(nil) }
    let back = ((published.weekday - weekday) + 7) % 7
    return .date(When(day: published.advanced(by: shift - back)))
  }

  /// A calendar day that follows a weekday: "Friday, Nov. 4".
  private func dateBehind(
    _ cursor: TimeCursor, _ days: KnownDays
  ) -> (value: When?, end: Int)? {
    var next = cursor
    if next.kind == .comma || next.kind == .open { next.advance() }
    guard case .date(let date) = CalendarDayRule().read(&next, days) else { return nil }
    return (date, next.position)
  }
}

extension Day {
  /// The day of the week, from 1 for Monday to 7 for Sunday.
  var weekday: Int {
    // 1970-01-01 was a Thursday.
    ((number + 3) % 7 + 7) % 7 + 1
  }
}
