internal import Theatre

/// "On its second day": of the operation that was told of before.
struct OperationDayRule: TimeRule {
  let name = "day of an operation"
  let examples = [
    RuleExample(
      "The operation began on Monday. On its second day Iraqi forces took Bartella.",
      gives: "2016-11-08")
  ]
  let counterExamples = ["On the second day Iraqi forces took Bartella."]

  func read(_ cursor: inout TimeCursor, _ days: KnownDays) -> TimeValue? {
    guard cursor.isA(.ordinal) else { return nil }
    let number = cursor.value
    cursor.advance()
    guard cursor.isWord(.day) else { return nil }
    cursor.advance()
    return .dayOfOperation(number)
  }
}
