internal import ArgumentParser
internal import ControlMap
internal import FrontTracking
internal import Geodesy
internal import Geometry
internal import JSON
internal import MapAnalysis
internal import NumberText
internal import Theatre
internal import TypedIndices

struct DistanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "distance",
    abstract: "How far it is from a place to another, or to the nearest front.",
    discussion: """
      The distance is the geodesic on the WGS 84 ellipsoid, the azimuth its direction at the start.

      EXAMPLE: geotrack distance Hatra Mosul
      EXAMPLE: geotrack distance Mosul --front --on 2016-11-04
      """)

  @Argument(help: "The place to start from, by any of its names.")
  var from: String

  @Argument(help: "The place to go to; left out with --front.")
  var to: String?

  @Flag(help: "Measure to the nearest point of the front.")
  var front = false

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp("With --front: the day, as in 2016-11-04.", valueName: "date"),
    transform: TypedDay.parse)
  var on: TypedDay?

  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  func validate() throws {
    if front, to != nil {
      throw ValidationError("With --front there is one place only.")
    }
    if front, on == nil {
      throw ValidationError("With --front name the day: --on 2016-11-04.")
    }
    if !front, to == nil {
      throw ValidationError("Name the place to go to, or ask for --front --on DATE.")
    }
    if !front, on != nil {
      throw ValidationError("A day matters only with --front: places do not move.")
    }
  }

  func run() throws {
    let distance = try to.map(distance(to:)) ?? distanceToFront()
    try theatre.reply(json: distance.json, text: distance.text)
  }

  private func distance(to end: String) throws -> Distance {
    let (terrain, oddities) = try theatre.terrain()
    let start = terrain.places[try terrain.place(named: from)]
    let end = terrain.places[try terrain.place(named: end)]
    theatre.warn(about: [start, end], among: oddities)
    return Distance(from: start, to: end)
  }

  private func distanceToFront() throws -> Distance {
    guard let day = on?.day else { preconditionFailure("validated: --front has a day") }
    let tracker = try self.theatre.tracker(map)
    let theatre = tracker.theatre
    let start = theatre.places[try theatre.place(named: from)]
    try theatre.requireDay(day)
    let (oddities, nearest) = try self.theatre.drawing { () throws(MapError) in
      (
        try theatre.boundary.geometricDiagnostics(of: [start]),
        try tracker.snapshot(on: day).nearestFront(to: start.position)
      )
    }
    self.theatre.warn(about: [start], among: oddities)
    guard let nearest else { throw Failure.usage("there is no front on \(day)") }
    return Distance(
      from: start, to: nearest, on: day, between: nearest.front.holders.map { theatre.actors[$0] })
  }
}

/// What the command found.
private struct Distance {
  /// Where it was measured to.
  enum End {
    case place(Place)
    case front(Day, holders: [Actor])
  }

  let start: Place
  let end: End
  let endPosition: Position
  let way: WGS84.Inverse

  init(from start: Place, to end: Place) {
    self.init(start, .place(end), end.position)
  }

  init(from start: Place, to front: NearestFront, on day: Day, between holders: [Actor]) {
    self.init(start, .front(day, holders: holders), front.position)
  }

  private init(_ start: Place, _ end: End, _ position: Position) {
    self.start = start
    self.end = end
    endPosition = position
    way = WGS84.inverse(from: start.position, to: position)
  }

  private var kilometers: Double { way.distanceInMeters / 1_000 }
  private var miles: Double { kilometers / MeasureUnit.miles.inKilometers }
  private var compass: String { CompassPoint(azimuthInDegrees: way.azimuthInDegrees).rawValue }

  var text: String {
    let target: String
    switch end {
    case .place(let place): target = place.name
    case .front(let day, let holders):
      let names = holders.map(\.name).joined(separator: " and ")
      target = "the front on \(day), between \(names)"
    }
    let first = "\(start.name) → \(target)"
    let second =
      "\(kilometers.text(decimals: 1)) km (\(miles.text(decimals: 1)) mi), azimuth "
      + "\(way.azimuthInDegrees.text(decimals: 0))° (\(compass))"
    return [first, second, precision].compactMap(\.self).joined(separator: "\n")
  }

  /// How well the ends are known, where the table says so.
  private var precision: String? {
    guard case .place(let place) = end,
      let first = start.precisionInKilometers,
      let second = place.precisionInKilometers
    else { return nil }
    return
      "The coordinates are known to \(first.text(decimals: 1)) km and "
      + "\(second.text(decimals: 1)) km."
  }

  var json: JSON {
    let target: JSON
    switch end {
    case .place(let place): target = place.json
    case .front(_, let holders):
      target = [
        "id": .null, "name": "front",
        "longitude": .decimal(endPosition.longitude, places: 6),
        "latitude": .decimal(endPosition.latitude, places: 6),
        "holders": .strings(holders.map(\.id)),
      ]
    }
    return [
      "from": start.json,
      "to": target,
      "distance_km": .decimal(kilometers, places: 6),
      "distance_mi": .decimal(miles, places: 6),
      "azimuth_deg": .decimal(way.azimuthInDegrees, places: 6),
      "compass": .string(compass),
    ]
  }
}
