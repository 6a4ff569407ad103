internal import ArgumentParser
internal import FrontTracking
internal import GeoJSON
internal import Geodesy
internal import Geometry
internal import TheatreModel

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
    let theatre = try theatre.theatre()
    let start = try theatre.place(named: from)
    let distance: Distance
    if let to {
      let end = try theatre.place(named: to)
      try self.theatre.warnIfOutside([start, end], of: theatre)
      distance = Distance(theatre, from: start, to: end)
    } else {
      try self.theatre.warnIfOutside([start], of: theatre)
      distance = try distanceToFront(from: start, in: theatre)
    }
    print(self.theatre.json ? distance.json(theatre).indented : distance.text(theatre))
  }

  private func distanceToFront(from start: Int, in theatre: Theatre) throws -> Distance {
    guard let day = on?.day else { preconditionFailure("validated: --front has a day") }
    try theatre.requireDay(day)
    let tracker = try self.theatre.tracker(of: theatre)
    let nearest = try self.theatre.drawing { () throws(FrontTrackingError) in
      try tracker.snapshot(on: day).nearestFront(to: theatre.places[start].position)
    }
    guard let nearest else { throw Failure.usage("there is no front on \(day)") }
    return Distance(theatre, from: start, to: nearest, on: day)
  }
}

/// What the command found.
private struct Distance {
  /// Where it was measured to.
  enum End {
    case place(Int)
    case front(NearestFront, Day)
  }

  let start: Int
  let end: End
  let endPosition: Position
  let way: WGS84.Inverse

  init(_ theatre: Theatre, from start: Int, to end: Int) {
    self.init(theatre, start, .place(end), theatre.places[end].position)
  }

  init(_ theatre: Theatre, from start: Int, to front: NearestFront, on day: Day) {
    self.init(theatre, start, .front(front, day), front.position)
  }

  private init(_ theatre: Theatre, _ start: Int, _ end: End, _ position: Position) {
    self.start = start
    self.end = end
    endPosition = position
    way = WGS84.inverse(from: theatre.places[start].position, to: position)
  }

  private var kilometers: Double { way.distanceInMeters / 1_000 }
  // The international mile of 1959.
  private var miles: Double { way.distanceInMeters / 1_609.344 }
  private var compass: String { CompassPoint(azimuthInDegrees: way.azimuthInDegrees).rawValue }

  func text(_ theatre: Theatre) -> String {
    let name = theatre.places[start].name
    let target: String
    switch end {
    case .place(let place): target = theatre.places[place].name
    case .front(let nearest, let day):
      let holders = nearest.front.holders.map { theatre.actors[$0].name }
      target = "the front on \(day), between \(holders.joined(separator: " and "))"
    }
    let first = "\(name) → \(target)"
    let second =
      "\(kilometers.text(decimals: 1)) km (\(miles.text(decimals: 1)) mi), azimuth "
      + "\(way.azimuthInDegrees.text(decimals: 0))° (\(compass))"
    return [first, second, precision(theatre)].compactMap(\.self).joined(separator: "\n")
  }

  /// How well the ends are known, where the table says so.
  private func precision(_ theatre: Theatre) -> String? {
    guard case .place(let place) = end,
      let first = theatre.places[start].precisionInKilometers,
      let second = theatre.places[place].precisionInKilometers
    else { return nil }
    return
      "The coordinates are known to \(first.text(decimals: 1)) km and "
      + "\(second.text(decimals: 1)) km."
  }

  func json(_ theatre: Theatre) -> JSON {
    let target: JSON
    switch end {
    case .place(let place): target = theatre.json(ofPlace: place)
    case .front(let nearest, _):
      target = [
        "id": .null, "name": "front",
        "longitude": .decimal(endPosition.longitude, places: 6),
        "latitude": .decimal(endPosition.latitude, places: 6),
        "holders": theatre.json(ofActors: nearest.front.holders),
      ]
    }
    return [
      "from": theatre.json(ofPlace: start),
      "to": target,
      "distance_km": .decimal(kilometers, places: 6),
      "distance_mi": .decimal(miles, places: 6),
      "azimuth_deg": .decimal(way.azimuthInDegrees, places: 6),
      "compass": .string(compass),
    ]
  }
}
