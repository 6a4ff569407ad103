internal import Theatre

/// "Two weeks ago", "a day earlier", "three days later", "a day after", "for two years".
struct CountedSpanRule: TimeRule {
  let name = "counted span"
  let examples = [
    RuleExample("Iraqi forces took Bartella two days ago.", gives: "2016-11-08"),
    RuleExample("Iraqi forces took Bartella two weeks ago.", gives: "2016-10-27~"),
    RuleExample("Islamic State has held Bartella for two years.", gives: "2014"),
    RuleExample(
      "Iraqi forces took Bartella a day after they had taken Gogjali.", gives: "1 days before"),
    RuleExample(
      "Iraqi forces took Bartella on Friday. Two days later they took Gogjali.",
      gives: "2016-11-06"),
  ]
  let counterExamples = ["Two days of rain fell on Bartella.", "Iraqi forces took two hills."]

  func read(_ cursor: inout TimeCursor, _ days: KnownDays) -> TimeValue? {
    guard let count = cursor.count else { return nil }
    let isAlmost = cursor.isBehind(.almostCount)
    cursor.advance()
    while cursor.isA(.countFiller) { cursor.advance() }
    guard let unit = cursor.unit else { return nil }
    cursor.advance()
    if cursor.isWord(.ago) {
      cursor.advance()
      return .date(days.published.flatMap { When(count, unit, before: $0) })
    }
    if cursor.isA(.countedBefore) {
      cursor.advance()
      return .date(days.told.flatMap { When(count, unit, before: $0) })
    }
    if cursor.isWord(.after) {
      cursor.advance()
      return unit.days(count).map { .daysBefore($0) }
    }
    if cursor.isWord(.later) {
      cursor.advance()
      return .date(
        days.anchor.map { unit == .day ? When(day: $0.advanced(by: count)) : When(day: $0) })
    }
    guard isAlmost else { return nil }
    return .date(days.published.flatMap { When(count, unit, before: $0) })
  }
}

extension When {
  /// What lies so many units before a day; nil if that is too long ago.
  fileprivate init?(_ count: Int, _ unit: TimeUnit, before day: Day) {
    guard count < 1_000 else { return nil }
    switch unit {
    case .hour: self = When(day: day)
    case .day: self = When(day: day.advanced(by: -count))
    case .week: self = When(day: day.advanced(by: -7 * count)).approximate
    case .month:
      let (year, month, _) = day.components
      let months = year * 12 + month - 1 - count
      self.init(year: months / 12, month: months % 12 + 1)
    case .year: self.init(year: day.components.year - count)
    case .decade:
      guard let year = When(year: day.components.year - 10 * count) else { return nil }
      self = year.approximate
    }
  }
}
