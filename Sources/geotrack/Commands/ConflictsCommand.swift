internal import ArgumentParser
internal import ControlHistory
internal import ControlMap
internal import FrontTracking
internal import GeoJSON
internal import JSON
internal import MapAnalysis
internal import MapFeatures
internal import NumberText
internal import Theatre
internal import TypedIndices

struct ConflictsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts",
    abstract:
      "Where reports of one day contradict each other, who said what, and how much hangs on it.",
    discussion: """
      The largest come first: by the area whose state would be another if the beaten report had \
      decided, times the days on which it would.

      EXAMPLE: geotrack conflicts
      EXAMPLE: geotrack conflicts --most 5 --json
      """)

  @Option(help: ArgumentHelp("How many to list; by default all.", valueName: "number"))
  var most: Int?

  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  func validate() throws {
    if let most, most < 1 { throw ValidationError("--most is a number above 0.") }
  }

  func run() throws {
    let tracker = try theatre.tracker(map)
    let all = try theatre.drawing { () throws(MapError) in try tracker.conflicts() }
    let shown = Array(all.prefix(most ?? all.count))
    try theatre.reply(
      json: JSON.array(shown.map { $0.json(tracker) }),
      text: Self.text(shown, of: all.count, tracker))
  }

  private static func text(_ conflicts: [Conflict], of count: Int, _ tracker: FrontTracker)
    -> String
  {
    guard !conflicts.isEmpty else { return "No reports of one day contradict each other." }
    let shown = conflicts.map { $0.text(tracker) }.joined(separator: "\n\n")
    return conflicts.count < count
      ? "\(shown)\n\n(\(conflicts.count) of \(count) conflicts)" : shown
  }
}

extension Conflict {
  fileprivate func text(_ tracker: FrontTracker) -> String {
    let theatre = tracker.theatre
    let places = sites.flatMap { tracker.sites.places[$0] }
    var lines = [
      "\(day)  \(theatre.names(of: places, atMost: 6)): "
        + "\(areaInSquareKilometers.text(decimals: 1)) km² for up to "
        + (dayCount == 1 ? "1 day" : "\(dayCount) days"),
      "  \(theatre.words(for: state)); else \(theatre.words(for: alternative))",
    ]
    var table = TextTable()
    let verdict =
      beaten.contains { $0.verdict == .disputed } ? "contradicts an equal report" : "decided"
    for report in decidedBy where !beaten.contains(where: { $0.report == report }) {
      table.add(row(theatre, report, verdict))
    }
    for judgement in beaten {
      table.add(row(theatre, judgement.report, judgement.verdict.words))
    }
    lines.append(table.lines(indent: "    "))
    return lines.joined(separator: "\n")
  }

  private func row(_ theatre: Theatre, _ index: ReportID, _ reason: String) -> [String] {
    let report = theatre.reports[index]
    return [
      report.id, theatre.grade(of: report), theatre.places[report.place].name,
      theatre.words(for: report), reason, theatre.origin(of: report),
    ]
  }

  fileprivate func json(_ tracker: FrontTracker) -> JSON {
    let theatre = tracker.theatre
    return [
      "date": .string("\(day)"),
      "places": theatre.json(ofPlaces: sites.flatMap { tracker.sites.places[$0] }),
      "area_km2": .decimal(areaInSquareKilometers, places: 3),
      "days": .int(dayCount),
      "km2_days": .decimal(weight, places: 3),
      "state": .object(theatre.members(of: state)),
      "alternative": .object(theatre.members(of: alternative)),
      "decided_by": .strings(decidedBy.map { theatre.reports[$0].id }),
      "reports": .array(
        decidedBy.filter { report in !beaten.contains { $0.report == report } }
          .map { Judgement(report: $0, verdict: .decided) }.map(theatre.json)
          + beaten.map(theatre.json)),
    ]
  }
}
