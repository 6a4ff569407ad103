internal import ArgumentParser
internal import Theatre

/// A day that is typed, as in `--on 2016-11-04`.
struct TypedDay {
  let day: Day

  /// Reads a day, or says why the text is not one.
  static func parse(_ text: String) throws -> TypedDay {
    if let day = Day(text) { return TypedDay(day: day) }
    do throws(DateError) {
      _ = try FuzzyDate(text)
    } catch {
      throw ValidationError(error.message)
    }
    throw ValidationError("\"\(text)\" is not a single day: write one, as in 2016-10-31")
  }
}

/// The option `--on` of commands that look at one day.
struct DayOption: ParsableArguments {
  @Option(
    name: .customLong("on"),
    help: ArgumentHelp("The day, as in 2016-11-04.", valueName: "date"),
    transform: TypedDay.parse)
  var typed: TypedDay

  /// The day, if the theatre has it.
  func day(in theatre: Theatre) throws(Failure) -> Day {
    try theatre.requireDay(typed.day)
    return typed.day
  }
}
