internal import Theatre

/// "The same day", "that day", "earlier in the day", "later that day": the day told last.
struct SameDayRule: TimeRule {
  let name = "same day"
  let examples = [
    RuleExample(
      "Iraqi forces took Bartella on Friday. The same day they took Gogjali.", gives: "2016-11-04"),
    RuleExample(
      "Iraqi forces took Bartella on Friday. Later in the day they took Gogjali.",
      gives: "2016-11-04"),
  ]
  let counterExamples = ["Iraqi forces took the same town, Bartella."]

  func read(_ cursor: inout TimeCursor, _ days: KnownDays) -> TimeValue? {
    if cursor.isA(.sameWord) {
      cursor.advance()
    } else if cursor.isA(.earlierWord) {
      cursor.advance()
      if cursor.isA(.laterLink) { cursor.advance() }
      if cursor.isA(.dayLink) { cursor.advance() }
    } else {
      return nil
    }
    guard cursor.isWord(.day) else { return nil }
    cursor.advance()
    return .date(days.told.map(When.init(day:)))
  }
}
