internal import ArgumentParser
internal import FrontTracking
internal import TheatreModel

/// The options of commands that show a day or a period: `--on`, or `--since` and `--until`.
struct PeriodOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("One day only, as in 2016-11-04.", valueName: "date"),
    transform: TypedDay.parse)
  var on: TypedDay?

  @Option(
    help: ArgumentHelp("The first day; by default the theatre's.", valueName: "date"),
    transform: TypedDay.parse)
  var since: TypedDay?

  @Option(
    help: ArgumentHelp("The last day; by default the theatre's.", valueName: "date"),
    transform: TypedDay.parse)
  var until: TypedDay?

  func validate() throws {
    if on != nil, since != nil || until != nil {
      throw ValidationError("Name one day with --on, or a period with --since and --until.")
    }
    if let since, let until, until.day < since.day {
      throw ValidationError("The period ends on \(until.day), before it begins on \(since.day).")
    }
  }

  /// Whether nothing was typed.
  var isWhole: Bool { on == nil && since == nil && until == nil }

  /// The days that were typed, else the theatre's.
  ///
  /// - Throws: `Failure` if the theatre lacks the first or the last of them, or if they end before they
  ///   begin.
  func period(of theatre: Theatre) throws(Failure) -> Range<Day> {
    let first = on?.day ?? since?.day ?? theatre.settings.start
    let last = on?.day ?? until?.day ?? theatre.settings.end.previous
    try theatre.requireDay(first)
    try theatre.requireDay(last)
    return first..<last.next
  }
}
