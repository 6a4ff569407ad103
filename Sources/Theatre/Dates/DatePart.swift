/// A date without an interval, or one end of an interval.
struct DatePart {
  let span: Span
  let mark: DateMark

  init(_ day: Day) {
    span = .day(day)
    mark = .none
  }

  /// Reads a date and the mark after it, or nil if it does not have a form of EDTF's levels 0 and 1.
  init?(_ text: Substring, in whole: String) throws(DateError) {
    let (date, mark) = DateMark.split(text)
    guard let span = try Span(date, in: whole) else { return nil }
    self.span = span
    self.mark = mark
  }

  /// The days with what the mark leaves open.
  var widened: (first: Day, last: Day) { span.widened(by: mark.width) }
}

/// The mark after a date: uncertain, approximate or both.
struct DateMark {
  let isApproximate: Bool
  let isUncertain: Bool

  static let none = DateMark(isApproximate: false, isUncertain: false)

  /// The characters that are marks.
  static let characters: Set<Character> = ["?", "~", "%"]

  /// A date without the mark after it, and that mark.
  static func split(_ text: Substring) -> (date: Substring, mark: DateMark) {
    guard let last = text.last, characters.contains(last) else { return (text, .none) }
    return (text.dropLast(), DateMark(isApproximate: last != "?", isUncertain: last != "~"))
  }

  /// By how many of its own units a date may be off.
  var width: Int { (isApproximate ? 1 : 0) + (isUncertain ? 1 : 0) }
}

/// The days that a date without a mark may mean.
enum Span {
  /// One day.
  case day(Day)
  /// Whole months, counted from January of the year 0.
  case months(Range<Int>)

  /// Whole years.
  init(years: ClosedRange<Int>) {
    self = .months(years.lowerBound * 12..<(years.upperBound + 1) * 12)
  }

  var first: Day {
    switch self {
    case .day(let day): day
    case .months(let months): Day(firstOfMonth: months.lowerBound)
    }
  }

  var last: Day {
    switch self {
    case .day(let day): day
    case .months(let months): Day(firstOfMonth: months.upperBound).previous
    }
  }

  /// The first and last day of it together with some spans of its length before and after it.
  func widened(by count: Int) -> (first: Day, last: Day) {
    switch self {
    case .day(let day): (day.advanced(by: -count), day.advanced(by: count))
    case .months(let months):
      (
        Day(firstOfMonth: months.lowerBound - count * months.count),
        Day(firstOfMonth: months.upperBound + count * months.count).previous
      )
    }
  }
}

extension Day {
  /// The first day of a month, which is counted from January of the year 0.
  ///
  /// - Complexity: O(1).
  fileprivate init(firstOfMonth index: Int) {
    let year = (index >= 0 ? index : index - 11) / 12
    // Every month has a first day.
    self = Day(year: year, month: index - year * 12 + 1, day: 1) ?? Day(number: 0)
  }
}
