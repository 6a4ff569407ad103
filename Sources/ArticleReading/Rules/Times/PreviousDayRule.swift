internal import Theatre

/// "The previous day", "the day before": the day before the one told last.
struct PreviousDayRule: TimeRule {
  let name = "previous day"
  let examples = [
    RuleExample(
      "Iraqi forces took Bartella on Friday. They had taken Gogjali the day before.",
      gives: "2016-11-03"),
    RuleExample("Iraqi forces took Bartella the previous night.", gives: "2016-11-09"),
  ]
  // It counts from something else.
  let counterExamples = ["Iraqi forces took Bartella the day before the attack."]

  func read(_ cursor: inout TimeCursor, _ days: KnownDays) -> TimeValue? {
    if cursor.isWord(.previous) {
      cursor.advance()
      guard cursor.isA(.previousSpan) else { return nil }
      cursor.advance()
    } else if cursor.isWord(.day) {
      cursor.advance()
      guard cursor.isA(.dayBefore) else { return nil }
      let isBare = cursor.isWord(.before)
      cursor.advance()
      if isBare, cursor.isWord { return nil }
    } else {
      return nil
    }
    return .date(days.told.map { When(day: $0.previous) })
  }
}
