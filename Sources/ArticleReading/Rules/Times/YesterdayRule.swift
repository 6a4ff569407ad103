internal import Theatre

/// "Yesterday", and "overnight" for the night up to the day of publication.
struct YesterdayRule: TimeRule {
  let name = "yesterday"
  let examples = [
    RuleExample("Iraqi forces took Bartella yesterday.", gives: "2016-11-09"),
    RuleExample("Iraqi forces took Bartella overnight.", gives: "2016-11-09/2016-11-10"),
  ]
  let counterExamples = ["Iraqi forces took Bartella at night."]

  func read(_ cursor: inout TimeCursor, _ days: KnownDays) -> TimeValue? {
    guard cursor.isA(.yesterdayWord) else { return nil }
    let isYesterday = cursor.isWord(.yesterday)
    cursor.advance()
    return .date(
      days.published.map { isYesterday ? When(day: $0.previous) : When($0.previous, $0) })
  }
}
