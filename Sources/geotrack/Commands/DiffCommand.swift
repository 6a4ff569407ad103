internal import ArgumentParser
internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import JSON
internal import MapAnalysis
internal import NumberText
internal import Theatre
internal import TypedIndices

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What changed hands between two days: km² and places won and lost by each side.",
    discussion: "EXAMPLE: geotrack diff 2016-10-16 2016-11-30")

  @Argument(
    help: ArgumentHelp("The earlier day, as in 2016-10-16.", valueName: "date"),
    transform: TypedDay.parse)
  var start: TypedDay

  @Argument(
    help: ArgumentHelp("The later day, as in 2016-11-30.", valueName: "date"),
    transform: TypedDay.parse)
  var end: TypedDay

  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  func validate() throws {
    if end.day < start.day {
      throw ValidationError("\(end.day) is before \(start.day): name the earlier day first.")
    }
  }

  func run() throws {
    let tracker = try theatre.tracker(map)
    try tracker.theatre.requireDay(start.day)
    try tracker.theatre.requireDay(end.day)
    let comparison = try theatre.drawing { () throws(MapError) in
      try tracker.comparison(from: start.day, to: end.day)
    }
    try theatre.reply(
      json: comparison.json(tracker.theatre), text: comparison.text(tracker.theatre))
  }
}

extension Comparison {
  fileprivate func text(_ theatre: Theatre) -> String {
    var lines = ["\(start) to \(end)"]
    for balance in balances {
      lines += [
        "",
        "\(balance.side): won \(balance.wonInSquareKilometers.text(decimals: 0)) km², lost "
          + "\(balance.lostInSquareKilometers.text(decimals: 0)) km²",
      ]
      for (word, places) in [("won", balance.placesWon), ("lost", balance.placesLost)]
      where !places.isEmpty {
        lines.append("  \(word) (\(places.count)): \(theatre.names(of: places, atMost: 60))")
      }
    }
    lines += unswitched(theatre)
    return lines.joined(separator: "\n")
  }

  /// The places whose state changed but not their side, by what changed.
  private func unswitched(_ theatre: Theatre) -> [String] {
    let changes = changes.filter { side($0.before, theatre) == side($0.after, theatre) }
    return changes.isEmpty
      ? [] : ["", "Changed without changing sides:"] + theatre.lines(on: changes)
  }

  private func side(_ state: GroundState, _ theatre: Theatre) -> String? {
    state.holder.map { theatre.actors[$0].side }
  }

  fileprivate func json(_ theatre: Theatre) -> JSON {
    [
      "start": .string("\(start)"),
      "end": .string("\(end)"),
      "sides": .array(
        balances.map {
          [
            "side": .string($0.side),
            "won_km2": .decimal($0.wonInSquareKilometers, places: 3),
            "lost_km2": .decimal($0.lostInSquareKilometers, places: 3),
            "places_won": theatre.json(ofPlaces: $0.placesWon),
            "places_lost": theatre.json(ofPlaces: $0.placesLost),
          ]
        }),
      "changes": .array(changes.map(theatre.json)),
    ]
  }
}
