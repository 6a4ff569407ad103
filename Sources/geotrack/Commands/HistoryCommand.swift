internal import ArgumentParser
internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapFeatures
internal import NumberText
internal import Theatre
internal import TypedIndices

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Who held a place when; for a region, how its places changed hands.",
    discussion: """
      EXAMPLE: geotrack history Karama
      EXAMPLE: geotrack history "East Mosul"
      EXAMPLE: geotrack history Bashiqa --both
      """)

  @Argument(help: "The place or region, by any of its names.")
  var place: String

  @Flag(help: "Show what was believed at the time beside what is known now.")
  var both = false

  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  func run() throws {
    let tracker = try theatre.tracker(map)
    let place = try tracker.theatre.place(named: place)
    guard !both else {
      let history = try TwofoldHistory(tracker, of: place)
      try theatre.reply(json: history.json, text: history.text)
      return
    }
    let timeline = try theatre.drawing { () throws(MapError) in
      try tracker.timeline(of: .places)
    }
    let history = History(tracker, timeline: timeline, place: place)
    guard !history.places.isEmpty || !history.fights.isEmpty else {
      throw Failure.usage(
        "\(tracker.theatre.places[place].name) has no ground on the map: it lies outside the "
          + "boundary, or is an area without a place in it")
    }
    try theatre.reply(json: history.json, text: history.text)
  }
}

/// The states of one place, or of all places of a region.
private struct History {
  let theatre: Theatre
  let place: PlaceID
  let spans: [Span<PlaceState>]
  let places: [PlaceID]

  /// The fighting somewhere in the region on the days of the map.
  let fights: [RegionFight]

  init(_ tracker: FrontTracker, timeline: Timeline, place: PlaceID) {
    let theatre = tracker.theatre
    self.theatre = theatre
    self.place = place
    let period = tracker.map.settings.period
    fights = tracker.history.regionFights.filter { $0.region == place && $0.overlaps(period) }
    spans = timeline.places.filter { theatre.lineage(of: $0.item.place).contains(place) }
    places = Set(spans.map(\.item.place)).sorted()
  }

  private var isRegion: Bool { theatre.places[place].isRegion }

  /// The days on which some place of the region changes.
  private var days: [Day] { Set(spans.map(\.start)).sorted() }

  var text: String {
    let heading = "\(theatre.places[place].name): \(theatre.terrain.describe(place))"
    var parts = [heading]
    if !places.isEmpty { parts.append((isRegion ? regionTable : placeTable).lines()) }
    if !fights.isEmpty { parts.append(fightTable.lines()) }
    return parts.joined(separator: "\n\n")
  }

  /// The fighting in the region that no report places, one line for each period of the same reports.
  private var fightTable: TextTable {
    var table = TextTable()
    table.add("from", "until", "fighting somewhere in it", "reports")
    for fight in fights {
      table.add(
        "\(fight.start)", fight.end.map { "\($0.previous)" } ?? "",
        theatre.names(ofActors: fight.actors), theatre.list(fight.reports))
    }
    return table
  }

  /// One row for each state; reports that change nothing are counted after the first.
  private var placeTable: TextTable {
    var table = TextTable()
    table.add("from", "until", "state", "report")
    var rest = spans[...]
    while let first = rest.first {
      let same = rest.prefix { $0.item.cell.state == first.item.cell.state }
      let reports = Set(same.compactMap { $0.item.cell.interval?.decidedBy })
      rest = rest.dropFirst(same.count)
      guard let last = same.last else { break }
      let more = reports.count > 1 ? " \(Sentences.more("\(reports.count - 1)"))" : ""
      table.add(
        "\(first.start)", last.isOpenEnded ? "" : "\(last.end.previous)",
        theatre.words(for: first.item.cell.state), basis(of: first.item.cell) + more)
    }
    return table
  }

  private func basis(of cell: CellState) -> String {
    guard let interval = cell.interval, let index = interval.decidedBy.first else {
      return "no report"
    }
    let report = theatre.reports[index]
    let dispute = interval.isDisputed ? ", disputed" : ""
    let inferred = cell.inference.map {
      ", inferred over \($0.distanceInKilometers.text(decimals: 1)) km"
    }
    return "\(report.id) (\(theatre.grade(of: report)), \(report.date.text)\(dispute)"
      + "\(inferred ?? ""))"
  }

  private var regionTable: TextTable {
    var table = TextTable(rightAligned: Set(1...theatre.actors.count + 2))
    var columns = ["day"] + theatre.actors.map(\.id) + ["contested", "unknown"]
    table.add(columns)
    for day in days {
      columns = ["\(day)"] + counts(on: day).map { $0.count == 0 ? "·" : "\($0.count)" }
      table.add(columns)
    }
    return table
  }

  /// How many places each actor holds uncontested, how many are contested and how many unknown.
  private func counts(on day: Day) -> [(id: String, count: Int)] {
    let states = spans.filter { $0.contains(day) }.map(\.item.cell.state)
    let held = states.filter { $0.status == .held || $0.status == .presumed }
    return theatre.actors.indices.map { actor in
      (theatre.actors[actor].id, held.filter { $0.holder == actor }.count)
    } + [
      ("contested", states.filter { $0.status == .contested }.count),
      ("unknown", states.filter { $0.status == .unknown }.count),
    ]
  }

  var json: JSON {
    .object(
      [
        JSONMember("place", .string(theatre.places[place].id)),
        JSONMember("name", .string(theatre.places[place].name)),
        JSONMember("region", .bool(isRegion)),
        isRegion
          ? JSONMember("days", .array(days.map(dayJSON)))
          : JSONMember("states", .array(spans.map(spanJSON))),
      ] + (isRegion ? [JSONMember("fighting", .array(fights.map { theatre.json(of: $0) }))] : []))
  }

  private func dayJSON(_ day: Day) -> JSON {
    .object(
      [JSONMember("date", .string("\(day)"))]
        + counts(on: day).map { JSONMember($0.id, .int($0.count)) })
  }

  private func spanJSON(_ span: Span<PlaceState>) -> JSON {
    let cell = span.item.cell
    return .object(
      [
        JSONMember("start", .string("\(span.start)")), JSONMember("end", .string("\(span.end)")),
        JSONMember("open_end", .bool(span.isOpenEnded)),
      ] + theatre.members(of: cell.state)
        + [
          theatre.reportMember(of: cell.interval),
          JSONMember("disputed", .bool(cell.interval?.isDisputed ?? false)),
          JSONMember("date_uncertain", .bool(!cell.alternatives.isEmpty)),
          JSONMember(
            "inferred_km",
            cell.inference.map { .decimal($0.distanceInKilometers, places: 3) } ?? .null),
        ])
  }
}
