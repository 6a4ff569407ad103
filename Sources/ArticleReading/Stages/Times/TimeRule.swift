internal import Theatre

/// A way to say when. In traces a time is its date in EDTF, `-` if it cannot be told, or how many
/// days before something else it was.
protocol TimeRule: ReadingRule {
  /// The time that begins at the cursor, which then stands after it; nil if there is none.
  func read(_ cursor: inout TimeCursor, _ days: KnownDays) -> TimeValue?
}

/// The days from which a text counts.
struct KnownDays {
  /// The day of publication.
  let published: Day?
  /// The day that "the same day" and "a day earlier" refer to.
  let anchor: Day?

  /// The day from which "the day before" counts.
  var told: Day? { anchor ?? published }
}

/// A time as a text gives it.
enum TimeValue {
  /// A date; nil if the day from which it counts is not known.
  case date(When?)
  /// So many days before what the sentence tells.
  case daysBefore(Int)
  /// A day of the operation that was told of, from 1.
  case dayOfOperation(Int)
}
