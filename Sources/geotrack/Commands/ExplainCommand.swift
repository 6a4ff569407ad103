internal import ArgumentParser
internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import Geometry
internal import JSON
internal import Theatre
internal import TypedIndices

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Why the map shows a place or a point as it does, rule by rule, and how sure that is.",
    discussion: """
      With --json the rules stand inside each other, each with the reports it set aside.

      EXAMPLE: geotrack explain Karama --on 2016-11-04
      EXAMPLE: geotrack explain --at 43.13,36.34 --on 2016-11-04
      """)

  @Argument(help: "The place, by any of its names; left out with --at.")
  var place: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "A point of the map in place of a place: longitude and latitude in degrees, as in 43.13,36.34.",
      valueName: "lon,lat"),
    transform: TypedPoint.parse)
  var at: TypedPoint?

  @OptionGroup var day: DayOption
  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  func validate() throws {
    if (place == nil) == (at == nil) {
      throw ValidationError("Name a place, or a point with --at LON,LAT.")
    }
  }

  func run() throws {
    let (tracker, snapshot) = try theatre.snapshot(day, map, .places)
    let explanation =
      try at.map { try explain($0.position, tracker, snapshot) }
      ?? explain(place ?? "", tracker, snapshot)
    try theatre.reply(json: explanation.json, text: explanation.text)
  }

  private func explain(
    _ name: String, _ tracker: FrontTracker, _ snapshot: Snapshot
  ) throws(Failure) -> Explanation {
    let place = try tracker.theatre.place(named: name)
    let name = tracker.theatre.places[place].name
    guard let site = tracker.sites.site(ofPlace: place) else {
      throw Failure.usage(
        "\(name) is a region: ask for a place in it, or for geotrack history \"\(name)\"")
    }
    guard let state = snapshot.state(ofSite: site) else {
      throw Failure.usage("\(name) lies outside the boundary: it has no ground on the map")
    }
    return Explanation(tracker, .place(place), snapshot.day, state, of: site)
  }

  private func explain(
    _ position: Position, _ tracker: FrontTracker, _ snapshot: Snapshot
  ) throws(Failure) -> Explanation {
    let found = try theatre.drawing { () throws(MapError) in
      try tracker.state(at: position, in: snapshot)
    }
    guard let found else { throw outside(position, tracker.theatre) }
    return Explanation(
      tracker, .point(position, site: found.site), snapshot.day, found.cell, of: found.site)
  }
}

/// That a point lies outside, and whether it was typed the wrong way round.
private func outside(_ position: Position, _ theatre: Theatre) -> Failure {
  let box = Box(around: theatre.boundary.shape.polygons.flatMap(\.exterior.positions))
  let isSwapped = box.map {
    (-90...90).contains(position.longitude)
      && $0.contains(Position(longitude: position.latitude, latitude: position.longitude))
  }
  return .usage(
    "the point \(position.longitude), \(position.latitude) lies outside the boundary"
      + (isSwapped == true ? "; are longitude and latitude swapped?" : ""))
}

extension Explanation {
  /// Looks up how the state of a cell was decided.
  fileprivate init(
    _ tracker: FrontTracker, _ subject: Subject, _ day: Day, _ cell: CellState, of site: SiteID?
  ) {
    // Where nothing is known of the cell, the report on its place does not reach so far.
    let source = cell.interval == nil ? nil : cell.inference?.site ?? site
    self.init(
      tracker: tracker, subject: subject, day: day, cell: cell,
      decision: source.map { tracker.history.decision(of: $0, on: day) }
        ?? Decision(interval: nil, considered: []),
      confidence: tracker.confidence(in: cell, on: day),
      remnant: cell.state.isPresumed ? source.flatMap { tracker.remnant(of: $0, on: day) } : nil,
      support: source.map { tracker.history.support(of: $0, on: day) } ?? ([], []))
  }
}
