internal import ArgumentParser
internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import JSON
internal import NumberText
internal import Theatre
internal import TypedIndices

struct PocketsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pockets",
    abstract: "The ground that is cut off from every exit of its side on a day.",
    discussion: "EXAMPLE: geotrack pockets --on 2017-05-01")

  @OptionGroup var day: DayOption
  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  func run() throws {
    let (tracker, snapshot) = try theatre.snapshot(day, map, .pockets)
    try theatre.reply(
      json: Self.json(snapshot.pockets, tracker.theatre),
      text: Self.text(snapshot, tracker.theatre, tracker.perspective.view))
  }

  private static func text(
    _ snapshot: Snapshot, _ theatre: Theatre, _ view: MapView
  ) -> String {
    guard !snapshot.pockets.isEmpty else {
      return view == .confirmed
        ? "The view confirmed shows no pockets: it leaves the ground between places unknown."
        : "There is no pocket on \(snapshot.day)."
    }
    var table = TextTable(rightAligned: [1])
    for pocket in snapshot.pockets {
      table.add(
        theatre.actors[pocket.holder].name,
        "\(pocket.areaInSquareKilometers.text(decimals: 1)) km²", theatre.names(of: pocket.places))
    }
    return table.lines()
  }

  private static func json(_ pockets: [Pocket], _ theatre: Theatre) -> JSON {
    .array(
      pockets.map {
        [
          "holder": .string(theatre.actors[$0.holder].id),
          "side": .string(theatre.actors[$0.holder].side),
          "area_km2": .decimal($0.areaInSquareKilometers, places: 3),
          "places": theatre.json(ofPlaces: $0.places),
        ]
      })
  }
}
