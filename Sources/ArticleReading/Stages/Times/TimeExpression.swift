internal import Theatre

/// When something was, in a text.
struct TimeExpression {
  /// The tokens, with the preposition before them.
  let tokens: Range<Int>
  /// The date it means; nil if the publication date would be needed and is not known.
  var date: When?
  /// How it is brought in.
  let relation: Relation

  enum Relation: Equatable {
    /// On that date.
    case on
    /// From that date on.
    case since
    /// Until or before that date.
    case before
    /// For so long, up to now.
    case duration
    /// So many days before what the sentence tells: "a day after they had taken X". Counted in
    /// days; nil days stand for a month.
    case precedes(days: Int)
  }
}

/// A stretch of days with the fineness at which a text gives it.
struct When: Hashable {
  let first: Day
  let last: Day
  let unit: Unit
  /// Whether the text says "about" or counts in weeks and longer.
  var isApproximate = false

  enum Unit: Int, Comparable {
    case day, span, month, year

    static func < (left: Unit, right: Unit) -> Bool { left.rawValue < right.rawValue }
  }

  init(day: Day) {
    first = day
    last = day
    unit = .day
  }

  init(_ first: Day, _ last: Day) {
    self.first = first
    self.last = last
    unit = first == last ? .day : .span
  }

  init?(year: Int, month: Int) {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    self.first = first
    last = first.advanced(by: Day.length(ofMonth: month, year: year) - 1)
    unit = .month
  }

  init?(year: Int) {
    guard let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31)
    else { return nil }
    self.first = first
    self.last = last
    unit = .year
  }

  /// The date in EDTF; empty for years of more than four digits, which no text means.
  var edtf: String {
    guard Self.years.contains(first.components.year), Self.years.contains(last.components.year)
    else { return "" }
    let mark = isApproximate ? "~" : ""
    let text = first.description
    switch unit {
    case .day: return text + mark
    // A year before our era has a sign: what is cut off is counted from the end.
    case .month: return text.dropLast("-01".count) + mark
    case .year: return text.dropLast("-01-01".count) + mark
    case .span: return "\(first)\(mark)/\(last)"
    }
  }

  private static let years = -9_999...9_999

  var approximate: When {
    var copy = self
    copy.isApproximate = true
    return copy
  }
}
