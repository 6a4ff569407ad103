internal import ArgumentParser
internal import TheatreModel

/// A day that is typed, as in `--on 2016-11-04`.
struct TypedDay: ExpressibleByArgument {
  let day: Day

  init?(argument: String) {
    guard let day = Day(argument) else { return nil }
    self.day = day
  }

  static var defaultValueDescription: String { "year-month-day" }
}

/// The option `--on` of commands that look at one day.
struct DayOption: ParsableArguments {
  @Option(
    name: .customLong("on"),
    help: ArgumentHelp("The day, as in 2016-11-04.", valueName: "date"))
  var typed: TypedDay

  /// The day, if the theatre has it.
  func day(in theatre: Theatre) throws(Failure) -> Day {
    try theatre.requireDay(typed.day)
    return typed.day
  }
}
