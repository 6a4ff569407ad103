internal import ArgumentParser
internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import JSON
internal import MapFeatures
internal import NumberText
internal import Theatre
internal import TypedIndices

struct StatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract:
      "Who held what on a day: areas, the front, what is contested; with --json every place.",
    discussion: "EXAMPLE: geotrack status --on 2016-11-04")

  @OptionGroup var day: DayOption
  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  func run() throws {
    let (tracker, snapshot) = try theatre.snapshot(
      day, map, [.territories, .fronts, .places])
    let status = Status(tracker: tracker, snapshot: snapshot)
    try theatre.reply(json: status.json, text: status.text)
  }
}

/// A snapshot as the command prints it.
private struct Status {
  let tracker: FrontTracker
  let snapshot: Snapshot

  private var theatre: Theatre { tracker.theatre }

  /// The rows of the areas, holders in the order of the table: id, name, km², number of places.
  private var rows: [(id: String, name: String, area: Double, places: Int)] {
    let areas = snapshot.areas
    var rows = theatre.actors.indices.compactMap { actor in
      areas.held[actor].map { area in
        (theatre.actors[actor].id, theatre.actors[actor].name, area, places(held: actor))
      }
    }
    if areas.contested > 0 {
      rows.append(("contested", "contested", areas.contested, places(.contested).count))
    }
    if areas.unknown > 0 {
      rows.append(("unknown", "unknown", areas.unknown, places(.unknown).count))
    }
    return rows
  }

  private func places(held actor: ActorID) -> Int {
    (places(.held) + places(.presumed)).filter { $0.cell.state.holder == actor }.count
  }

  /// The areas that may be others, because the days of some reports are not known.
  private var uncertainty: [String] {
    let ranges = areaRanges.filter { $0.range.low < $0.range.high }
    guard !ranges.isEmpty else { return [] }
    let words = ranges.map {
      "\($0.name) \($0.range.low.text(decimals: 0)) to \($0.range.high.text(decimals: 0)) km²"
    }
    return ["The days of some reports are not known: \(words.joined(separator: ", "))"]
  }

  /// The range of each area: holders in the order of the table, then contested and unknown.
  private var areaRanges: [AreaRow] {
    let ranges = snapshot.areaRanges
    var rows = theatre.actors.indexed().compactMap { index, actor in
      ranges[.held(index)].map { (actor.id, actor.name, $0) }
    }
    if let range = ranges[.contested] { rows.append(("contested", "contested", range)) }
    if let range = ranges[.unknown] { rows.append(("unknown", "unknown", range)) }
    return rows
  }

  private typealias AreaRow = (id: String, name: String, range: Snapshot.AreaRange)

  private func areas(_ rows: [AreaRow], _ bound: (Snapshot.AreaRange) -> Double) -> JSON {
    .object(rows.map { JSONMember($0.id, .decimal(bound($0.range), places: 3)) })
  }

  private func places(_ status: GroundState.Status) -> [PlaceState] {
    snapshot.places.filter { $0.cell.state.status == status }
  }

  var text: String {
    var lines = ["\(theatre.settings.title)", "\(snapshot.day)\(tracker.perspective.words)", ""]
    var table = TextTable(rightAligned: [1, 2, 3])
    let whole = rows.reduce(0) { $0 + $1.area }
    for row in rows {
      let share = whole > 0 ? 100 * row.area / whole : 0
      table.add(
        row.name, "\(row.area.text(decimals: 0)) km²", "\(share.text(decimals: 1)) %",
        row.places == 1 ? "1 place " : "\(row.places) places")
    }
    lines.append(table.lines())
    lines += uncertainty
    lines.append("front line  \(snapshot.frontInKilometers.text(decimals: 0)) km")
    lines += list("Contested", places(.contested).map(\.place))
    lines += fighting
    lines += list("Presumed taken", places(.presumed).map(\.place))
    lines += list(
      "May be in another state, because the day of a report is not known",
      snapshot.places.filter { !$0.cell.alternatives.isEmpty }.map(\.place))
    lines += list(
      "Encircled", snapshot.places.filter { !$0.cell.state.encirclers.isEmpty }.map(\.place))
    lines += list(Sentences.changed(on: "this day"), changedToday)
    return lines.joined(separator: "\n")
  }

  /// The places whose state a report of this very day made another than the day before.
  private var changedToday: [PlaceID] {
    snapshot.places.filter { place in
      guard place.cell.inference == nil, let interval = place.cell.interval,
        interval.day == snapshot.day,
        let site = tracker.sites.site(ofPlace: place.place)
      else { return false }
      return tracker.history.interval(of: site, on: snapshot.day.previous)?.state != interval.state
    }.map(\.place)
  }

  /// The fighting in regions that no report places.
  private var regionFights: [RegionFight] {
    tracker.history.regionFights(on: snapshot.day)
  }

  private var fighting: [String] {
    let fights = regionFights
    let more = fights.count - mostListed
    return fights.isEmpty
      ? []
      : [""] + fights.prefix(mostListed).map(theatre.words(for:))
        + (more > 0 ? [Sentences.more("\(more)")] : [])
  }

  /// How many of a kind are named.
  private var mostListed: Int { 40 }

  private func list(_ heading: String, _ places: [PlaceID]) -> [String] {
    places.isEmpty ? [] : ["", "\(heading): \(theatre.names(of: places, atMost: mostListed))"]
  }

  var json: JSON {
    let ranges = areaRanges
    return [
      "date": .string("\(snapshot.day)"),
      "known_on": .optional(tracker.perspective.knownOn.map { "\($0)" }),
      "view": .string(tracker.perspective.view.name),
      "places": .array(snapshot.places.map(place)),
      "area_km2": .object(rows.map { JSONMember($0.id, .decimal($0.area, places: 3)) }),
      "area_low_km2": areas(ranges, \.low),
      "area_high_km2": areas(ranges, \.high),
      "front_km": .decimal(snapshot.frontInKilometers, places: 3),
      "fighting": theatre.json(of: regionFights),
    ]
  }

  private func place(_ place: PlaceState) -> JSON {
    let inferred = place.cell.inference.map { JSON.decimal($0.distanceInKilometers, places: 3) }
    let confidence = tracker.confidence(in: place.cell, on: snapshot.day)?.value
    return .object(
      [JSONMember("id", .string(theatre.places[place.place].id))]
        + theatre.members(of: place.cell.state)
        + [
          theatre.reportMember(of: place.cell.interval),
          JSONMember("inferred_km", inferred ?? .null),
          JSONMember("confidence", confidence.map { .decimal($0, places: 3) } ?? .null),
          JSONMember(
            "date_uncertain", .bool(!place.cell.alternatives.isEmpty)),
        ])
  }
}
