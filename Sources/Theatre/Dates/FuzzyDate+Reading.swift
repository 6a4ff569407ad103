/// Why a text is not a date: one sentence with the remedy.
public struct DateError: Error, Hashable, Sendable {
  /// The sentence.
  public let message: String
}

extension FuzzyDate {
  /// Reads a date in EDTF.
  ///
  /// A time of day and its shift from UTC are checked and left alone: the day is the one that is
  /// written.
  ///
  /// - Throws: `DateError` with the remedy where the text looks like another way to write a date.
  /// - Complexity: O(*n*) for *n* characters.
  public init(_ text: String) throws(DateError) {
    // Nearly every date is a plain day.
    if let day = Day(text) {
      self.init(text: text, day: day)
      return
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 1:
      if let day = try Day(timed: text) {
        self.init(text: text, day: day)
      } else if let part = try DatePart(parts[0], in: text) {
        self.init(text: text, from: part, to: part)
      } else {
        throw DateRefusal(text).error
      }
    case 2 where !parts[0].isShort: try self.init(text: text, from: parts[0], to: parts[1])
    default:
      throw DateError(message: "\"\(text)\" is not a date: write year-month-day, as in 2016-10-31")
    }
  }

  /// Reads an interval, of which one end may be open (`..`) or unknown (empty).
  private init(text: String, from first: Substring, to last: Substring) throws(DateError) {
    if first.isOpenEnd && last.isOpenEnd {
      throw DateError(message: "\"\(text)\" is open on both sides: name at least one day")
    }
    let start = try DatePart(first, in: text)
    let end = try DatePart(last, in: text)
    guard start != nil || first.isOpenEnd, end != nil || last.isOpenEnd else {
      throw DateRefusal(text).error
    }
    if let start, let end, end.span.last < start.span.first {
      throw DateError(message: "\"\(text)\" ends before it begins")
    }
    self.init(text: text, from: start, to: end)
  }
}

extension Substring {
  /// Whether an interval with this end is open there, or nobody knows its end.
  fileprivate var isOpenEnd: Bool { isEmpty || self == ".." }

  /// Whether it is too short for the end of an interval, as the day of `31/10` is.
  fileprivate var isShort: Bool { (1..<4).contains(utf8.count) && !isOpenEnd }
}
