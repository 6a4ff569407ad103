internal import ArgumentParser
internal import ControlMap
internal import FrontTracking
internal import Geometry
internal import JSON
internal import NumberText
internal import Theatre
internal import TypedIndices

struct FrontsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fronts",
    abstract: "The stretches of front line on a day, and how long they are.",
    discussion: "EXAMPLE: geotrack fronts --on 2016-11-04")

  @OptionGroup var day: DayOption
  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  func run() throws {
    let (tracker, snapshot) = try theatre.snapshot(day, map, .fronts)
    try theatre.reply(
      json: Self.json(snapshot.fronts, tracker.theatre), text: Self.text(snapshot, tracker.theatre))
  }

  private static func text(_ snapshot: Snapshot, _ theatre: Theatre) -> String {
    guard !snapshot.fronts.isEmpty else { return "There is no front on \(snapshot.day)." }
    var table = TextTable(rightAligned: [2])
    for front in snapshot.fronts {
      let middle = front.line.positions[front.line.positions.count / 2]
      let names = front.holders.map { theatre.actors[$0].name }
      table.add(
        names.joined(separator: " – "), "near \(middle)",
        "\(front.lengthInKilometers.text(decimals: 1)) km")
    }
    table.add("all", "", "\(snapshot.frontInKilometers.text(decimals: 1)) km")
    return table.lines()
  }

  private static func json(_ fronts: [FrontLine], _ theatre: Theatre) -> JSON {
    .array(
      fronts.map {
        [
          "sides": .strings($0.holders.map { theatre.actors[$0].side }),
          "holders": theatre.json(ofActors: $0.holders),
          "length_km": .decimal($0.lengthInKilometers, places: 3),
        ]
      })
  }
}
