internal import ArgumentParser
internal import FrontTracking
internal import GeoJSON
internal import TheatreModel

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why the map shows a place as it does: the report that decided, and those it beat.",
    discussion: "EXAMPLE: geotrack explain Karama --on 2016-11-04")

  @Argument(help: "The place, by any of its names.")
  var place: String

  @OptionGroup var day: DayOption
  @OptionGroup var map: MapOptions
  @OptionGroup var theatre: TheatreOptions

  func run() throws {
    let (tracker, snapshot) = try theatre.snapshot(day, map, .places)
    let day = snapshot.day
    let place = try tracker.theatre.place(named: place)
    let name = tracker.theatre.places[place].name
    guard let ground = tracker.grounds.ground(ofPlace: place) else {
      throw Failure.usage(
        "\(name) is a region: ask for a place in it, or for geotrack history \"\(name)\"")
    }
    guard let state = snapshot.state(ofGround: ground) else {
      throw Failure.usage("\(name) lies outside the boundary: it has no ground on the map")
    }
    let decision = tracker.chronicle.decision(of: state.inference?.ground ?? ground, on: day)
    let explanation = Explanation(
      tracker: tracker, place: place, day: day, cell: state, decision: decision)
    print(theatre.json ? explanation.json.indented : explanation.text)
  }
}

/// The decision on a place as the command prints it.
private struct Explanation {
  let tracker: FrontTracker
  let place: Int
  let day: Day
  let cell: CellState
  let decision: Decision

  private var theatre: Theatre { tracker.theatre }

  var text: String {
    var lines = [
      "\(theatre.places[place].name) on \(day): \(theatre.words(for: cell.state))."
    ]
    if let inference = cell.inference {
      let other = tracker.grounds.sites[inference.ground].map { theatre.places[$0].name }
      lines.append(
        "No report reaches it by then; inferred from \(other.joined(separator: " and ")), "
          + "\(inference.distanceInKilometers.text(decimals: 1)) km away.")
    }
    guard let entry = decision.entry else {
      return (lines + ["No report says."]).joined(separator: "\n")
    }
    if entry.isDisputed {
      lines.append("Reports of equal grade contradict each other, so it counts as contested.")
    }
    for report in entry.decidedBy { lines += ["", paragraph(on: report)] }
    if let holder = entry.holderReport, !entry.decidedBy.contains(holder) {
      lines += ["", "The holder holds it by another report:", paragraph(on: holder)]
    }
    lines += others
    return lines.joined(separator: "\n")
  }

  private func paragraph(on index: Int) -> String {
    let report = theatre.reports[index]
    let note = report.note.isEmpty ? "" : "\n  \(report.note)"
    return "\(report.id), \(report.date.text), \(theatre.places[report.place].name): "
      + "\(theatre.words(for: report)) (grade \(theatre.grade(of: report)))\n"
      + "  \(theatre.origin(of: report))\(note)"
  }

  private var others: [String] {
    let told = Set(
      [decision.entry?.holderReport].compactMap(\.self) + (decision.entry?.decidedBy ?? []))
    let others = decision.considered.filter { !told.contains($0.report) }
    guard !others.isEmpty else { return [] }
    var table = TextTable()
    for judgement in others {
      let report = theatre.reports[judgement.report]
      table.add(
        report.id, report.date.text, theatre.grade(of: report), theatre.places[report.place].name,
        theatre.words(for: report), Self.words(for: judgement.verdict))
    }
    return ["", "Also considered:", table.lines(indent: "  ")]
  }

  private static func words(for verdict: Verdict) -> String {
    switch verdict {
    case .decided: "decided"
    case .agrees: "says the same"
    case .joined: "is true as well"
    case .marked: "adds its mark"
    case .disputed: "contradicts an equal"
    case .earlier: "a later report decides"
    case .lessSpecific: "a more specific place decides"
    case .weakerGrade: "a better grade decides"
    case .tie: "an equal report on an ally decides, the first by id"
    case .silent: "says nothing about who holds this place"
    }
  }

  var json: JSON {
    [
      "place": .string(theatre.places[place].id),
      "date": .string("\(day)"),
      "holder": .optional(cell.state.holder.map { theatre.actors[$0].id }),
      "status": .string(cell.state.status.rawValue),
      "attackers": theatre.json(ofActors: cell.state.attackers),
      "encircled_by": theatre.json(ofActors: cell.state.encirclers),
      "disputed": .bool(decision.entry?.isDisputed ?? false),
      "confidence": .null,
      "decided_by": .optional(decision.entry?.decidedBy.first.map { theatre.reports[$0].id }),
      "holder_by": .optional(decision.entry?.holderReport.map { theatre.reports[$0].id }),
      "inferred_from": inferredFrom,
      "considered": .array(decision.considered.map(considered)),
    ]
  }

  private var inferredFrom: JSON {
    guard let inference = cell.inference else { return .null }
    return [
      "places": theatre.json(ofPlaces: tracker.grounds.sites[inference.ground]),
      "distance_km": .decimal(inference.distanceInKilometers, places: 3),
    ]
  }

  private func considered(_ judgement: Judgement) -> JSON {
    let report = theatre.reports[judgement.report]
    let source = theatre.sources[report.source]
    let reported = report.reported ?? source.published
    return [
      "report": .string(report.id),
      "date": .string(report.date.text),
      "reported": .optional(reported.map { "\($0)" }),
      "place": .string(theatre.places[report.place].id),
      "actor": .string(theatre.actors[report.actor].id),
      "status": .string(report.status.rawValue),
      "source": .string(source.id),
      "paragraph": .string(report.paragraph),
      "grade": .string(theatre.grade(of: report)),
      "rule": .string(judgement.verdict.rawValue),
    ]
  }
}
