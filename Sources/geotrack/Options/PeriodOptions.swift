internal import ArgumentParser
internal import FrontTracking
internal import Theatre

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
    if let since, let until, let fault = Self.fault(since.day, until.day) {
      throw ValidationError(fault)
    }
  }

  /// What is wrong with the ends of a period, in a sentence; nil if nothing is.
  private static func fault(_ first: Day, _ last: Day) -> String? {
    last < first ? "The period ends on \(last), before it begins on \(first)." : nil
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
    if let fault = Self.fault(first, last) { throw .usage(fault) }
    return first..<last.next
  }
}
