internal import Theatre

/// "Today", "tonight", "this morning": the day of publication.
struct TodayRule: TimeRule {
  let name = "today"
  let examples = [
    RuleExample("Iraqi forces took Bartella today.", gives: "2016-11-10"),
    RuleExample("Iraqi forces took Bartella this morning.", gives: "2016-11-10"),
  ]
  let counterExamples = ["Iraqi forces took Bartella this week.", "This town is Bartella."]

  func read(_ cursor: inout TimeCursor, _ days: KnownDays) -> TimeValue? {
    if cursor.isWord(.this) {
      cursor.advance()
      guard cursor.isA(.dayPart) else { return nil }
    } else if !cursor.isA(.todayWord) {
      return nil
    }
    cursor.advance()
    return .date(days.published.map(When.init(day:)))
  }
}
