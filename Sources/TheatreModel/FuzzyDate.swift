/// A date as well as it is known, written in EDTF (ISO 8601-2:2019, annex A).
///
/// A day, a month, a year, a decade or unspecified digits (`2016-11-04`, `2017-01`, `2017`,
/// `201X`, `2017-01-XX`), an interval (`2017-01-05/2017-01-10`, `../2017-01-24`), each part
/// uncertain (`?`), approximate (`~`) or both (`%`).
public struct FuzzyDate: Hashable, Sendable {
  /// The text as it was given.
  public let text: String

  /// The first day on which it may lie; nil if that is open.
  public let earliest: Day?

  /// The last day on which it may lie; nil if that is open.
  public let latest: Day?

  /// Whether it is marked as approximate.
  public let isApproximate: Bool

  /// Whether it is marked as uncertain.
  public let isUncertain: Bool

  /// Creates a date that is a known day.
  public init(_ day: Day) {
    self.init(text: "\(day)", earliest: day, latest: day)
  }

  private init(
    text: String, earliest: Day?, latest: Day?, isApproximate: Bool = false,
    isUncertain: Bool = false
  ) {
    self.text = text
    self.earliest = earliest
    self.latest = latest
    self.isApproximate = isApproximate
    self.isUncertain = isUncertain
  }

  /// The day on which it takes effect: the last on which it may lie, since only then is it sure to
  /// have happened. With an open end it is the first.
  public var effectiveDay: Day {
    latest ?? earliest ?? Day(number: 0)
  }

  /// Whether it is one day and nothing about it is in doubt.
  public var isExact: Bool {
    earliest != nil && earliest == latest && !isApproximate && !isUncertain
  }
}

/// Why a text is no date: one sentence with the remedy.
public struct DateError: Error, Hashable, Sendable {
  /// The sentence.
  public let message: String
}

extension FuzzyDate {
  /// Reads a date in EDTF.
  ///
  /// - Throws: `DateError` with the remedy where the text looks like another way to write a date.
  public init(_ text: String) throws(DateError) {
    // Nearly every date is a plain day.
    if let day = Day(text) {
      self.init(text: text, earliest: day, latest: day)
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let isShort = (1..<4).contains(parts[0].utf8.count) && parts[0] != ".."
    if parts.count == 3 || (parts.count == 2 && isShort) {
      throw DateError(message: "\"\(text)\" is no date: write year-month-day, as in 2016-10-31")
    }
    guard parts.count == 2 else {
      let (span, mark) = try Span.read(text, in: text)
      self.init(
        text: text, earliest: span.first, latest: span.last,
        isApproximate: mark.isApproximate, isUncertain: mark.isUncertain)
      return
    }
    let (start, startMark) = try Span.readEnd(parts[0], in: text)
    let (end, endMark) = try Span.readEnd(parts[1], in: text)
    guard start != nil || end != nil else {
      throw DateError(message: "\"\(text)\" is open on both sides: name at least one day")
    }
    if let start, let end, end.last < start.first {
      throw DateError(message: "\"\(text)\" ends before it begins")
    }
    self.init(
      text: text, earliest: start?.first, latest: end?.last,
      isApproximate: startMark.isApproximate || endMark.isApproximate,
      isUncertain: startMark.isUncertain || endMark.isUncertain)
  }
}

/// A mark behind a date.
private struct Mark {
  var isApproximate = false
  var isUncertain = false
}

/// The days of one part of a date.
private struct Span {
  let first: Day
  let last: Day

  /// Reads an end of an interval, which may be open (`..`) or unknown (empty).
  static func readEnd(
    _ part: Substring, in text: String
  ) throws(DateError) -> (Span?, Mark) {
    if part.isEmpty || part == ".." { return (nil, Mark()) }
    let (span, mark) = try read(String(part), in: text)
    return (span, mark)
  }

  static func read(_ part: String, in text: String) throws(DateError) -> (Span, Mark) {
    var digits = Substring(part)
    var mark = Mark()
    if let last = digits.last, "?~%".contains(last) {
      mark = Mark(isApproximate: last != "?", isUncertain: last != "~")
      digits = digits.dropLast()
    }
    guard let span = try Span(digits, in: text) else { throw Self.refusal(of: part, in: text) }
    return (span, mark)
  }

  private init?(_ digits: Substring, in text: String) throws(DateError) {
    let fields = digits.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = fields.first, year.utf8.count == 4,
      fields.dropFirst().allSatisfy({ $0.utf8.count == 2 }), fields.count <= 3
    else { return nil }
    let unspecified = fields.map { $0.contains("X") }
    if fields.count == 1, year.hasSuffix("X"), let century = [year.dropLast()].digits?.first {
      self.init(years: century * 10...century * 10 + 9)
      return
    }
    // An unspecified field leaves nothing specified behind it: 2017-XX, 2017-01-XX, 2017-XX-XX.
    let known = fields.prefix { !$0.contains("X") }
    guard !known.isEmpty, fields.dropFirst(known.count).allSatisfy({ $0 == "XX" }),
      known.count == fields.count || unspecified.contains(true), let numbers = known.digits
    else { return nil }
    switch numbers.count {
    case 1: self.init(years: numbers[0]...numbers[0])
    case 2: try self.init(year: numbers[0], month: numbers[1], in: text)
    default:
      guard let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) else {
        throw DateError(message: "\"\(text)\" is no day of the calendar")
      }
      self.init(first: day, last: day)
    }
  }

  private init(first: Day, last: Day) {
    self.first = first
    self.last = last
  }

  private init?(years: ClosedRange<Int>) {
    guard let first = Day(year: years.lowerBound, month: 1, day: 1),
      let last = Day(year: years.upperBound, month: 12, day: 31)
    else { return nil }
    self.init(first: first, last: last)
  }

  private init(year: Int, month: Int, in text: String) throws(DateError) {
    guard let first = Day(year: year, month: month, day: 1) else {
      throw DateError(message: "\"\(text)\" names a month \(month), and a year has twelve")
    }
    self.init(first: first, last: first.advanced(by: Day.length(ofMonth: month, year: year) - 1))
  }

  /// The error for text that is no date, with the remedy for common other spellings.
  private static func refusal(of part: String, in text: String) -> DateError {
    let modern = String(part.map { "uUx".contains($0) ? "X" : $0 })
    if modern != part, (try? FuzzyDate(modern)) != nil {
      return DateError(message: "\"\(text)\" uses an older form of EDTF: write \(modern)")
    }
    if part.contains(".") || part.contains(" ") {
      return DateError(message: "\"\(text)\" is no date: write year-month-day, as in 2016-10-31")
    }
    return DateError(
      message: "\"\(text)\" is no date: write 2016-10-31, 2016-10 or 2016-10-29/2016-10-31")
  }
}
