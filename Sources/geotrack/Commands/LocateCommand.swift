internal import ArgumentParser
internal import Diagnostics
internal import Geometry
internal import JSON
internal import NumberText
internal import Theatre
internal import TypedIndices

struct LocateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "locate",
    abstract: "Where a place is, what else it is called, and whose coordinate that is.",
    discussion: """
      EXAMPLE: geotrack locate Gogjali
      EXAMPLE: geotrack locate حي الكرامة
      """)

  @Argument(help: "The place, by any of its names.")
  var name: String

  @OptionGroup var theatre: TheatreOptions

  func run() throws {
    let terrain = try theatre.terrain().terrain
    let place = try terrain.place(named: name)
    try theatre.reply(json: terrain.locationJSON(of: place), text: terrain.location(of: place))
  }
}

extension Terrain {
  fileprivate func location(of index: PlaceID) -> String {
    let place = places[index]
    var table = TextTable()
    table.add("longitude, latitude", "\(place.position)")
    if let precision = place.precisionInKilometers {
      table.add("known to", "\(precision.text(decimals: 1)) km")
    }
    table.add("id", place.id)
    if !place.aliases.isEmpty { table.add("also", place.aliases.joined(separator: ", ")) }
    table.add("source", place.source)
    if !place.note.isEmpty { table.add("note", place.note.onOneLine) }
    return "\(place.name): \(describe(index))\n\(table.lines(indent: "  "))"
  }

  fileprivate func locationJSON(of index: PlaceID) -> JSON {
    let place = places[index]
    return [
      "id": .string(place.id),
      "name": .string(place.name),
      "aliases": .strings(place.aliases),
      "kind": .string(place.kind),
      "longitude": .decimal(place.position.longitude, places: 6),
      "latitude": .decimal(place.position.latitude, places: 6),
      "precision_km": place.precisionInKilometers.map { .decimal($0, places: 3) } ?? .null,
      "part_of": .strings(lineage(of: index).dropFirst().map { places[$0].id }),
      "source": .string(place.source),
      "note": .string(place.note),
    ]
  }
}
