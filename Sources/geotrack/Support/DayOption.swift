internal import ArgumentParser
internal import FrontTracking
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

extension TheatreOptions {
  /// The theatre made ready, and its map of the day.
  func snapshot(_ option: DayOption) throws -> (tracker: FrontTracker, snapshot: Snapshot) {
    let tracker = try tracker()
    let day = try option.day(in: tracker.theatre)
    let snapshot = try drawing { () throws(FrontTrackingError) in try tracker.snapshot(on: day) }
    return (tracker, snapshot)
  }
}
