internal import Theatre

/// "The next day", "the following day": the day after the one told last.
struct NextDayRule: TimeRule {
  let name = "next day"
  let examples = [
    RuleExample(
      "Iraqi forces took Bartella on Friday. The next day they took Gogjali.", gives: "2016-11-05"),
    RuleExample("Iraqi forces took Bartella the next day.", gives: "-"),
  ]
  let counterExamples = ["Iraqi forces took Bartella next to the road."]

  func read(_ cursor: inout TimeCursor, _ days: KnownDays) -> TimeValue? {
    guard cursor.isA(.nextWord) else { return nil }
    cursor.advance()
    guard cursor.isWord(.day) else { return nil }
    cursor.advance()
    return .date(days.anchor.map { When(day: $0.next) })
  }
}
