/// A date as well as it is known, written in EDTF (ISO 8601-2:2019, annex A) of level 0 or 1.
///
///     let date = try FuzzyDate("2017-01~/2017-02-10")
///     date.earliest                 // 2017-01-01
///     date.effectiveDay             // 2017-02-10
///     date.possibleDays.earliest    // 2016-12-01, since the beginning is approximate
///
/// A day, with or without a time (`2016-11-04`, `2016-11-04T06:30:00Z`), a month, a season, a year
/// (`2017-01`, `2017-21`, `2017`, `-0331`, `Y-10500`), unspecified digits (`201X`, `20XX`, `2017-XX`,
/// `2017-01-XX`, `2017-XX-XX`), an interval (`2017-01-05/2017-01-10`, `../2017-01-24`, `2017-01-24/`),
/// each date uncertain (`?`), approximate (`~`) or both (`%`).
public struct FuzzyDate: Hashable, Sendable {
  /// The text as it was given.
  public let text: String

  /// The first day on which it may lie as it is written; nil if that is open.
  public let earliest: Day?

  /// The last day on which it may lie as it is written; nil if that is open.
  public let latest: Day?

  /// Whether it is marked as approximate.
  public let isApproximate: Bool

  /// Whether it is marked as uncertain.
  public let isUncertain: Bool

  /// How many days earlier and later than written it may lie; 0 without a mark.
  private let leeway: Leeway

  /// Creates a date that is a known day.
  public init(_ day: Day) {
    self.init(text: "\(day)", day: day)
  }

  /// Creates a date that is a known day, with the text that says so.
  init(text: String, day: Day) {
    self.init(text: text, from: DatePart(day), to: DatePart(day))
  }

  /// Creates a date from its two ends, which are the same for a date that is not an interval; nil for
  /// one that is open.
  init(text: String, from start: DatePart?, to end: DatePart?) {
    self.text = text
    earliest = start?.span.first
    latest = end?.span.last
    let marks = (start?.mark ?? .none, end?.mark ?? .none)
    isApproximate = marks.0.isApproximate || marks.1.isApproximate
    isUncertain = marks.0.isUncertain || marks.1.isUncertain
    leeway = Leeway(from: start, to: end)
  }

  /// The day on which it takes effect: the last on which it may lie as it is written, since only then
  /// is it sure to have happened. With an open end it is the first.
  public var effectiveDay: Day {
    latest ?? earliest ?? Day(number: 0)
  }

  /// The same date, cut off at a day on which it was already known.
  ///
  /// - Precondition: its first day is not after that day.
  func known(on day: Day) -> FuzzyDate {
    guard let latest, day < possibleDays.latest ?? latest else { return self }
    return FuzzyDate(self, latest: min(latest, day), after: max(0, latest.distance(to: day)))
  }

  private init(_ other: FuzzyDate, latest: Day, after: Int) {
    text = other.text
    earliest = other.earliest
    self.latest = latest
    isApproximate = other.isApproximate
    isUncertain = other.isUncertain
    leeway = Leeway(before: other.leeway.before, after: Int32(after))
  }

  /// Whether it is one day and nothing about it is in doubt.
  public var isExact: Bool {
    earliest != nil && earliest == latest && !isApproximate && !isUncertain
  }

  /// The days on which it may lie, with what its marks leave open.
  ///
  ///     try FuzzyDate("1979-08~").possibleDays    // 1979-07-01 to 1979-09-30
  ///
  /// A day or month or season or year or decade or century that is approximate or uncertain may lie
  /// one such unit earlier or later, and two if it is both. What is unspecified has the unit of what is
  /// known: `2017-01-XX~` is a month. Of an interval only the end that is marked is moved.
  ///
  /// EDTF gives a mark no width. These are the widths of the library python-edtf (`PADDING_…_PRECISION`
  /// and `MULTIPLIER_IF_BOTH` of its settings) as its version 4 applies them, with three months for a
  /// season instead of twelve weeks; version 5 adds a year to a month and both to a day.
  ///
  /// - Complexity: O(1).
  public var possibleDays: PossibleDays {
    PossibleDays(
      earliest: earliest?.advanced(by: -Int(leeway.before)),
      latest: latest?.advanced(by: Int(leeway.after)))
  }
}

/// The days on which something may lie.
public struct PossibleDays: Hashable, Sendable {
  /// The first of them; nil if that is open.
  public let earliest: Day?

  /// The last of them; nil if that is open.
  public let latest: Day?
}

/// How many days a date may lie before and after what is written.
private struct Leeway: Hashable {
  let before: Int32
  let after: Int32

  init(before: Int32, after: Int32) {
    self.before = before
    self.after = after
  }

  init(from start: DatePart?, to end: DatePart?) {
    before = start.map { Int32($0.span.first.number - $0.widened.first.number) } ?? 0
    after = end.map { Int32($0.widened.last.number - $0.span.last.number) } ?? 0
  }
}
